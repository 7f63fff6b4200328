import { Button, Typography } from '@mui/material';
import { useMutation } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { Confirm, useDataProvider, useNotify, useRefresh } from 'react-admin';
import type { DrillOccurrence, DrillScheduleDetail } from '../../providers/contract.js';
import type { ReadyroomDataProvider } from '../../providers/dataProvider.js';
import { useNotifyError } from '../../shared/useErrorText.js';
import { useWords } from '../useWords.js';
import { toldOff } from './letters.js';

const NAMED = 8;

/** Asks, with who will hear of it, and calls off. */
const Cancel = ({
  occurrences,
  work,
  title,
  text,
  done,
  button,
}: {
  occurrences: readonly DrillOccurrence[];
  work: () => Promise<unknown>;
  title: string;
  text: string;
  done: string;
  button: { label: string; name?: string; small?: boolean };
}) => {
  const W = useWords();
  const notify = useNotify();
  const refresh = useRefresh();
  const [isAsking, setAsking] = useState(false);
  const { mutate, isPending } = useMutation({
    mutationFn: work,
    onSuccess: () => {
      notify(done, { type: 'success' });
      refresh();
    },
    onError: useNotifyError(),
    onSettled: () => setAsking(false),
  });
  return (
    <>
      <Button
        color="error"
        size={button.small ? 'small' : undefined}
        aria-label={button.name}
        onClick={() => setAsking(true)}
      >
        {button.label}
      </Button>
      <Confirm
        isOpen={isAsking}
        loading={isPending}
        title={title}
        content={<Told occurrences={occurrences} text={text} />}
        confirm={W('cancel.confirm')}
        cancel={W('cancel.keep')}
        confirmColor="warning"
        onConfirm={() => mutate()}
        onClose={() => setAsking(false)}
      />
    </>
  );
};

const Told = ({
  occurrences,
  text,
}: {
  occurrences: readonly DrillOccurrence[];
  text: string;
}): ReactNode => {
  const W = useWords();
  const { byMail, otherwise } = toldOff(occurrences);
  const names = (people: typeof byMail) => {
    const shown = people.slice(0, NAMED).map(({ name }) => name);
    const joined = shown.join(W('separator'));
    return people.length > NAMED ? W('cancel.and_others', { names: joined, count: people.length }) : joined;
  };
  return (
    <>
      <Typography>{text}</Typography>
      {byMail.length + otherwise.length === 0 && <Typography sx={{ mt: 1 }}>{W('cancel.nobody')}</Typography>}
      {byMail.length > 0 && (
        <Typography sx={{ mt: 1 }}>
          {W('cancel.by_mail', { smart_count: byMail.length, names: names(byMail) })}
        </Typography>
      )}
      {otherwise.length > 0 && (
        <Typography sx={{ mt: 1 }}>
          {W('cancel.otherwise', { smart_count: otherwise.length, names: names(otherwise) })}
        </Typography>
      )}
    </>
  );
};

/** Everything that is still planned. */
export const CancelSchedule = ({ schedule }: { schedule: DrillScheduleDetail }) => {
  const W = useWords();
  const dataProvider = useDataProvider<ReadyroomDataProvider>();
  return (
    <Cancel
      occurrences={schedule.occurrences.filter(({ state }) => state === 'planned')}
      work={() => dataProvider.cancelDrillSchedule(schedule.id)}
      title={W('cancel.series_title', { title: schedule.title })}
      text={W('cancel.series_text', { smart_count: schedule.planned })}
      done={W('cancel.series_done')}
      button={{ label: W(schedule.rrule === null ? 'cancel.once_button' : 'cancel.series_button') }}
    />
  );
};

/** One date; the others stay. */
export const CancelOccurrence = ({
  schedule,
  occurrence,
  when,
}: {
  schedule: DrillScheduleDetail;
  occurrence: DrillOccurrence;
  when: string;
}) => {
  const W = useWords();
  const dataProvider = useDataProvider<ReadyroomDataProvider>();
  return (
    <Cancel
      occurrences={[occurrence]}
      work={() => dataProvider.cancelDrillOccurrence(schedule.id, occurrence.id)}
      title={W('cancel.one_title', { when })}
      text={W('cancel.one_text')}
      done={W('cancel.one_done')}
      button={{ label: W('cancel.one_button'), name: W('cancel.one_named', { when }), small: true }}
    />
  );
};
