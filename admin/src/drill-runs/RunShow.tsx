import { Box, Button, Card, Link as TextLink, Skeleton, Typography } from '@mui/material';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Confirm, Title, useDataProvider, useGetOne, useNotify, useRefresh, useTranslate } from 'react-admin';
import { Link, useNavigate, useParams } from 'react-router';
import type { DrillRunDetail } from '../providers/contract.js';
import type { ReadyroomDataProvider } from '../providers/dataProvider.js';
import { LoadFailed } from '../shared/LoadFailed.js';
import { useNotifyError } from '../shared/useErrorText.js';
import { useFormat } from '../shared/useFormat.js';
import { useText } from '../shared/useLocale.js';
import { useMe } from '../shared/useMe.js';
import { JoinCard } from './JoinCard.js';
import { LogButton } from './LogButton.js';
import { ParticipantTable } from './ParticipantTable.js';
import { RunStatusChip } from './RunStatusChip.js';
import { WallLinkButton } from './wall/WallLinkButton.js';

const EVERY_MS = 5_000;

/** One run: how to join, who is there, and the ways into it. */
export const RunShow = () => {
  const translate = useTranslate();
  const format = useFormat();
  const textIn = useText();
  const { can } = useMe();
  const { id = '' } = useParams();
  const {
    data: run,
    error,
    refetch,
  } = useGetOne<DrillRunDetail>('drill-runs', { id, meta: { detail: true } }, { refetchInterval: EVERY_MS });
  const T = (key: string, options?: object) => translate(`resources.drill-runs.${key}`, options);
  if (error) return <LoadFailed error={error} onRetry={() => void refetch()} />;
  if (!run) return <Skeleton variant="rounded" height={420} />;
  const { status } = run.clock;
  const isOver = status === 'ended' || status === 'stopped';
  const facts: [string, string][] = [
    [
      T('fields.scenario'),
      T('scenario_version', { title: textIn(run.scenario.title), number: run.scenario.version }),
    ],
    [T('fields.plannedFor'), format.instant(run.plannedFor)],
    [T('fields.startedAt'), format.instant(run.startedAt)],
    [T('fields.endedAt'), format.instant(run.endedAt)],
    [T('seed'), String(run.seed)],
    [T('engine'), run.engineVersion],
  ];
  return (
    <Box sx={{ display: 'grid', gap: 2, maxWidth: 1180, pt: 1, '& > *': { minWidth: 0 } }}>
      <Title title={run.title ?? textIn(run.scenario.title)} />
      <Box sx={{ display: 'flex', gap: 1, alignItems: 'center', flexWrap: 'wrap' }}>
        <RunStatusChip status={status} />
        <Typography variant="body2" color="text.secondary" sx={{ flex: 1 }}>
          {T(`mode.${run.mode}`)}
          {run.restartOf && (
            <>
              {' · '}
              <TextLink component={Link} to={`/drill-runs/${run.restartOf}/show`}>
                {T('restart_of')}
              </TextLink>
            </>
          )}
        </Typography>
        <LogButton runId={id} />
        {isOver && (
          <Button component={Link} to={`/drill-runs/${id}/report`}>
            {translate('drill_report.open')}
          </Button>
        )}
        {isOver && run.mode === 'live' && can('drill-runs', 'restart') && <RestartButton id={id} />}
        <Button component="a" href={`/admin/drill-runs/${id}/wall`} target="_blank" rel="noreferrer">
          {T('wall')}
        </Button>
        {!isOver && can('drill-runs', 'edit') && <WallLinkButton runId={id} />}
        <Button component={Link} to={`/drill-runs/${id}/live`} variant="contained">
          {T(isOver ? 'look_back' : 'lead')}
        </Button>
      </Box>
      <Box
        sx={{
          display: 'grid',
          gap: 2,
          gridTemplateColumns: { md: '1fr 380px' },
          alignItems: 'start',
          '& > *': { minWidth: 0 },
        }}
      >
        <ParticipantTable run={run} mayEdit={!isOver && run.mode === 'live' && can('drill-runs', 'edit')} />
        <Box sx={{ display: 'grid', gap: 2 }}>
          {!isOver && run.joinCode !== '' && <JoinCard code={run.joinCode} />}
          <Card component="section" aria-labelledby="run-facts" sx={{ p: 2.5 }}>
            <Typography id="run-facts" variant="subtitle2" component="h2" gutterBottom>
              {T('facts')}
            </Typography>
            <Box
              component="dl"
              sx={{ m: 0, display: 'grid', gridTemplateColumns: 'auto 1fr', gap: '6px 16px', fontSize: 14 }}
            >
              {facts.map(([name, value]) => (
                <Box key={name} sx={{ display: 'contents' }}>
                  <Box component="dt" sx={{ color: 'text.secondary' }}>
                    {name}
                  </Box>
                  <Box component="dd" sx={{ m: 0, overflowWrap: 'anywhere' }}>
                    {value}
                  </Box>
                </Box>
              ))}
            </Box>
          </Card>
        </Box>
      </Box>
    </Box>
  );
};

const RestartButton = ({ id }: { id: string }) => {
  const translate = useTranslate();
  const navigate = useNavigate();
  const notify = useNotify();
  const refresh = useRefresh();
  const dataProvider = useDataProvider<ReadyroomDataProvider>();
  const [isAsking, setAsking] = useState(false);
  const T = (key: string) => translate(`resources.drill-runs.restart.${key}`);
  const { mutate, isPending } = useMutation({
    mutationFn: () => dataProvider.restartDrillRun(id),
    onSuccess: (made) => {
      notify(T('done'), { type: 'success' });
      refresh();
      void navigate(`/drill-runs/${made.id}/show`);
    },
    onError: useNotifyError(),
    onSettled: () => setAsking(false),
  });
  return (
    <>
      <Button onClick={() => setAsking(true)}>{T('button')}</Button>
      <Confirm
        isOpen={isAsking}
        loading={isPending}
        title={T('title')}
        content={T('text')}
        confirm={T('button')}
        onConfirm={() => mutate()}
        onClose={() => setAsking(false)}
      />
    </>
  );
};
