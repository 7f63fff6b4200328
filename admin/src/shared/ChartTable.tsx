import { Link, Table, TableBody, TableCell, TableContainer, TableHead, TableRow } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router';
import type { ChartColumn } from './ChartFrame.js';
import { useFormat } from './useFormat.js';

interface Props<R> {
  columns: readonly ChartColumn<R>[];
  rows: readonly R[];
  peopleOf?: (row: R) => string;
  caption: string;
}

/** The rows of a chart as a table; the first cell of a row opens the people behind it. */
export function ChartTable<R>({ columns, rows, peopleOf, caption }: Props<R>) {
  const translate = useTranslate();
  const format = useFormat();
  const shown = (column: ChartColumn<R>, row: R) => {
    const value = column.value(row);
    return typeof value === 'number' ? format.number(value) : (value ?? '—');
  };
  return (
    <TableContainer sx={{ maxHeight: 420 }} tabIndex={0} role="group" aria-label={caption}>
      <Table size="small" stickyHeader>
        <TableHead>
          <TableRow>
            {columns.map((column, index) => (
              <TableCell key={column.label} align={index ? 'right' : 'left'}>
                {column.label}
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {rows.map((row, line) => (
            <TableRow key={line} hover>
              {columns.map((column, index) => (
                <TableCell
                  key={column.label}
                  component={index ? 'td' : 'th'}
                  scope={index ? undefined : 'row'}
                  align={index ? 'right' : 'left'}
                  sx={{ fontVariantNumeric: 'tabular-nums' }}
                >
                  {index === 0 && peopleOf ? (
                    <Link
                      component={RouterLink}
                      to={peopleOf(row)}
                      aria-label={translate('chart.open_people', { label: String(shown(column, row)) })}
                    >
                      {shown(column, row)}
                    </Link>
                  ) : (
                    shown(column, row)
                  )}
                </TableCell>
              ))}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
}
