import { Box, Card, Link, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router';
import type { AudienceRule } from '../providers/contract.js';
import { listLink } from '../shared/listLink.js';
import { useFormat } from '../shared/useFormat.js';
import { useMe } from '../shared/useMe.js';

const STATE = { people: undefined, assigned: undefined, completed: 'completed', overdue: 'overdue' } as const;

/**
 * The counts of a rule; each opens the lines behind it. People reached have one line in the list of a program; of several
 * courses they have one each, so theirs is no count of lines.
 */
export const RuleNumbers = ({ rule }: { rule: AudienceRule }) => {
  const translate = useTranslate();
  const format = useFormat();
  const { can } = useMe();
  const T = (key: string) => translate(`resources.audience-rules.detail.${key}`);
  const linkOf = (name: keyof typeof STATE): string | null => {
    if (rule.withdrawnAt !== null) return null;
    if (name === 'people' && rule.program)
      return can('certification-people', 'list')
        ? listLink('certification-people', { ruleId: rule.id })
        : null;
    if (!can('completion', 'list') || (name === 'people' && rule.courses.length > 1)) return null;
    const state = STATE[name];
    return listLink('completion-rows', { ruleId: rule.id, ...(state ? { state } : {}) });
  };
  return (
    <Card sx={{ p: 2.5 }}>
      <Box
        component="dl"
        sx={{ display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(130px, 1fr))', gap: 2, m: 0 }}
      >
        {(['people', 'assigned', 'completed', 'overdue'] as const).map((name) => {
          const label = T(name === 'people' ? 'reached' : name);
          const to = linkOf(name);
          return (
            <Box key={name} sx={{ display: 'flex', flexDirection: 'column-reverse' }}>
              <Typography component="dt" variant="body2" color="text.secondary">
                {label}
              </Typography>
              <Typography component="dd" sx={{ m: 0, fontSize: 26, fontWeight: 680 }}>
                {to ? (
                  <Link
                    component={RouterLink}
                    to={to}
                    aria-label={`${label} ${format.number(rule[name])}, ${T('open_people')}`}
                    sx={{ color: name === 'overdue' && rule.overdue ? 'error.main' : 'text.primary' }}
                  >
                    {format.number(rule[name])}
                  </Link>
                ) : (
                  format.number(rule[name])
                )}
              </Typography>
            </Box>
          );
        })}
      </Box>
    </Card>
  );
};
