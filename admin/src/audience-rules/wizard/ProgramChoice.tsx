import { FormControlLabel, Radio, RadioGroup, Skeleton, Typography } from '@mui/material';
import { useGetList, useTranslate } from 'react-admin';
import type { Program } from '../../providers/contract.js';
import { LoadFailed } from '../../shared/LoadFailed.js';
import { useText } from '../../shared/useLocale.js';
import type { Draft } from './draft.js';

interface Props {
  draft: Draft;
  onChange: (part: Partial<Draft>) => void;
}

/** One of the programs in use. */
export const ProgramChoice = ({ draft, onChange }: Props) => {
  const translate = useTranslate();
  const textIn = useText();
  const T = (key: string) => translate(`resources.audience-rules.what.${key}`);
  const { data, error, refetch } = useGetList<Program>('programs', {
    pagination: { page: 1, perPage: 200 },
    sort: { field: 'slug', order: 'ASC' },
    filter: { archived: 'false' },
  });
  if (error) return <LoadFailed error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton variant="rounded" height={160} />;
  if (data.length === 0) return <Typography color="text.secondary">{T('no_programs')}</Typography>;
  return (
    <>
      <Typography variant="body2" color="text.secondary" sx={{ mb: 1 }}>
        {T('program_help')}
      </Typography>
      <RadioGroup
        aria-label={T('program')}
        value={draft.programId ?? ''}
        onChange={(_event, programId) => onChange({ programId })}
      >
        {data.map((program) => (
          <FormControlLabel
            key={program.id}
            value={program.id}
            control={<Radio sx={{ mt: -0.75 }} />}
            sx={{ alignItems: 'flex-start', py: 0.5 }}
            label={
              <>
                <Typography component="span" sx={{ fontWeight: 600 }}>
                  {textIn(program.document.title)}
                </Typography>
                <Typography component="span" variant="body2" color="text.secondary" sx={{ display: 'block' }}>
                  {textIn(program.document.summary)}
                </Typography>
              </>
            }
          />
        ))}
      </RadioGroup>
    </>
  );
};
