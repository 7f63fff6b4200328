import { Box, Link, Table, TableBody, TableCell, TableContainer, TableHead, TableRow } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link as RouterLink, useSearchParams } from 'react-router';
import type { CertificationBoard, StatusNumbers } from '../providers/contract.js';
import { NumberLink } from '../shared/NumberLink.js';
import { useText } from '../shared/useLocale.js';
import { rowsFilter, writeFilters, type BoardFilters, type BoardView, type Cut } from './filters.js';
import { StatusCell } from './StatusCell.js';
import { STATUSES, TONES } from './statuses.js';

interface Props {
  board: CertificationBoard;
  filters: BoardFilters;
  view: BoardView;
}
type Row = CertificationBoard['rows'][number];

const sticky = { position: 'sticky', left: 0, zIndex: 2, bgcolor: 'background.paper' } as const;
const head = { maxWidth: 160, whiteSpace: 'normal', lineHeight: 1.35 } as const;

/** Departments down; across either programs, or statuses of what the board is cut to. */
export const BoardTable = ({ board, filters, view }: Props) => {
  const translate = useTranslate();
  const textIn = useText();
  const T = (key: string, options?: object) => translate(`resources.certification.${key}`, options);
  const cellOf = (row: Row, programId: string) => row.cells.find((cell) => cell.programId === programId);
  const columns =
    view === 'program'
      ? [['sum', T('sum')], ...board.programs.map(({ id, title }) => [id, textIn(title)])]
      : [
          ['asked', T('asked')],
          ...STATUSES.map((status) => [status, translate(`program_status.${status}`)]),
          ['share', T('share')],
        ];
  const line = (label: string, cut: Cut, numbers: StatusNumbers, row?: Row) =>
    view === 'status' ? (
      <StatusColumns
        numbers={numbers}
        label={label}
        filterOf={(more) => rowsFilter(filters, { ...cut, ...more })}
      />
    ) : (
      <>
        <TableCell>
          <StatusCell
            numbers={numbers}
            label={label}
            filterOf={(status) => rowsFilter(filters, { ...cut, status })}
          />
        </TableCell>
        {board.programs.map(({ id, title }) => (
          <TableCell key={id}>
            <StatusCell
              numbers={
                row
                  ? cellOf(row, id)?.numbers
                  : board.byProgram.find(({ programId }) => programId === id)?.numbers
              }
              label={`${label}, ${textIn(title)}`}
              filterOf={(status) => rowsFilter(filters, { ...cut, programId: [id], status })}
            />
          </TableCell>
        ))}
      </>
    );
  return (
    <TableContainer tabIndex={0} role="region" aria-label={T('caption')} sx={{ maxHeight: '70vh' }}>
      <Table
        size="small"
        stickyHeader
        sx={{
          '& .MuiTableCell-head': { bgcolor: 'background.paper' },
          '& td, & th': { verticalAlign: 'top' },
        }}
      >
        <caption style={{ captionSide: 'bottom' }}>{T('caption_text')}</caption>
        <TableHead>
          <TableRow>
            <TableCell scope="col" sx={{ ...sticky, ...head, zIndex: 3, minWidth: 160 }}>
              {T('department')}
            </TableCell>
            {columns.map(([key, column]) => (
              <TableCell key={key} scope="col" sx={{ ...head, minWidth: view === 'program' ? 116 : 72 }}>
                {column}
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          <TableRow sx={{ '& > *': { borderBottomWidth: 2 } }}>
            <TableCell component="th" scope="row" sx={{ ...sticky, fontWeight: 600 }}>
              {T('all_here')}
            </TableCell>
            {line(T('all_here'), {}, board.total)}
          </TableRow>
          {board.rows.map((row) => {
            const name = row.own ? T('own', { name: row.name }) : row.name;
            return (
              <TableRow key={`${row.departmentId}${String(row.own)}`} hover>
                <TableCell component="th" scope="row" sx={{ ...sticky, fontWeight: 600 }}>
                  <DepartmentName row={row} filters={filters} name={name} />
                </TableCell>
                {line(name, { departmentId: row.departmentId, own: row.own }, row.numbers, row)}
              </TableRow>
            );
          })}
        </TableBody>
      </Table>
    </TableContainer>
  );
};

interface ColumnsProps {
  numbers: StatusNumbers;
  label: string;
  filterOf: (cut: Cut) => object;
}

/** One number a status, then the share that is valid. */
const StatusColumns = ({ numbers, label, filterOf }: ColumnsProps) => {
  const translate = useTranslate();
  const { people, byStatus, compliantPercent } = numbers;
  return (
    <>
      <TableCell>
        <NumberLink
          list="certification-people"
          value={people}
          label={`${label}, ${translate('resources.certification.asked')}`}
          filter={filterOf({})}
        />
      </TableCell>
      {STATUSES.map((status) => (
        <TableCell key={status}>
          <NumberLink
            list="certification-people"
            value={byStatus[status]}
            label={`${label}, ${translate(`program_status.${status}`)}`}
            filter={filterOf({ status: [status] })}
            danger={TONES[status] === 'error'}
          />
        </TableCell>
      ))}
      <TableCell>
        {compliantPercent === null ? '—' : translate('common.percent', { value: compliantPercent })}
      </TableCell>
    </>
  );
};

/** A department that has others below it opens them. */
const DepartmentName = ({ row, filters, name }: { row: Row; filters: BoardFilters; name: string }) => {
  const [search] = useSearchParams();
  if (row.own || !row.hasChildren) return <Box component="span">{name}</Box>;
  return (
    <Link
      component={RouterLink}
      to={`?${writeFilters(search, { ...filters, departmentId: row.departmentId }).toString()}`}
      sx={{ color: 'text.primary' }}
    >
      {name}
    </Link>
  );
};
