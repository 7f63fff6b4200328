import { Box, Card, Chip, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { PeopleImport } from '../providers/contract.js';
import { TIERS } from '../shared/TierChip.js';
import { useFormat } from '../shared/useFormat.js';

const COUNTS = ['rows', 'created', 'updated', 'unchanged', 'leaving', 'errorCount'] as const;
const SHOWN_DEPARTMENTS = 40;

/** The counts of an import, by tier and status, and the departments it creates. */
export const ImportNumbers = ({ one }: { one: PeopleImport }) => {
  const translate = useTranslate();
  const format = useFormat();
  const T = (key: string, values?: object) => translate(`resources.people-imports.${key}`, values);
  return (
    <Card sx={{ p: 2.5 }}>
      <Box
        component="dl"
        sx={{ display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(110px, 1fr))', gap: 2, m: 0 }}
      >
        {COUNTS.map((count) => (
          <Box key={count} sx={{ display: 'flex', flexDirection: 'column-reverse' }}>
            <Typography component="dt" variant="body2" color="text.secondary">
              {T(`fields.${count}`)}
            </Typography>
            <Typography
              component="dd"
              sx={{
                m: 0,
                fontSize: 24,
                fontWeight: 650,
                color: count === 'errorCount' && one[count] > 0 ? 'error.main' : undefined,
              }}
            >
              {format.number(one[count])}
            </Typography>
          </Box>
        ))}
      </Box>
      <Typography variant="body2" sx={{ mt: 2 }}>
        <strong>{T('by_tier')}</strong>{' '}
        {TIERS.map((tier) => `${translate(`tier.${tier}`)} ${format.number(one.byTier[tier])}`).join(' · ')}
      </Typography>
      <Typography variant="body2">
        <strong>{T('by_status')}</strong>{' '}
        {(['active', 'left'] as const)
          .map((status) => `${translate(`person_status.${status}`)} ${format.number(one.byStatus[status])}`)
          .join(' · ')}
      </Typography>
      {one.departmentsCreated.length > 0 && (
        <Box component="details" sx={{ mt: 1 }}>
          <Typography component="summary" variant="body2" sx={{ cursor: 'pointer', fontWeight: 600 }}>
            {T('new_departments', { smart_count: one.departmentsCreated.length })}
          </Typography>
          <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.75, pt: 1 }}>
            {one.departmentsCreated.slice(0, SHOWN_DEPARTMENTS).map((path) => (
              <Chip key={path} size="small" variant="outlined" label={path} />
            ))}
            {one.departmentsCreated.length > SHOWN_DEPARTMENTS && '…'}
          </Box>
        </Box>
      )}
    </Card>
  );
};
