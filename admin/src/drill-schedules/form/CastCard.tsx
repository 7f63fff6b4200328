import { Box, Button, TextField, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { Scenario } from '../../providers/contract.js';
import { DepartmentPicker } from '../../shared/DepartmentPicker.js';
import { PeoplePicker } from '../../shared/PeoplePicker.js';
import { useText } from '../../shared/useLocale.js';
import { seatPlan, STAFF, takenBeside, type CastPlan, type SeatPlan } from '../draft.js';
import { useWords } from '../useWords.js';
import { SectionCard } from '../SectionCard.js';

interface Props {
  cast: CastPlan;
  seats: Scenario['seats'];
  onChange: (cast: CastPlan) => void;
}
const ROLE = { controllers: 'controller', evaluators: 'evaluator', observers: 'observer' } as const;

/** Who sits where: by name, or whoever of a tier in a department has drilled least when it is planned. */
export const CastCard = ({ cast, seats, onChange }: Props) => {
  const translate = useTranslate();
  const W = useWords();
  const setSeat = (key: string, plan: SeatPlan) =>
    onChange({ ...cast, seats: { ...cast.seats, [key]: plan } });
  return (
    <SectionCard title={W('cast')}>
      <Typography variant="body2" color="text.secondary" sx={{ mb: 1 }}>
        {W('cast_help')}
      </Typography>
      <Box sx={GRID}>
        {seats.map((seat) => (
          <SeatFields
            key={seat.key}
            seat={seat}
            plan={seatPlan(cast, seat.key)}
            cast={cast}
            onChange={(plan) => setSeat(seat.key, plan)}
          />
        ))}
      </Box>
      <Typography variant="subtitle2" component="h3" sx={{ mt: 2 }}>
        {translate('resources.drill-runs.cast.staff')}
      </Typography>
      <Box sx={GRID}>
        {STAFF.map((role) => (
          <PeoplePicker
            key={role}
            label={translate(`resources.drill-runs.role.${ROLE[role]}`)}
            helperText={translate(`resources.drill-runs.cast.role_help.${ROLE[role]}`)}
            value={[...cast[role]]}
            taken={takenBeside(cast, cast[role])}
            withTier
            onChange={(people) => onChange({ ...cast, [role]: people })}
          />
        ))}
      </Box>
    </SectionCard>
  );
};

const SeatFields = ({
  seat,
  plan,
  cast,
  onChange,
}: {
  seat: Scenario['seats'][number];
  plan: SeatPlan;
  cast: CastPlan;
  onChange: (plan: SeatPlan) => void;
}) => {
  const translate = useTranslate();
  const textIn = useText();
  const W = useWords();
  const { people, fill } = plan;
  const title = textIn(seat.title);
  return (
    <Box role="group" aria-label={title} sx={{ minWidth: 0 }}>
      <PeoplePicker
        label={title}
        helperText={translate('resources.drill-runs.cast.seat_help', {
          tier: translate(`tier.${seat.tier}`),
          department: textIn(seat.department),
        })}
        value={[...people]}
        taken={takenBeside(cast, people)}
        withTier
        onChange={(chosen) => onChange({ ...plan, people: chosen })}
      />
      {fill === null ? (
        <Button
          size="small"
          onClick={() => onChange({ ...plan, fill: { departmentId: null, people: 1 } })}
          aria-label={W('fill_named', { seat: title })}
        >
          {W('fill')}
        </Button>
      ) : (
        <Box sx={{ pl: 2, borderLeft: 2, borderColor: 'divider' }}>
          <DepartmentPicker
            label={W('fill_department', { tier: translate(`tier.${seat.tier}`) })}
            required
            value={fill.departmentId}
            onChange={(departmentId) => onChange({ ...plan, fill: { ...fill, departmentId } })}
          />
          <Box sx={{ display: 'flex', gap: 1, alignItems: 'center' }}>
            <TextField
              type="number"
              label={W('fill_people')}
              value={fill.people}
              onChange={(event) =>
                onChange({
                  ...plan,
                  fill: {
                    ...fill,
                    people: Math.min(50, Math.max(1, Math.floor(Number(event.target.value)) || 1)),
                  },
                })
              }
              slotProps={{ htmlInput: { min: 1, max: 50 } }}
            />
            <Button
              onClick={() => onChange({ ...plan, fill: null })}
              aria-label={W('fill_remove_named', { seat: title })}
            >
              {W('fill_remove')}
            </Button>
          </Box>
        </Box>
      )}
    </Box>
  );
};

const GRID = {
  display: 'grid',
  columnGap: 2,
  rowGap: 1,
  gridTemplateColumns: { sm: 'repeat(2, minmax(0, 1fr))' },
} as const;
