import { Box, Chip } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { Scenario } from '../providers/contract.js';

type Versions = Pick<Scenario, 'publishedVersion' | 'draftVersion'>;

/** The version in use, and a draft that waits. */
export const VersionText = ({ publishedVersion, draftVersion }: Versions) => {
  const translate = useTranslate();
  const T = (key: string, options?: object) => translate(`resources.scenarios.${key}`, options);
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.75, alignItems: 'center' }}>
      {publishedVersion ? (
        <span>{T('v', publishedVersion)}</span>
      ) : (
        <Box component="span" sx={{ color: 'text.secondary' }}>
          {T('never_published')}
        </Box>
      )}
      {draftVersion && (
        <Chip size="small" color="warning" variant="outlined" label={T('draft_waits', draftVersion)} />
      )}
    </Box>
  );
};
