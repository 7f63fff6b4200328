import { Box, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { PackDecision } from '../providers/contract.js';
import { useFormat } from '../shared/useFormat.js';

/** Who decided what, when and why; newest first. */
export const Decisions = ({ decisions }: { decisions: readonly PackDecision[] }) => {
  const translate = useTranslate();
  const format = useFormat();
  if (decisions.length === 0)
    return (
      <Typography variant="body2" color="text.secondary">
        {translate('scenario_pack.decisions.none')}
      </Typography>
    );
  return (
    <Box component="ol" reversed sx={{ m: 0, p: 0, listStyle: 'none', display: 'grid', gap: 1 }}>
      {decisions.map(({ what, at, by, reason }) => (
        <li key={`${at} ${what}`}>
          <Typography variant="body2" sx={{ fontWeight: 600 }}>
            {translate(`scenario_pack.decisions.${what}`, { name: by.name })}
          </Typography>
          <Typography variant="body2" color="text.secondary" sx={{ overflowWrap: 'anywhere' }}>
            {format.instant(at)}
            {reason && ` · ${reason}`}
          </Typography>
        </li>
      ))}
    </Box>
  );
};
