import { Box, Button, Chip, Table, TableBody, TableCell, TableHead, TableRow } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { RosterLine } from '../providers/contract.js';
import { PersonLink } from '../shared/PersonLink.js';
import { useLocale } from '../shared/useLocale.js';
import { addDays } from '../shared/format.js';
import type { Edited } from './ShiftDialog.js';
import { daysOf, wallOf } from './week.js';

interface Props {
  lines: readonly RosterLine[];
  monday: string;
  today: string;
  timeZone: string;
  /** Left out for those who may only look. */
  onEdit?: (edited: Edited) => void;
}

/** A line a person, a column a day; a shift stands on the day it begins, one from the week before on its first day. */
export const WeekTable = ({ lines, monday, today, timeZone, onEdit }: Props) => {
  const translate = useTranslate();
  const locale = useLocale();
  const T = (key: string, options?: object) => translate(`shifts.${key}`, options);
  const days = daysOf(monday);
  const named = (day: string, parts: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : 'zh-CN', { ...parts, timeZone: 'UTC' }).format(
      new Date(`${day}T00:00:00Z`),
    );
  const dayName = (day: string) =>
    `${named(day, { weekday: 'short' })} ${named(day, { day: 'numeric', month: locale === 'en' ? 'short' : 'numeric' })}`;
  return (
    <Box sx={{ overflowX: 'auto' }} tabIndex={0} role="region" aria-label={T('week')}>
      <Table size="small" sx={{ minWidth: 960, '& td, & th': { verticalAlign: 'top' } }}>
        <TableHead>
          <TableRow>
            <TableCell sx={{ minWidth: 150 }}>{T('person')}</TableCell>
            {days.map((day) => (
              <TableCell key={day} aria-current={day === today ? 'date' : undefined}>
                <Box component="span" sx={day === today ? { fontWeight: 700, color: 'primary.main' } : {}}>
                  {dayName(day)}
                </Box>
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {lines.map(({ person, employeeNo, department, onShift, shifts }) => (
            <TableRow key={person.id}>
              <TableCell component="th" scope="row">
                <PersonLink id={person.id}>{person.name}</PersonLink>
                {onShift && (
                  <Chip
                    size="small"
                    color="success"
                    variant="outlined"
                    label={T('on_shift')}
                    sx={{ ml: 1 }}
                  />
                )}
                <Box sx={{ color: 'text.secondary', fontSize: 12.5, fontWeight: 400 }}>
                  {employeeNo} · {department}
                </Box>
              </TableCell>
              {days.map((day, n) => (
                <TableCell key={day}>
                  {shifts.map((shift) => {
                    const [start, end] = [wallOf(shift.startsAt, timeZone), wallOf(shift.endsAt, timeZone)];
                    const isHere = start.day === day || (n === 0 && start.day < day);
                    if (!isHere) return null;
                    const label = `${start.day < day ? T('since', { day: start.day.slice(5) }) : ''}${start.time}–${end.time}${
                      end.day > start.day ? T(end.day > addDays(start.day, 1) ? 'plus_two' : 'plus_one') : ''
                    }`;
                    return onEdit ? (
                      <Button
                        key={shift.id}
                        size="small"
                        variant="outlined"
                        aria-label={T('edit_label', { name: person.name, day, label })}
                        onClick={() => onEdit({ shift, person, day })}
                        sx={{ mb: 0.5, px: 1, whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums' }}
                      >
                        {label}
                      </Button>
                    ) : (
                      <Box key={shift.id} sx={{ whiteSpace: 'nowrap' }}>
                        {label}
                      </Box>
                    );
                  })}
                </TableCell>
              ))}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Box>
  );
};
