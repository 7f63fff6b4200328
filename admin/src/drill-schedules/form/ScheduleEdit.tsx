import { Alert, MenuItem, Skeleton, TextField } from '@mui/material';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Title, useDataProvider, useGetOne, useNotify, useRefresh } from 'react-admin';
import { useNavigate, useParams } from 'react-router';
import type { DrillScheduleDetail, Scenario } from '../../providers/contract.js';
import type { ReadyroomDataProvider } from '../../providers/dataProvider.js';
import { formatDay } from '../../shared/format.js';
import { LoadFailed } from '../../shared/LoadFailed.js';
import { SAVED } from '../../shared/UnsavedChanges.js';
import { useDetail } from '../../shared/useDetail.js';
import { useLocale } from '../../shared/useLocale.js';
import { changesOf, draftOf } from '../draft.js';
import { useWords } from '../useWords.js';
import { ScheduleForm } from './ScheduleForm.js';

export const ScheduleEdit = () => {
  const W = useWords();
  const { id = '' } = useParams();
  const schedule = useDetail<DrillScheduleDetail>('drill-schedules', id);
  const scenario = useGetOne<Scenario>(
    'scenarios',
    { id: schedule.data?.scenario.id ?? '' },
    { enabled: !!schedule.data },
  );
  const failed = schedule.error ?? scenario.error;
  if (failed) return <LoadFailed error={failed} onRetry={() => void schedule.refetch()} />;
  if (!schedule.data || !scenario.data) return <Skeleton variant="rounded" height={420} />;
  return (
    <>
      <Title title={W('edit_title', { title: schedule.data.title })} />
      {schedule.data.cancelledAt ? (
        <Alert severity="info">{W('is_cancelled')}</Alert>
      ) : (
        <EditForm schedule={schedule.data} scenario={scenario.data} />
      )}
    </>
  );
};

const EditForm = ({ schedule, scenario }: { schedule: DrillScheduleDetail; scenario: Scenario }) => {
  const W = useWords();
  const locale = useLocale();
  const navigate = useNavigate();
  const notify = useNotify();
  const refresh = useRefresh();
  const dataProvider = useDataProvider<ReadyroomDataProvider>();
  const [draft, setDraft] = useState(() => draftOf(schedule));
  const [from, setFrom] = useState('');
  const back = `/drill-schedules/${schedule.id}/show`;
  const changes = changesOf(draft, schedule, scenario.seats);
  const save = useMutation({
    mutationFn: () => dataProvider.updateDrillSchedule(schedule.id, { ...changes, ...(from && { from }) }),
    onSuccess: () => {
      notify('common.saved', { type: 'success' });
      refresh();
      void navigate(back, { state: SAVED });
    },
  });
  const days =
    schedule.rrule === null
      ? []
      : schedule.occurrences
          .filter(({ state }) => state === 'planned')
          .map(({ recurrenceId }) => recurrenceId)
          .slice(1);
  return (
    <ScheduleForm
      draft={draft}
      onChange={(part) => setDraft((before) => ({ ...before, ...part }))}
      scenarios={[scenario]}
      scenario={scenario}
      submit={{ label: W('save'), work: save, disabled: Object.keys(changes).length === 0 }}
      back={back}
    >
      <Alert severity="info">{W('change_is_told')}</Alert>
      {days.length > 0 && (
        <TextField
          select
          label={W('from.label')}
          helperText={W('from.help')}
          value={from}
          onChange={(event) => setFrom(event.target.value)}
          slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
          sx={{ maxWidth: 420 }}
        >
          <MenuItem value="">{W('from.all')}</MenuItem>
          {days.map((day) => (
            <MenuItem key={day} value={day}>
              {W('from.day', { day: formatDay(day, locale) })}
            </MenuItem>
          ))}
        </TextField>
      )}
    </ScheduleForm>
  );
};
