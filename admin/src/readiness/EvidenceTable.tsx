import { Table, TableBody, TableCell, TableContainer, TableFooter, TableHead, TableRow } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { ReadinessNumber } from '../providers/contract.js';
import { useFormat } from '../shared/useFormat.js';
import { useText } from '../shared/useLocale.js';

const COLUMNS = ['what', 'when', 'result', 'weight', 'left', 'contribution'] as const;
const rounded = (value: number): number => Math.round(value * 10) / 10;

/** What a number adds up from. */
export const EvidenceTable = ({ number: { evidence, value } }: { number: ReadinessNumber }) => {
  const translate = useTranslate();
  const textIn = useText();
  const format = useFormat();
  const T = (key: string, options?: object) => translate(`resources.readiness-person.${key}`, options);
  const percent = (share: number) => translate('common.percent', { value: rounded(share * 100) });
  return (
    <TableContainer tabIndex={0} role="group" aria-label={T('rests_on')}>
      <Table size="small" sx={{ fontVariantNumeric: 'tabular-nums' }}>
        <TableHead>
          <TableRow>
            {COLUMNS.map((name, n) => (
              <TableCell key={name} scope="col" align={n > 1 ? 'right' : 'left'}>
                {T(`col.${name}`)}
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {evidence.map(({ kind, id, title, at, result, weight, decay, contribution }) => (
            <TableRow key={`${id} ${title.en}`} hover>
              <TableCell component="th" scope="row">
                {T(`kind.${kind}`, { title: textIn(title) })}
              </TableCell>
              <TableCell sx={{ whiteSpace: 'nowrap' }}>{format.instant(at)}</TableCell>
              <TableCell align="right">{format.number(result)}</TableCell>
              <TableCell align="right">{percent(weight)}</TableCell>
              <TableCell align="right">{percent(decay)}</TableCell>
              <TableCell align="right">{format.number(rounded(contribution))}</TableCell>
            </TableRow>
          ))}
        </TableBody>
        <TableFooter>
          <TableRow>
            <TableCell
              component="th"
              scope="row"
              colSpan={COLUMNS.length - 1}
              sx={{ fontWeight: 650, color: 'text.primary', fontSize: 14 }}
            >
              {T('sum')}
            </TableCell>
            <TableCell align="right" sx={{ fontWeight: 650, color: 'text.primary', fontSize: 14 }}>
              {value === null ? '—' : format.number(value)}
            </TableCell>
          </TableRow>
        </TableFooter>
      </Table>
    </TableContainer>
  );
};
