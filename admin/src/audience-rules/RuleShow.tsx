import { Box, Card, Chip, Link, Skeleton, Typography } from '@mui/material';
import { Title, useGetOne, useTranslate } from 'react-admin';
import { Link as RouterLink, useParams } from 'react-router';
import type { AudienceRule } from '../providers/contract.js';
import { LoadFailed } from '../shared/LoadFailed.js';
import { PersonLink } from '../shared/PersonLink.js';
import { useFormat } from '../shared/useFormat.js';
import { useText } from '../shared/useLocale.js';
import { useMe } from '../shared/useMe.js';
import { ChangeDueButton } from './due/ChangeDueButton.js';
import { RuleNumbers } from './RuleNumbers.js';
import { useAudienceText } from './useAudienceText.js';
import { useDueText } from './due/useDueText.js';
import { WithdrawButton } from './WithdrawButton.js';

export const RuleShow = () => {
  const translate = useTranslate();
  const format = useFormat();
  const textIn = useText();
  const audienceText = useAudienceText();
  const dueText = useDueText();
  const { can } = useMe();
  const { id = '' } = useParams();
  const { data: rule, error, refetch } = useGetOne<AudienceRule>('audience-rules', { id });
  if (error) return <LoadFailed error={error} onRetry={() => void refetch()} />;
  if (!rule) return <Skeleton variant="rounded" height={320} />;
  const isLive = rule.withdrawnAt === null;
  const facts: [string, React.ReactNode][] = [
    ['audience', audienceText(rule)],
    ['dueOn', dueText(rule) || translate('resources.audience-rules.no_due')],
    ['joinersDueDays', rule.dueAfter ? null : rule.joinersDueDays],
    ['createdBy', `${rule.createdBy.name} · ${format.instant(rule.createdAt)}`],
    ['note', rule.note],
  ];
  return (
    <Box sx={{ display: 'grid', gap: 2, maxWidth: 1000 }}>
      <Title title={rule.name} />
      <Box sx={{ display: 'flex', gap: 1, alignItems: 'center', flexWrap: 'wrap', pt: 1, minHeight: 44 }}>
        <Chip
          size="small"
          variant="outlined"
          color={isLive ? 'success' : 'default'}
          label={
            rule.withdrawnAt
              ? translate('resources.audience-rules.withdrawn_on', { day: format.instant(rule.withdrawnAt) })
              : translate('resources.audience-rules.state.live')
          }
        />
        <Box sx={{ flex: 1 }} />
        {isLive && can('audience-rules', 'edit') && (
          <>
            <ChangeDueButton rule={rule} />
            <WithdrawButton rule={rule} />
          </>
        )}
      </Box>
      <RuleNumbers rule={rule} />
      <Card sx={{ p: 2.5 }}>
        <Box
          component="dl"
          sx={{ display: 'grid', gridTemplateColumns: { sm: '12em 1fr' }, gap: '8px 16px', m: 0 }}
        >
          {facts
            .filter(([, value]) => value)
            .map(([field, value]) => (
              <Box key={field} sx={{ display: 'contents' }}>
                <Box component="dt" sx={{ color: 'text.secondary' }}>
                  {translate(`resources.audience-rules.fields.${field}`)}
                </Box>
                <Box component="dd" sx={{ m: 0 }}>
                  {value}
                </Box>
              </Box>
            ))}
        </Box>
      </Card>
      <Card component="section" aria-labelledby="rule-courses" sx={{ p: 2.5 }}>
        <Typography id="rule-courses" variant="subtitle2" component="h2">
          {translate(`resources.audience-rules.fields.${rule.program ? 'program' : 'courses'}`)}
        </Typography>
        {rule.program && (
          <Link component={RouterLink} to={`/programs/${rule.program.id}/show`}>
            {textIn(rule.program.title)}
          </Link>
        )}
        <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
          {rule.courses.map((course) => (
            <li key={course.id}>
              <Link component={RouterLink} to={`/courses/${course.id}/show`}>
                {textIn(course.title)}
              </Link>
            </li>
          ))}
        </Box>
        {rule.audience.people.length > 0 && (
          <>
            <Typography variant="subtitle2" component="h2" sx={{ mt: 2 }}>
              {translate('resources.audience-rules.audience_people', {
                smart_count: rule.audience.personIds.length,
              })}
            </Typography>
            <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: '4px 16px' }}>
              {rule.audience.people.map((person) => (
                <PersonLink key={person.id} id={person.id}>
                  {person.name} · {person.employeeNo}
                </PersonLink>
              ))}
            </Box>
          </>
        )}
      </Card>
    </Box>
  );
};
