import { Chip } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { ScenarioPack } from '../providers/contract.js';

export const PACK_STATUSES = [
  'quarantined',
  'ready',
  'accepted',
  'rejected',
] as const satisfies readonly ScenarioPack['status'][];
const COLOURS = { quarantined: 'warning', ready: 'info', accepted: 'success', rejected: 'default' } as const;

/** Where a pack stands; the word carries the meaning. */
export const PackStatus = ({ status }: { status: ScenarioPack['status'] }) => {
  const translate = useTranslate();
  return (
    <Chip
      size="small"
      variant="outlined"
      color={COLOURS[status]}
      label={translate(`resources.scenario-packs.status.${status}`)}
    />
  );
};
