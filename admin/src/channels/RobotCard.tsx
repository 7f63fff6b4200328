import { Alert, Box, Button, Chip, Link as MuiLink, Typography } from '@mui/material';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Confirm, useDataProvider, useNotify, useTranslate } from 'react-admin';
import { Link } from 'react-router';
import type { Robot } from '../providers/contract.js';
import type { ReadyroomDataProvider } from '../providers/dataProvider.js';
import { useErrorText } from '../shared/useErrorText.js';
import { useFormat } from '../shared/useFormat.js';
import { useMe } from '../shared/useMe.js';
import { TestButton } from './TestButton.js';

/** One robot: what it is, what waits for it, how the last message went. */
export const RobotCard = ({ robot, onEdit }: { robot: Robot; onEdit: () => void }) => {
  const translate = useTranslate();
  const api = useDataProvider<ReadyroomDataProvider>();
  const client = useQueryClient();
  const notify = useNotify();
  const format = useFormat();
  const textOf = useErrorText();
  const { can } = useMe();
  const [asking, setAsking] = useState(false);
  const T = (key: string, options?: object) => translate(`channels.${key}`, options);
  const remove = useMutation({
    mutationFn: () => api.deleteRobot(robot.id),
    onSuccess: () => client.invalidateQueries({ queryKey: ['channels'] }),
    onError: (error) => notify(textOf(error), { type: 'error' }),
    onSettled: () => setAsking(false),
  });
  const facts = [
    T(`kinds.${robot.kind}`),
    robot.host,
    ...(robot.signed ? [T('signed')] : []),
    T('limit', { count: robot.perMinute }),
    ...(robot.lastSentAt ? [T('last_sent', { when: format.instant(robot.lastSentAt) })] : []),
  ];
  const queue = `/deliveries?filter=${encodeURIComponent(JSON.stringify({ robotId: robot.id }))}`;
  return (
    <Box
      component="article"
      aria-label={robot.name}
      sx={{ display: 'grid', gap: 1, borderTop: 1, borderColor: 'divider', pt: 2 }}
    >
      <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap', alignItems: 'center' }}>
        <Typography variant="subtitle1" component="h3">
          {robot.name}
        </Typography>
        {!robot.active && <Chip size="small" label={T('off')} />}
        {robot.waiting > 0 && (
          <MuiLink component={Link} to={queue}>
            {T('waiting', { smart_count: robot.waiting })}
          </MuiLink>
        )}
      </Box>
      <Typography variant="body2" color="text.secondary" sx={{ overflowWrap: 'anywhere' }}>
        {facts.join(' · ')}
      </Typography>
      {robot.pausedUntil && (
        <Alert severity="warning">{T('paused', { when: format.instant(robot.pausedUntil) })}</Alert>
      )}
      {robot.lastTrouble && !robot.pausedUntil && (
        <Alert severity="error" sx={{ overflowWrap: 'anywhere' }}>
          {T('trouble', { text: T(`answer.${robot.lastTrouble}`, { _: robot.lastTrouble }) })}
        </Alert>
      )}
      {can('channels', 'edit') && (
        <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap', alignItems: 'flex-start' }}>
          <TestButton name={robot.name} send={() => api.testRobot(robot.id)} />
          <Button size="small" onClick={onEdit} aria-label={`${translate('common.edit')}: ${robot.name}`}>
            {translate('common.edit')}
          </Button>
          <Button
            size="small"
            color="error"
            onClick={() => setAsking(true)}
            aria-label={`${T('remove')}: ${robot.name}`}
          >
            {T('remove')}
          </Button>
        </Box>
      )}
      <Confirm
        isOpen={asking}
        loading={remove.isPending}
        title={T('remove_title', { name: robot.name })}
        content={T('remove_text')}
        confirm={T('remove')}
        onConfirm={() => remove.mutate()}
        onClose={() => setAsking(false)}
      />
    </Box>
  );
};
