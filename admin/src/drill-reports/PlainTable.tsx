import { Box, Table, TableBody, TableCell, TableHead, TableRow } from '@mui/material';
import type { ReactNode } from 'react';

interface Props {
  /** What the table holds, for who cannot see it. */
  label: string;
  head: readonly string[];
  rows: readonly { key: string; id?: string; cells: readonly ReactNode[] }[];
}

/** A table that scrolls sideways by itself where the screen is narrow. */
export const PlainTable = ({ label, head, rows }: Props) => (
  <Box sx={{ overflowX: 'auto' }} tabIndex={0} role="group" aria-label={label}>
    <Table size="small" aria-label={label}>
      <TableHead>
        <TableRow>
          {head.map((name) => (
            <TableCell key={name}>{name}</TableCell>
          ))}
        </TableRow>
      </TableHead>
      <TableBody>
        {rows.map(({ key, id, cells }) => (
          <TableRow
            key={key}
            id={id}
            sx={{ scrollMarginTop: 96, '&:target': { bgcolor: 'action.selected' } }}
          >
            {cells.map((cell, index) =>
              index === 0 ? (
                <TableCell key={index} component="th" scope="row">
                  {cell}
                </TableCell>
              ) : (
                <TableCell key={index} sx={{ overflowWrap: 'break-word' }}>
                  {cell}
                </TableCell>
              ),
            )}
          </TableRow>
        ))}
      </TableBody>
    </Table>
  </Box>
);
