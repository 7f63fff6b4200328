import CheckOutlined from '@mui/icons-material/CheckOutlined';
import CloseOutlined from '@mui/icons-material/CloseOutlined';
import { Box, Skeleton, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useDataProvider, useTranslate } from 'react-admin';
import type { ExplainedCondition, Why } from '../../providers/contract.js';
import type { ReadyroomDataProvider } from '../../providers/dataProvider.js';
import { LoadFailed } from '../../shared/LoadFailed.js';
import { RecordLink } from '../../shared/RecordLink.js';
import { useFormat } from '../../shared/useFormat.js';
import { useText } from '../../shared/useLocale.js';
import { useMe } from '../../shared/useMe.js';
import { visuallyHidden } from '../../shared/visuallyHidden.js';

/** Why somebody has a program, or why not: the answer first, then each rule, part by part. */
export const WhyPanel = ({ personId, programId }: { personId: string; programId: string }) => {
  const translate = useTranslate();
  const textIn = useText();
  const api = useDataProvider<ReadyroomDataProvider>();
  const { data, error, refetch } = useQuery({
    queryKey: ['why', personId, programId],
    queryFn: ({ signal }) => api.whyProgram(personId, programId, signal),
  });
  if (error) return <LoadFailed error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton variant="rounded" height={120} />;
  return (
    <Box sx={{ display: 'grid', gap: 1 }}>
      <Typography sx={{ fontWeight: 600, lineHeight: 1.7 }}>{textIn(data.says)}</Typography>
      {data.due && (
        <Typography>{translate('resources.certification.why.due', { how: textIn(data.due) })}</Typography>
      )}
      {data.rules.length === 0 && (
        <Typography color="text.secondary">{translate('resources.certification.why.no_rules')}</Typography>
      )}
      {data.rules.map((rule) => (
        <Rule key={rule.rule.id} rule={rule} />
      ))}
    </Box>
  );
};

const Rule = ({
  rule: { rule, withdrawnAt, reaches, condition, assignment },
}: {
  rule: Why['rules'][number];
}) => {
  const translate = useTranslate();
  const textIn = useText();
  const format = useFormat();
  const { can } = useMe();
  const T = (key: string, options?: object) => translate(`resources.certification.why.${key}`, options);
  const lines = assignment
    ? [
        T(assignment.joinedLater ? 'assigned_later' : 'assigned', { day: format.day(assignment.assignedOn) }),
        T('due', { how: textIn(assignment.due) }),
        assignment.givesDueDay && T('gives_due_day'),
        assignment.withdrawnAt && T('withdrawn', { instant: format.instant(assignment.withdrawnAt) }),
        assignment.withdrawnBecause && T('sentence', { text: textIn(assignment.withdrawnBecause) }),
        assignment.kept && T('sentence', { text: textIn(assignment.kept) }),
      ].filter(Boolean)
    : [T('never_assigned')];
  return (
    <Box sx={{ border: 1, borderColor: 'divider', borderRadius: 1.5, p: 1.5 }}>
      <Typography component="h3" sx={{ fontSize: '0.95rem' }}>
        {can('audience-rules', 'show') ? (
          <RecordLink to={`/audience-rules/${rule.id}/show`}>{rule.name}</RecordLink>
        ) : (
          rule.name
        )}
      </Typography>
      <Typography variant="body2" color="text.secondary">
        {withdrawnAt
          ? T('ended', { instant: format.instant(withdrawnAt) })
          : T(reaches ? 'reaches' : 'misses')}{' '}
        {lines.join(' ')}
      </Typography>
      {condition && (
        <Box
          component="ul"
          sx={{ listStyle: 'none', p: 0, m: 0, mt: 1, '& ul': { pl: 3, listStyle: 'none' } }}
        >
          <Part part={condition} />
        </Box>
      )}
    </Box>
  );
};

const Part = ({ part }: { part: ExplainedCondition }) => {
  const translate = useTranslate();
  const textIn = useText();
  const Icon = part.met ? CheckOutlined : CloseOutlined;
  return (
    <li>
      <Box sx={{ display: 'flex', gap: 1, py: 0.25 }}>
        <Icon
          aria-hidden
          fontSize="small"
          sx={{ color: part.met ? 'success.main' : 'error.main', mt: '2px' }}
        />
        <Typography variant="body2">
          <span style={visuallyHidden}>
            {translate(`resources.certification.why.${part.met ? 'met' : 'not_met'}`)}
          </span>
          {textIn(part.says)}
        </Typography>
      </Box>
      {part.parts.length > 0 && (
        <ul>
          {part.parts.map((one, index) => (
            <Part key={index} part={one} />
          ))}
        </ul>
      )}
    </li>
  );
};
