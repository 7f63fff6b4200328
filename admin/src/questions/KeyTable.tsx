import { Table, TableBody, TableCell, TableContainer, TableHead, TableRow } from '@mui/material';
import type { Text } from '../providers/contract.js';
import { visuallyHidden } from '../shared/visuallyHidden.js';
import { BothLanguages } from './BothLanguages.js';

interface Props {
  caption: string;
  heads: readonly string[];
  /** A cell is a plain sign or a text in both languages; the first one names its row. */
  rows: readonly (readonly (string | Text)[])[];
}

export const KeyTable = ({ caption, heads, rows }: Props) => (
  <TableContainer tabIndex={0} role="region" aria-label={caption}>
    <Table size="small">
      <caption style={visuallyHidden}>{caption}</caption>
      <TableHead>
        <TableRow>
          {heads.map((head) => (
            <TableCell key={head} scope="col">
              {head}
            </TableCell>
          ))}
        </TableRow>
      </TableHead>
      <TableBody>
        {rows.map((row, line) => (
          <TableRow key={line}>
            {row.map((cell, i) => (
              <TableCell
                key={heads[i]}
                component={i ? 'td' : 'th'}
                scope={i ? undefined : 'row'}
                sx={{ verticalAlign: 'top' }}
              >
                {typeof cell === 'string' ? cell : <BothLanguages text={cell} />}
              </TableCell>
            ))}
          </TableRow>
        ))}
      </TableBody>
    </Table>
  </TableContainer>
);
