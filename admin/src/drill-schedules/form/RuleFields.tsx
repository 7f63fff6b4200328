import { Box, MenuItem, TextField, ToggleButton, ToggleButtonGroup, Typography } from '@mui/material';
import { addDays } from '../../shared/format.js';
import { useLocale } from '../../shared/useLocale.js';
import {
  FREQUENCIES,
  MONTH_DAYS,
  placeOf,
  WEEKDAYS,
  writeRule,
  type Rule,
  type Weekday,
} from '../rule/rule.js';
import { ruleInWords, shortWeekday } from '../rule/rule-words.js';
import { useWords } from '../useWords.js';

interface Props {
  rule: Rule;
  startDay: string;
  onChange: (rule: Rule) => void;
}
const ENDS = ['never', 'count', 'until'] as const;
const HALF_A_YEAR = 182;

/** How often, on which days, until when; the sentence below says what was chosen, the rule behind it stands beside. */
export const RuleFields = ({ rule, startDay, onChange }: Props) => {
  const W = useWords();
  const locale = useLocale();
  const change = (part: Partial<Rule>) => onChange({ ...rule, ...part });
  const { frequency, end } = rule;
  const setEnd = (kind: (typeof ENDS)[number]) =>
    change({
      end:
        kind === 'count'
          ? { kind, count: 10 }
          : kind === 'until'
            ? { kind, day: addDays(startDay, HALF_A_YEAR) }
            : { kind },
    });
  const number = (value: string, most: number) => Math.min(most, Math.max(1, Math.floor(Number(value)) || 1));
  return (
    <Box sx={{ display: 'grid', gap: 1 }}>
      <Box sx={{ display: 'grid', columnGap: 2, gridTemplateColumns: { sm: '120px 1fr 1fr' } }}>
        <TextField
          type="number"
          label={W('every')}
          value={rule.interval}
          onChange={(event) => change({ interval: number(event.target.value, 60) })}
          slotProps={{ htmlInput: { min: 1, max: 60 } }}
        />
        <TextField
          select
          label={W('unit_label')}
          value={frequency}
          onChange={(event) => change({ frequency: event.target.value as Rule['frequency'] })}
        >
          {FREQUENCIES.map((one) => (
            <MenuItem key={one} value={one}>
              {W(`unit.${one}`)}
            </MenuItem>
          ))}
        </TextField>
        {frequency === 'MONTHLY' && (
          <TextField
            select
            label={W('month_day_label')}
            value={rule.monthDay}
            onChange={(event) => change({ monthDay: event.target.value as Rule['monthDay'] })}
          >
            {MONTH_DAYS.map((one) => (
              <MenuItem key={one} value={one}>
                {W(`month_day.${one}`)}
              </MenuItem>
            ))}
          </TextField>
        )}
      </Box>
      {frequency === 'WEEKLY' && (
        <ToggleButtonGroup
          size="small"
          value={rule.weekdays.length > 0 ? rule.weekdays : [placeOf(startDay).weekday]}
          aria-label={W('weekdays')}
          onChange={(_event, weekdays: Weekday[]) => change({ weekdays })}
          sx={{ flexWrap: 'wrap' }}
        >
          {WEEKDAYS.map((day) => (
            <ToggleButton key={day} value={day}>
              {shortWeekday(day, locale)}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
      )}
      <Box sx={{ display: 'grid', columnGap: 2, gridTemplateColumns: { sm: '1fr 1fr' } }}>
        <TextField
          select
          label={W('end_label')}
          value={end.kind}
          onChange={(event) => setEnd(event.target.value as (typeof ENDS)[number])}
        >
          {ENDS.map((one) => (
            <MenuItem key={one} value={one}>
              {W(`end.${one}`)}
            </MenuItem>
          ))}
        </TextField>
        {end.kind === 'count' && (
          <TextField
            type="number"
            label={W('count')}
            value={end.count}
            onChange={(event) => change({ end: { kind: 'count', count: number(event.target.value, 500) } })}
            slotProps={{ htmlInput: { min: 1, max: 500 } }}
          />
        )}
        {end.kind === 'until' && (
          <TextField
            type="date"
            label={W('until')}
            value={end.day}
            onChange={(event) =>
              event.target.value && change({ end: { kind: 'until', day: event.target.value } })
            }
            slotProps={{ htmlInput: { min: startDay }, inputLabel: { shrink: true } }}
          />
        )}
      </Box>
      <Typography role="status" sx={{ fontWeight: 600 }}>
        {ruleInWords(rule, startDay, locale)}{' '}
        <Typography
          component="code"
          variant="caption"
          color="text.secondary"
          sx={{ overflowWrap: 'anywhere' }}
        >
          {writeRule(rule, startDay)}
        </Typography>
      </Typography>
      {frequency === 'MONTHLY' && rule.monthDay === 'date' && placeOf(startDay).date > 28 && (
        <Typography variant="body2" color="text.secondary">
          {W('short_months')}
        </Typography>
      )}
    </Box>
  );
};
