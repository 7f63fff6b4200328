import { Box, Table, TableBody, TableCell, TableRow, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { Scenario } from '../../providers/contract.js';
import { PersonLink } from '../../shared/PersonLink.js';
import { TierChip } from '../../shared/TierChip.js';
import { useFormat } from '../../shared/useFormat.js';
import { useText } from '../../shared/useLocale.js';
import { useMe } from '../../shared/useMe.js';
import { useWords } from '../useWords.js';
import type { Cast } from './letters.js';
import { useLetterText } from './useLetterText.js';

interface Props {
  cast: readonly Cast[];
  seats: Scenario['seats'];
  label: string;
}

/** Who comes to one date, as what, and what they were told. */
export const OccurrenceCast = ({ cast, seats, label }: Props) => {
  const translate = useTranslate();
  const textIn = useText();
  const format = useFormat();
  const W = useWords();
  const letterText = useLetterText();
  const { can } = useMe();
  const seatOf = (key: string) => {
    const seat = seats.find((one) => one.key === key);
    return seat ? textIn(seat.title) : key;
  };
  return (
    <Table size="small" aria-label={label}>
      <TableBody>
        {cast.map(({ person, role, seat, letter }) => (
          <TableRow key={person.id}>
            <TableCell component="th" scope="row">
              {can('people', 'show') ? <PersonLink id={person.id}>{person.name}</PersonLink> : person.name}{' '}
              <Box component="span" sx={{ color: 'text.secondary' }}>
                {person.employeeNo}
              </Box>
            </TableCell>
            <TableCell>
              {seat === null ? translate(`resources.drill-runs.role.${role}`) : seatOf(seat)}
            </TableCell>
            <TableCell>
              <TierChip tier={person.tier} />
            </TableCell>
            <TableCell>
              {letter ? (
                <>
                  {letterText(letter)}
                  <Typography variant="body2" color="text.secondary">
                    {format.instant(letter.at)}
                  </Typography>
                </>
              ) : (
                W('letter.none')
              )}
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
};
