import { Chip } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { RunStatus } from '../providers/contract.js';

const COLOURS = {
  lobby: 'info',
  running: 'success',
  paused: 'warning',
  ended: 'default',
  stopped: 'error',
} as const satisfies Record<RunStatus, string>;

export const RunStatusChip = ({ status }: { status: RunStatus }) => {
  const translate = useTranslate();
  return (
    <Chip
      size="small"
      variant="outlined"
      color={COLOURS[status]}
      label={translate(`resources.drill-runs.status.${status}`)}
    />
  );
};
