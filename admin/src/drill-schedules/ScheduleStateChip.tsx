import { Chip } from '@mui/material';
import type { DrillOccurrence, DrillSchedule } from '../providers/contract.js';
import { useWords } from './useWords.js';

const COLOURS = { planned: 'info', run_created: 'success', missed: 'warning', cancelled: 'default' } as const;

export const OccurrenceStateChip = ({ state }: Pick<DrillOccurrence, 'state'>) => (
  <Chip size="small" variant="outlined" color={COLOURS[state]} label={useWords()(`occurrence.${state}`)} />
);

export const ScheduleStateChip = ({
  schedule,
}: {
  schedule: Pick<DrillSchedule, 'cancelledAt' | 'planned'>;
}) => {
  const W = useWords();
  const state = schedule.cancelledAt ? 'cancelled' : schedule.planned > 0 ? 'open' : 'done';
  return (
    <Chip
      size="small"
      variant="outlined"
      color={state === 'open' ? 'info' : 'default'}
      label={W(`state.${state}`)}
    />
  );
};
