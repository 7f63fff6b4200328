import VerifiedUserOutlined from '@mui/icons-material/VerifiedUserOutlined';
import { Box, Button, Card, Skeleton, Typography } from '@mui/material';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Title, useDataProvider, useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router';
import type { CertificationBoard } from '../providers/contract.js';
import type { ReadyroomDataProvider } from '../providers/dataProvider.js';
import { DepartmentTrail } from '../shared/DepartmentTrail.js';
import { EmptyTeaches } from '../shared/EmptyTeaches.js';
import { ExportButton } from '../shared/ExportButton.js';
import { listLink } from '../shared/listLink.js';
import { LoadFailed } from '../shared/LoadFailed.js';
import { useAddressQuery } from '../shared/useAddressQuery.js';
import { useFormat } from '../shared/useFormat.js';
import { useMe } from '../shared/useMe.js';
import { BoardFilterBar } from './BoardFilterBar.js';
import { BoardTable } from './BoardTable.js';
import { boardQuery, readFilters, readView, rowsFilter, writeFilters, type BoardFilters } from './filters.js';

/** Who is certified in what: department × program × status, each number open to the people behind it. */
export const BoardPage = () => {
  const translate = useTranslate();
  const { can } = useMe();
  const [search, setSearch] = useAddressQuery();
  const filters = readFilters(search);
  const view = readView(search);
  const api = useDataProvider<ReadyroomDataProvider>();
  const {
    data: board,
    error,
    refetch,
  } = useQuery({
    queryKey: ['certification-board', filters],
    queryFn: ({ signal }) => api.getCertificationBoard(boardQuery(filters), signal),
    placeholderData: keepPreviousData,
  });
  const T = (key: string, options?: object) => translate(`resources.certification.${key}`, options);
  const change = (part: Partial<BoardFilters>) =>
    setSearch((before) => writeFilters(before, { ...readFilters(before), ...part }));
  const isFiltered = filters.departmentId !== null || filters.tier.length > 0 || filters.programId.length > 0;
  const isEmpty = board?.total.people === 0 && !isFiltered;
  return (
    <Box sx={{ display: 'grid', gap: 2, pt: 1, '& > *': { minWidth: 0 } }}>
      <Title title={T('name')} />
      <BoardFilterBar
        filters={filters}
        onChange={change}
        view={view}
        onView={(to) =>
          setSearch((before) => {
            before.set('by', to);
            return before;
          })
        }
      />
      {filters.departmentId && (
        <DepartmentTrail
          departmentId={filters.departmentId}
          to={(departmentId) => `?${writeFilters(search, { ...filters, departmentId }).toString()}`}
        />
      )}
      {error ? <LoadFailed error={error} onRetry={() => void refetch()} /> : null}
      {!board && !error && <Skeleton variant="rounded" height={420} />}
      {isEmpty && (
        <EmptyTeaches
          icon={VerifiedUserOutlined}
          title={T('empty.title')}
          text={T('empty.text')}
          action={
            can('audience-rules', 'create')
              ? { label: T('empty.action'), to: '/audience-rules/create' }
              : undefined
          }
        />
      )}
      {board && !isEmpty && (
        <Card component="section" aria-label={T('name')} sx={{ p: 2 }}>
          <Summary board={board} filters={filters} />
          <BoardTable board={board} filters={filters} view={view} />
        </Card>
      )}
    </Box>
  );
};

const Summary = ({ board, filters }: { board: CertificationBoard; filters: BoardFilters }) => {
  const translate = useTranslate();
  const format = useFormat();
  const { can } = useMe();
  const T = (key: string, options?: object) => translate(`resources.certification.${key}`, options);
  const { people, byStatus, compliantPercent } = board.total;
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center', mb: 1.5 }}>
      <Box sx={{ flex: 1, minWidth: 280 }}>
        <Typography component="p" sx={{ fontWeight: 600 }} role="status">
          {people === 0
            ? T('nobody')
            : T('total', {
                holding: format.number(byStatus.compliant + byStatus.expiring_soon),
                people: format.number(people),
                percent: compliantPercent === null ? '—' : `${compliantPercent}%`,
                overdue: format.number(byStatus.overdue),
                expiring: format.number(byStatus.expiring_soon),
              })}
        </Typography>
        <Typography variant="body2" color="text.secondary">
          {T('as_of', { instant: format.instant(board.asOf) })}
        </Typography>
      </Box>
      <Button
        component={RouterLink}
        to={listLink('certification-people', rowsFilter(filters, {}))}
        size="small"
      >
        {T('to_rows')}
      </Button>
      {can('certification', 'export') && (
        <ExportButton
          path="certification/board/export"
          query={boardQuery(filters)}
          label={T('export_board')}
        />
      )}
    </Box>
  );
};
