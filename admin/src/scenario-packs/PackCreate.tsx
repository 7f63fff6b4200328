import { Box, Typography } from '@mui/material';
import { useMutation } from '@tanstack/react-query';
import { Title, useDataProvider, useTranslate } from 'react-admin';
import { useNavigate } from 'react-router';
import type { ReadyroomDataProvider } from '../providers/dataProvider.js';
import { FileField } from './FileField.js';
import { PackFault } from './PackFault.js';

const STEPS = ['read', 'look', 'trust', 'accept'] as const;

/** Takes a pack; what is in it opens when its signature fits. */
export const PackCreate = () => {
  const translate = useTranslate();
  const navigate = useNavigate();
  const dataProvider = useDataProvider<ReadyroomDataProvider>();
  const T = (key: string, options?: object) => translate(`scenario_pack.upload.${key}`, options);
  const { mutate, error, isPending, variables } = useMutation({
    mutationFn: (file: File) => dataProvider.uploadScenarioPack(file),
    onSuccess: ({ id }) => void navigate(`/scenario-packs/${id}/show`),
  });
  return (
    <Box sx={{ display: 'grid', gap: 2, maxWidth: 760, pt: 1, '& > *': { minWidth: 0 } }}>
      <Title title={T('title')} />
      {error && <PackFault error={error} />}
      <FileField
        choose={T('choose')}
        accept=".zip,application/zip"
        hint={T('formats')}
        reading={isPending ? variables.name : null}
        onFile={(file) => mutate(file)}
      />
      <Box component="section" aria-label={T('what_follows')}>
        <Typography variant="subtitle2" component="h2" sx={{ mb: 1 }}>
          {T('what_follows')}
        </Typography>
        <Box component="ol" sx={{ m: 0, pl: 2.5, display: 'grid', gap: 0.75, lineHeight: 1.7 }}>
          {STEPS.map((step) => (
            <li key={step}>{T(`step.${step}`)}</li>
          ))}
        </Box>
      </Box>
    </Box>
  );
};
