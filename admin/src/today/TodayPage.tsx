import { Box, Button, Card, Link, Skeleton, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { Title, useDataProvider, useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router';
import type { Today } from '../providers/contract.js';
import type { ReadyroomDataProvider } from '../providers/dataProvider.js';
import { FirstRun } from '../settings/FirstRun.js';
import { addDays } from '../shared/format.js';
import { listLink } from '../shared/listLink.js';
import { LoadFailed } from '../shared/LoadFailed.js';
import { useFormat } from '../shared/useFormat.js';
import { useMe } from '../shared/useMe.js';
import { TodayPrograms } from './TodayPrograms.js';

/** What needs attention: four numbers with a sentence each, and what waits for a decision. */
export const TodayPage = () => {
  const translate = useTranslate();
  const format = useFormat();
  const { me, can } = useMe();
  const api = useDataProvider<ReadyroomDataProvider>();
  const { data, error, refetch } = useQuery({ queryKey: ['today'], queryFn: () => api.getToday() });
  return (
    <Box sx={{ pt: 1, maxWidth: 1180 }}>
      <Title title={translate('menu.today')} />
      <Typography component="h2" variant="h5" sx={{ fontWeight: 680, mb: 0.5 }}>
        {translate('today.greeting', { name: me?.name ?? '' })}
      </Typography>
      <Typography color="text.secondary" sx={{ mb: 3, minHeight: 24 }}>
        {data &&
          translate('today.size', {
            people: format.number(data.people),
            rules: format.number(data.liveRules),
          })}
      </Typography>
      <FirstRun />
      {error ? (
        <LoadFailed error={error} onRetry={() => void refetch()} />
      ) : data ? (
        <Numbers today={data} />
      ) : (
        <Skeleton variant="rounded" height={170} />
      )}
      {can('certification', 'list') && <TodayPrograms />}
      {data && <Decisions today={data} />}
    </Box>
  );
};

const Numbers = ({ today }: { today: Today }) => {
  const translate = useTranslate();
  const format = useFormat();
  const { can } = useMe();
  const day = format.today();
  const numbers = [
    {
      name: 'overdue',
      value: today.overduePeople,
      to: listLink('completion-rows', { state: 'overdue' }),
      danger: true,
    },
    {
      name: 'due',
      value: today.dueThisWeek,
      to: `${listLink('completion-rows', {})}&sort=dueOn&order=ASC`,
      danger: false,
    },
    {
      name: 'completed',
      value: today.completedLast7Days,
      to: listLink('analytics-people', { of: 'completions', from: addDays(day, -6), to: day }),
      danger: false,
    },
    {
      name: 'failing',
      value: today.failingQuestions,
      to: can('questions', 'list') ? `${listLink('questions', {})}&sort=meanPercent&order=ASC` : '/analytics',
      danger: false,
    },
  ] as const;
  return (
    <Box
      component="ul"
      sx={{
        listStyle: 'none',
        p: 0,
        m: 0,
        display: 'grid',
        gap: 2,
        gridTemplateColumns: 'repeat(auto-fit, minmax(220px, 1fr))',
      }}
    >
      {numbers.map(({ name, value, to, danger }) => (
        <Card component="li" key={name} sx={{ p: 2.5, display: 'flex', flexDirection: 'column' }}>
          <Typography component="h3" variant="body2" sx={{ fontWeight: 600 }}>
            {translate(`today.${name}`)}
          </Typography>
          <Link
            component={RouterLink}
            to={to}
            aria-label={`${translate(`today.${name}`)}: ${format.number(value)}`}
            sx={{
              fontSize: 40,
              lineHeight: 1.25,
              fontWeight: 700,
              color: danger && value > 0 ? 'error.main' : 'primary.main',
              textDecorationColor: 'transparent',
              '&:hover': { textDecorationColor: 'inherit' },
            }}
          >
            {format.number(value)}
          </Link>
          <Typography variant="body2" color="text.secondary">
            {translate(`today.${name}_text`)}
          </Typography>
        </Card>
      ))}
    </Box>
  );
};

const Decisions = ({ today }: { today: Today }) => {
  const translate = useTranslate();
  const { can } = useMe();
  const waiting = [
    { name: 'drafts', count: today.draftVersions, to: '/courses', may: can('courses', 'publish') },
    { name: 'never', count: today.neverSignedIn, to: '/credentials', may: can('credentials', 'create') },
  ].filter(({ count, may }) => count > 0 && may);
  return (
    <Card component="section" aria-labelledby="today-decide" sx={{ p: 2.5, mt: 3 }}>
      <Typography id="today-decide" component="h2" variant="h6">
        {translate('today.decide')}
      </Typography>
      {waiting.length === 0 && <Typography color="text.secondary">{translate('today.nothing')}</Typography>}
      <Box component="ul" sx={{ listStyle: 'none', p: 0, m: 0 }}>
        {waiting.map(({ name, count, to }) => (
          <Box
            component="li"
            key={name}
            sx={{
              display: 'flex',
              alignItems: 'center',
              gap: 2,
              py: 1,
              borderBottom: 1,
              borderColor: 'divider',
              '&:last-child': { border: 0 },
            }}
          >
            <Typography sx={{ flex: 1 }}>{translate(`today.${name}`, { smart_count: count })}</Typography>
            <Button
              component={RouterLink}
              to={to}
              variant="outlined"
              size="small"
              aria-label={`${translate('today.open')}: ${translate(`today.${name}`, { smart_count: count })}`}
            >
              {translate('today.open')}
            </Button>
          </Box>
        ))}
      </Box>
    </Card>
  );
};
