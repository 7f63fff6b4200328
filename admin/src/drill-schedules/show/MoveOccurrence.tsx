import { Alert, Button, Dialog, DialogActions, DialogContent, DialogTitle, TextField, Typography } from '@mui/material'; // prettier-ignore
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useDataProvider, useNotify, useRefresh, useTranslate } from 'react-admin';
import type { DrillOccurrence, DrillScheduleDetail } from '../../providers/contract.js';
import type { ReadyroomDataProvider } from '../../providers/dataProvider.js';
import { formatInstant } from '../../shared/format.js';
import { useErrorText } from '../../shared/useErrorText.js';
import { instantAt } from '../../shared/zonedTime.js';
import { useWords } from '../useWords.js';

interface Props {
  schedule: DrillScheduleDetail;
  occurrence: DrillOccurrence;
  when: string;
}

/** Moves one date by the clock of the schedule. */
export const MoveOccurrence = ({ schedule, occurrence, when }: Props) => {
  const translate = useTranslate();
  const W = useWords();
  const textOf = useErrorText();
  const notify = useNotify();
  const refresh = useRefresh();
  const dataProvider = useDataProvider<ReadyroomDataProvider>();
  const [wall, setWall] = useState<string | null>(null);
  const before = formatInstant(occurrence.plannedAt, schedule.timeZone).replace(' ', 'T');
  const plannedAt = wall === null ? null : instantAt(wall, schedule.timeZone);
  const move = useMutation({
    mutationFn: () =>
      dataProvider.updateDrillOccurrence(schedule.id, occurrence.id, { plannedAt: plannedAt! }),
    onSuccess: () => {
      notify(W('move.done'), { type: 'success' });
      setWall(null);
      refresh();
    },
  });
  return (
    <>
      <Button size="small" aria-label={W('move.named', { when })} onClick={() => setWall(before)}>
        {W('move.button')}
      </Button>
      <Dialog open={wall !== null} onClose={() => setWall(null)}>
        <DialogTitle>{W('move.title', { when })}</DialogTitle>
        <DialogContent>
          <Typography variant="body2" sx={{ mb: 1 }}>
            {W('move.text', { zone: schedule.timeZone })}
          </Typography>
          <TextField
            type="datetime-local"
            label={W('move.to')}
            value={wall ?? ''}
            onChange={(event) => setWall(event.target.value)}
            slotProps={{ inputLabel: { shrink: true } }}
          />
          {move.error && <Alert severity="error">{textOf(move.error)}</Alert>}
        </DialogContent>
        <DialogActions>
          <Button onClick={() => setWall(null)}>{translate('common.cancel')}</Button>
          <Button
            variant="contained"
            disabled={plannedAt === null || wall === before}
            loading={move.isPending}
            onClick={() => move.mutate()}
          >
            {W('move.button')}
          </Button>
        </DialogActions>
      </Dialog>
    </>
  );
};
