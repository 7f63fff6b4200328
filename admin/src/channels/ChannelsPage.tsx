import ForumOutlined from '@mui/icons-material/ForumOutlined';
import { Alert, Box, Button, Card, Skeleton, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Title, useDataProvider, useTranslate } from 'react-admin';
import { Link } from 'react-router';
import type { Robot } from '../providers/contract.js';
import type { ReadyroomDataProvider } from '../providers/dataProvider.js';
import { LoadFailed } from '../shared/LoadFailed.js';
import { Notice } from '../shared/Notice.js';
import { useMe } from '../shared/useMe.js';
import { RobotCard } from './RobotCard.js';
import { RobotDialog } from './RobotDialog.js';
import { TestButton } from './TestButton.js';

/** Mail and robots of group chats: whether they work, what waits, and a test with the true answer. */
export const ChannelsPage = () => {
  const translate = useTranslate();
  const api = useDataProvider<ReadyroomDataProvider>();
  const { can } = useMe();
  const [edited, setEdited] = useState<Robot | 'new' | null>(null);
  const email = useQuery({
    queryKey: ['channels', 'email'],
    queryFn: ({ signal }) => api.getEmailChannel(signal),
  });
  const robots = useQuery({
    queryKey: ['channels', 'robots'],
    queryFn: ({ signal }) => api.listRobots(signal),
    refetchInterval: 15_000,
  });
  const T = (key: string, options?: object) => translate(`channels.${key}`, options);
  const error = email.error ?? robots.error;
  if (error)
    return (
      <LoadFailed
        error={error}
        onRetry={() => {
          void email.refetch();
          void robots.refetch();
        }}
      />
    );
  const mayEdit = can('channels', 'edit');
  return (
    <Box sx={{ display: 'grid', gap: 2, maxWidth: 1000, pt: 1, '& > *': { minWidth: 0 } }}>
      <Title title={translate('resources.channels.name')} />
      <Typography color="text.secondary" sx={{ lineHeight: 1.7 }}>
        {T('lead')}
      </Typography>
      <Card component="section" sx={{ p: 2.5, display: 'grid', gap: 1.5 }}>
        <Typography variant="subtitle2" component="h2">
          {T('email')}
        </Typography>
        {!email.data && <Skeleton variant="rounded" height={80} />}
        {email.data && (
          <>
            <Alert severity={email.data.connected ? 'success' : 'info'}>
              {email.data.connected ? T('connected', { from: email.data.from }) : T('not_connected')}
              {email.data.waiting > 0 && ` ${T('waiting', { smart_count: email.data.waiting })}`}
            </Alert>
            <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap', alignItems: 'flex-start' }}>
              {mayEdit && <TestButton name={T('email')} send={() => api.testEmailChannel()} />}
              {can('mails', 'list') && (
                <Button component={Link} to="/mails" size="small">
                  {T('mails')}
                </Button>
              )}
            </Box>
          </>
        )}
      </Card>
      <Card component="section" sx={{ p: 2.5, display: 'grid', gap: 2 }}>
        <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap', alignItems: 'center' }}>
          <Box sx={{ flex: '1 1 320px' }}>
            <Typography variant="subtitle2" component="h2">
              {T('robots')}
            </Typography>
            <Typography variant="body2" color="text.secondary" sx={{ lineHeight: 1.7 }}>
              {T('robots_lead')}
            </Typography>
          </Box>
          {mayEdit && (
            <Button variant="contained" onClick={() => setEdited('new')}>
              {T('add')}
            </Button>
          )}
        </Box>
        {!robots.data && <Skeleton variant="rounded" height={120} />}
        {robots.data?.total === 0 && (
          <Notice icon={ForumOutlined} title={T('empty_title')} text={T('empty_text')} />
        )}
        {robots.data?.items.map((robot) => (
          <RobotCard key={robot.id} robot={robot} onEdit={() => setEdited(robot)} />
        ))}
      </Card>
      {edited && <RobotDialog robot={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />}
    </Box>
  );
};
