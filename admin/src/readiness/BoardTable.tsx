import { Link, Table, TableBody, TableCell, TableContainer, TableHead, TableRow } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link as RouterLink, useSearchParams } from 'react-router';
import type { ReadinessBoard, ReadinessCell, Tier } from '../providers/contract.js';
import { TIERS } from '../shared/TierChip.js';
import { useMe } from '../shared/useMe.js';
import { BoardCell } from './BoardCell.js';
import { cellOf, type CrisisType } from './cells.js';

interface Props {
  board: ReadinessBoard;
  crisisType: CrisisType | null;
}
type Row = ReadinessBoard['rows'][number];

const COLUMNS: readonly (Tier | null)[] = [null, ...TIERS];

/** Departments down, tiers across. */
export const BoardTable = ({ board, crisisType }: Props) => {
  const translate = useTranslate();
  const { can } = useMe();
  const T = (key: string, options?: object) => translate(`resources.readiness.${key}`, options);
  const columnName = (tier: Tier | null) => (tier ? translate(`tier.${tier}`) : T('all_tiers'));
  const cells = (all: readonly ReadinessCell[], name: string, cut: object) =>
    COLUMNS.map((tier) => (
      <TableCell key={tier ?? 'all'}>
        <BoardCell
          cell={cellOf(all, tier, crisisType)}
          label={`${name}, ${columnName(tier)}`}
          filter={
            can('readiness-people', 'list')
              ? { ...cut, ...(tier ? { tier: [tier] } : {}), ...(crisisType ? { crisisType } : {}) }
              : null
          }
        />
      </TableCell>
    ));
  const nameOf = (row: Row) => (row.own ? T('own', { name: row.name }) : row.name);
  const rootCut = board.department ? { departmentId: board.department.id } : {};
  return (
    <TableContainer tabIndex={0} role="region" aria-label={T('caption')} sx={{ maxHeight: '70vh' }}>
      <Table size="small" stickyHeader sx={{ '& .MuiTableCell-head': { bgcolor: 'background.paper' } }}>
        <caption style={{ captionSide: 'bottom' }}>
          {T('caption_text')}{' '}
          {!can('readiness-people', 'list') && T('caption_hidden', { min: board.minGroup })}
        </caption>
        <TableHead>
          <TableRow>
            <TableCell scope="col" sx={{ minWidth: 190 }}>
              {T('department')}
            </TableCell>
            {COLUMNS.map((tier) => (
              <TableCell key={tier ?? 'all'} scope="col">
                {columnName(tier)}
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {board.rows.map((row) => (
            <TableRow key={`${row.departmentId}${String(row.own)}`} hover>
              <TableCell component="th" scope="row" sx={{ fontWeight: 600 }}>
                <DepartmentName row={row} name={nameOf(row)} />
              </TableCell>
              {cells(row.cells, nameOf(row), {
                departmentId: row.departmentId,
                ...(row.own ? { own: true } : {}),
              })}
            </TableRow>
          ))}
          <TableRow>
            <TableCell component="th" scope="row" sx={{ fontWeight: 700 }}>
              {T('total')}
            </TableCell>
            {cells(board.total, T('total'), rootCut)}
          </TableRow>
        </TableBody>
      </Table>
    </TableContainer>
  );
};

/** A department that has others below it opens them. */
const DepartmentName = ({ row, name }: { row: Row; name: string }) => {
  const [search] = useSearchParams();
  if (row.own || !row.hasChildren) return <span>{name}</span>;
  const to = new URLSearchParams(search);
  to.set('departmentId', row.departmentId);
  return (
    <Link component={RouterLink} to={`?${to.toString()}`} sx={{ color: 'text.primary' }}>
      {name}
    </Link>
  );
};
