import { Box, Button, Chip, Typography } from '@mui/material';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Confirm, useDataProvider, useNotify } from 'react-admin';
import type { FollowUp } from '../providers/contract.js';
import type { ReadyroomDataProvider } from '../providers/dataProvider.js';
import { LoadFailed } from '../shared/LoadFailed.js';
import { useNotifyError } from '../shared/useErrorText.js';
import { useFormat } from '../shared/useFormat.js';
import { useMe } from '../shared/useMe.js';
import { ReportSection } from './ReportSection.js';
import { useReportWords } from './useReportWords.js';

/** Courses that were assigned because of what was weak: to whom, why, and a way back. */
export const FollowUps = ({ runId }: { runId: string }) => {
  const { T } = useReportWords();
  const dataProvider = useDataProvider<ReadyroomDataProvider>();
  const { data, error, refetch } = useQuery({
    queryKey: ['follow-ups', runId],
    queryFn: () => dataProvider.listFollowUps(runId),
  });
  return (
    <ReportSection title={T('follow_ups')}>
      {error && <LoadFailed error={error} onRetry={() => void refetch()} />}
      {data && (
        <Typography color="text.secondary">
          {T(data.items.length === 0 ? 'no_follow_ups' : 'follow_up_help')}
        </Typography>
      )}
      {data?.items.map((followUp) => (
        <FollowUpEntry key={followUp.id} followUp={followUp} runId={runId} />
      ))}
    </ReportSection>
  );
};

const FollowUpEntry = ({ followUp, runId }: { followUp: FollowUp; runId: string }) => {
  const { T, textIn } = useReportWords();
  const format = useFormat();
  const { can } = useMe();
  const { course, objectives, people, ruleId, dueOn, undoneAt } = followUp;
  return (
    <Box sx={{ borderTop: 1, borderColor: 'divider', pt: 1.5 }}>
      <Box sx={{ display: 'flex', gap: 1, alignItems: 'center', flexWrap: 'wrap' }}>
        <Typography component="h3" sx={{ fontWeight: 600, flex: 1 }}>
          {textIn(course.title)}
        </Typography>
        {undoneAt ? (
          <Chip size="small" label={T('undone')} />
        ) : (
          ruleId !== null && can('audience-rules', 'edit') && <UndoButton id={followUp.id} runId={runId} />
        )}
      </Box>
      <Typography variant="body2" color="text.secondary">
        {T('label', { name: T('col.why') })}
        {objectives.map(({ title, final }) => `${textIn(title)} (${T(`rating.${final}`)})`).join(' · ')}
        {ruleId && dueOn && ` · ${T('due', { day: format.day(dueOn) })}`}
      </Typography>
      <Box component="ul" sx={{ m: 0, mt: 0.5, pl: 2.5 }}>
        {people.map(({ id, name, outcome }) => (
          <li key={id}>
            {name} · {T(`outcome.${outcome}`)}
          </li>
        ))}
      </Box>
    </Box>
  );
};

const UndoButton = ({ id, runId }: { id: string; runId: string }) => {
  const { T } = useReportWords();
  const notify = useNotify();
  const client = useQueryClient();
  const dataProvider = useDataProvider<ReadyroomDataProvider>();
  const [isAsking, setAsking] = useState(false);
  const { mutate, isPending } = useMutation({
    mutationFn: () => dataProvider.undoFollowUp(id),
    onSuccess: () => {
      notify('drill_report.undone_done', { type: 'success' });
      void client.invalidateQueries({ queryKey: ['follow-ups', runId] });
    },
    onError: useNotifyError(),
    onSettled: () => setAsking(false),
  });
  return (
    <>
      <Button size="small" onClick={() => setAsking(true)}>
        {T('undo')}
      </Button>
      <Confirm
        isOpen={isAsking}
        loading={isPending}
        title={T('undo_title')}
        content={T('undo_text')}
        confirm={T('undo')}
        confirmColor="warning"
        onConfirm={() => mutate()}
        onClose={() => setAsking(false)}
      />
    </>
  );
};
