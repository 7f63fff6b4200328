import { Alert, Box, Button, Card, Skeleton, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Title, useDataProvider, useTranslate } from 'react-admin';
import { useParams } from 'react-router';
import type { ReadyroomDataProvider } from '../providers/dataProvider.js';
import { LoadFailed } from '../shared/LoadFailed.js';
import { useAddressQuery } from '../shared/useAddressQuery.js';
import { useFormat } from '../shared/useFormat.js';
import { useText } from '../shared/useLocale.js';
import { BoardTable } from './BoardTable.js';
import { CorrectDialog, StopDialog } from './ChangeDialogs.js';
import { PeopleBehind } from './PeopleBehind.js';

const EVERY_MS = 5_000;

/** Where a flash briefing stands, read anew every few seconds; each number opens the people behind it. */
export const BoardPage = () => {
  const { id = '' } = useParams();
  const translate = useTranslate();
  const format = useFormat();
  const textIn = useText();
  const api = useDataProvider<ReadyroomDataProvider>();
  const [search] = useAddressQuery();
  const [dialog, setDialog] = useState<'stop' | 'correct' | null>(null);
  const T = (key: string, options?: object) => translate(`briefings.${key}`, options);
  const {
    data: board,
    error,
    refetch,
  } = useQuery({
    queryKey: ['briefing', id],
    queryFn: ({ signal }) => api.getBriefingBoard(id, signal),
    refetchInterval: EVERY_MS,
  });
  if (error && !board) return <LoadFailed error={error} onRetry={() => void refetch()} />;
  if (!board) return <Skeleton variant="rounded" height={420} />;
  const { briefing, stopped } = board;
  return (
    <Box sx={{ display: 'grid', gap: 2, pt: 1, '& > *': { minWidth: 0 } }}>
      <Title title={textIn(briefing.title)} />
      <Alert severity={stopped ? 'info' : 'warning'}>
        {stopped
          ? T('stopped', { when: format.instant(stopped.at), who: stopped.by.name, reason: stopped.reason })
          : T('running', { due: format.instant(briefing.dueAt) })}
      </Alert>
      <Card component="section" sx={{ p: 2.5, display: 'grid', gap: 2 }}>
        <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap', alignItems: 'center' }}>
          <Typography role="status" sx={{ flex: '1 1 300px' }} color="text.secondary">
            {T('as_of', { when: format.instant(board.asOf), version: briefing.version })}
            {board.joined > 0 && ` ${T('joined', { n: board.joined })}`}
            {board.left > 0 && ` ${T('left', { n: board.left })}`}
            {board.toldManagers + board.toldHr > 0 &&
              ` ${T('told', { managers: board.toldManagers, hr: board.toldHr })}`}
          </Typography>
          {board.mayChange && !stopped && (
            <>
              <Button onClick={() => setDialog('correct')}>{T('correct')}</Button>
              <Button color="error" onClick={() => setDialog('stop')}>
                {T('stop')}
              </Button>
            </>
          )}
        </Box>
        <BoardTable board={board} />
      </Card>
      {search.get('answer') && <PeopleBehind id={id} />}
      <Card component="section" sx={{ p: 2.5, display: 'grid', gap: 1 }}>
        <Typography variant="subtitle2" component="h2">
          {T('versions')}
        </Typography>
        {board.versions.map(({ number, changed, sentAt, sentBy, acknowledged }) => (
          <Typography key={number}>
            {T('version', { number, when: format.instant(sentAt), who: sentBy.name, acknowledged })}
            {changed && ` ${textIn(changed)}`}
          </Typography>
        ))}
      </Card>
      {dialog === 'stop' && <StopDialog id={id} onClose={() => setDialog(null)} />}
      {dialog === 'correct' && <CorrectDialog board={board} onClose={() => setDialog(null)} />}
    </Box>
  );
};
