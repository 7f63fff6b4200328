import { Box, Card, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import type { Scenario } from '../../providers/contract.js';
import { PeoplePicker } from '../../shared/PeoplePicker.js';
import { UnsavedChanges } from '../../shared/UnsavedChanges.js';
import { useText } from '../../shared/useLocale.js';
import { seatSlot, STAFF_ROLES, takenBeside, type CastDraft } from './draft.js';

interface Props {
  seats: Scenario['seats'];
  draft: CastDraft;
  onChange: (draft: CastDraft) => void;
}

/** People at seats and in the staff, found by name, initials or number; their tier stands beside the name. */
export const CastEditor = ({ seats, draft, onChange }: Props) => {
  const translate = useTranslate();
  const textIn = useText();
  const [start] = useState(draft);
  const T = (key: string, options?: object) => translate(`resources.drill-runs.cast.${key}`, options);
  const field = (slot: string, label: string, helperText: string) => (
    <PeoplePicker
      key={slot}
      label={label}
      helperText={helperText}
      value={[...(draft[slot] ?? [])]}
      taken={takenBeside(draft, slot)}
      withTier
      onChange={(people) => onChange({ ...draft, [slot]: people })}
    />
  );
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      <UnsavedChanges when={draft !== start} />
      <Card component="section" aria-labelledby="cast-seats" sx={{ p: 2.5 }}>
        <Typography id="cast-seats" variant="subtitle2" component="h2">
          {T('seats')}
        </Typography>
        <Typography variant="body2" color="text.secondary" sx={{ mb: 1 }}>
          {T('seats_help')}
        </Typography>
        <Box sx={GRID}>
          {seats.map(({ key, title, tier, department }) =>
            field(
              seatSlot(key),
              textIn(title),
              T('seat_help', { tier: translate(`tier.${tier}`), department: textIn(department) }),
            ),
          )}
        </Box>
      </Card>
      <Card component="section" aria-labelledby="cast-staff" sx={{ p: 2.5 }}>
        <Typography id="cast-staff" variant="subtitle2" component="h2">
          {T('staff')}
        </Typography>
        <Box sx={GRID}>
          {STAFF_ROLES.map((role) =>
            field(role, translate(`resources.drill-runs.role.${role}`), T(`role_help.${role}`)),
          )}
        </Box>
      </Card>
    </Box>
  );
};

const GRID = {
  display: 'grid',
  columnGap: 2,
  rowGap: 0.5,
  gridTemplateColumns: { sm: 'repeat(2, minmax(0, 1fr))' },
} as const;
