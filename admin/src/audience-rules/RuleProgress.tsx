import { Box, LinearProgress } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { AudienceRule } from '../providers/contract.js';
import { useFormat } from '../shared/useFormat.js';

export const RuleProgress = ({ rule }: { rule: AudienceRule }) => {
  const translate = useTranslate();
  const format = useFormat();
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, minWidth: 150 }}>
      <LinearProgress
        variant="determinate"
        value={rule.assigned ? (rule.completed / rule.assigned) * 100 : 0}
        aria-label={translate('resources.audience-rules.fields.progress')}
        sx={{ flex: 1, height: 6, borderRadius: 3 }}
      />
      <Box component="span" sx={{ fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' }}>
        {format.number(rule.completed)} / {format.number(rule.assigned)}
      </Box>
    </Box>
  );
};
