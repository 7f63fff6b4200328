import { Box, Link, Table, TableBody, TableCell, TableContainer, TableHead, TableRow } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link as RouterLink, useSearchParams } from 'react-router';
import type { CompletionBoard, Tier } from '../providers/contract.js';
import { TIERS } from '../shared/TierChip.js';
import { visuallyHidden } from '../shared/visuallyHidden.js';
import { useText } from '../shared/useLocale.js';
import { CellShare } from './CellShare.js';
import { rowsFilter, writeFilters, type BoardFilters } from './filters.js';
import { addUp } from './numbers.js';

interface Props {
  board: CompletionBoard;
  filters: BoardFilters;
  byTier: boolean;
}
type Row = CompletionBoard['rows'][number];

const sticky = { position: 'sticky', left: 0, zIndex: 2, bgcolor: 'background.paper' } as const;

/** Departments down, courses across; split by tier each department takes a line a tier. */
export const BoardTable = ({ board, filters, byTier }: Props) => {
  const translate = useTranslate();
  const textIn = useText();
  const T = (key: string, options?: object) => translate(`resources.completion.${key}`, options);
  const tiers: (Tier | null)[] = byTier
    ? TIERS.filter((tier) => !filters.tier.length || filters.tier.includes(tier))
    : [null];
  const line = (row: Row, tier: Tier | null) => {
    const cells = row.cells.filter((cell) => tier === null || cell.tier === tier);
    const cut = { departmentId: row.departmentId, own: row.own, ...(tier ? { tier: [tier] } : {}) };
    const name = row.own ? T('own', { name: row.name }) : row.name;
    const label = tier ? `${name}, ${translate(`tier.${tier}`)}` : name;
    return (
      <TableRow key={`${row.departmentId}${String(row.own)}${tier ?? ''}`} hover>
        <TableCell
          component="th"
          scope="row"
          sx={{ ...sticky, fontWeight: tier && tier !== tiers[0] ? 400 : 600 }}
        >
          {tier === null || tier === tiers[0] ? (
            <DepartmentName row={row} filters={filters} name={name} />
          ) : (
            <Box component="span" sx={visuallyHidden}>
              {name}
            </Box>
          )}
          {tier && <Box sx={{ color: 'text.secondary', fontWeight: 400 }}>{translate(`tier.${tier}`)}</Box>}
        </TableCell>
        <TableCell>
          <CellShare
            numbers={addUp(cells.map((cell) => cell.numbers))}
            label={label}
            filterOf={(state) => rowsFilter(filters, { ...cut, state })}
          />
        </TableCell>
        {board.courses.map((course) => (
          <TableCell key={course.id}>
            <CellShare
              numbers={addUp(cells.filter((cell) => cell.courseId === course.id).map((cell) => cell.numbers))}
              label={`${label}, ${textIn(course.title)}`}
              filterOf={(state) => rowsFilter(filters, { ...cut, courseId: [course.id], state })}
            />
          </TableCell>
        ))}
      </TableRow>
    );
  };
  return (
    <TableContainer tabIndex={0} role="region" aria-label={T('caption')} sx={{ maxHeight: '70vh' }}>
      <Table size="small" stickyHeader sx={{ '& .MuiTableCell-head': { bgcolor: 'background.paper' } }}>
        <caption style={{ captionSide: 'bottom' }}>{T('caption')}</caption>
        <TableHead>
          <TableRow>
            <TableCell scope="col" sx={{ ...sticky, zIndex: 3, minWidth: 190 }}>
              {T('department')}
            </TableCell>
            <TableCell scope="col">{T('sum')}</TableCell>
            {board.courses.map((course) => (
              <TableCell
                key={course.id}
                scope="col"
                sx={{
                  minWidth: 116,
                  maxWidth: 140,
                  whiteSpace: 'normal',
                  overflowWrap: 'normal',
                  lineHeight: 1.35,
                }}
              >
                {textIn(course.title)}
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>{board.rows.flatMap((row) => tiers.map((tier) => line(row, tier)))}</TableBody>
      </Table>
    </TableContainer>
  );
};

/** A department that has others below it opens them. */
const DepartmentName = ({ row, filters, name }: { row: Row; filters: BoardFilters; name: string }) => {
  const [search] = useSearchParams();
  if (row.own || !row.hasChildren) return <span>{name}</span>;
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
