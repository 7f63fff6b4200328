import AssessmentOutlined from '@mui/icons-material/AssessmentOutlined';
import { Box, Button, Card, Skeleton, Typography } from '@mui/material';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Title, useDataProvider, useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router';
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
import { boardQuery, readFilters, rowsFilter, writeFilters, type BoardFilters } from './filters.js';

/** Who has completed what: department × tier × course, each number open to the people behind it. */
export const BoardPage = () => {
  const translate = useTranslate();
  const format = useFormat();
  const { can } = useMe();
  const [search, setSearch] = useAddressQuery();
  const filters = readFilters(search);
  const byTier = search.get('by') === 'tier';
  const dataProvider = useDataProvider<ReadyroomDataProvider>();
  const {
    data: board,
    error,
    refetch,
  } = useQuery({
    queryKey: ['completion-board', filters],
    queryFn: ({ signal }) => dataProvider.getCompletionBoard(boardQuery(filters), signal),
    placeholderData: keepPreviousData,
  });
  const T = (key: string, options?: object) => translate(`resources.completion.${key}`, options);
  const change = (part: Partial<BoardFilters>) =>
    setSearch((before) => writeFilters(before, { ...readFilters(before), ...part }));
  const splitByTier = (on: boolean) =>
    setSearch((before) => {
      const after = new URLSearchParams(before);
      if (on) after.set('by', 'tier');
      else after.delete('by');
      return after;
    });
  const isFiltered = filters.departmentId !== null || filters.tier.length > 0 || filters.courseId.length > 0;
  return (
    <Box sx={{ display: 'grid', gap: 2, pt: 1 }}>
      <Title title={T('name')} />
      <BoardFilterBar filters={filters} onChange={change} byTier={byTier} onByTier={splitByTier} />
      {filters.departmentId && (
        <DepartmentTrail
          departmentId={filters.departmentId}
          to={(departmentId) => `?${writeFilters(search, { ...filters, departmentId }).toString()}`}
        />
      )}
      {error ? <LoadFailed error={error} onRetry={() => void refetch()} /> : null}
      {!board && !error && <Skeleton variant="rounded" height={420} />}
      {board && board.total.assigned === 0 && !isFiltered && (
        <EmptyTeaches
          icon={AssessmentOutlined}
          title={T('empty.title')}
          text={T('empty.text')}
          action={
            can('audience-rules', 'create')
              ? { label: T('empty.action'), to: '/audience-rules/create' }
              : undefined
          }
        />
      )}
      {board && (board.total.assigned > 0 || isFiltered) && (
        <Card component="section" aria-label={T('name')} sx={{ p: 2 }}>
          <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center', mb: 1.5 }}>
            <Box sx={{ flex: 1, minWidth: 280 }}>
              <Typography component="p" sx={{ fontWeight: 600 }} role="status">
                {board.total.assigned === 0
                  ? T('nobody')
                  : T('total', {
                      completed: format.number(board.total.completed),
                      assigned: format.number(board.total.assigned),
                      overdue: format.number(board.total.overdue),
                      percent: `${board.total.completionPercent ?? 0}%`,
                    })}
              </Typography>
              <Typography variant="body2" color="text.secondary">
                {T('as_of', { instant: format.instant(board.asOf) })}
              </Typography>
            </Box>
            <Button
              component={RouterLink}
              to={listLink('completion-rows', rowsFilter(filters, {}))}
              size="small"
            >
              {T('to_rows')}
            </Button>
            {can('completion', 'export') && (
              <ExportButton
                path="completion/board/export"
                query={boardQuery(filters)}
                label={T('export_board')}
              />
            )}
          </Box>
          <BoardTable board={board} filters={filters} byTier={byTier} />
        </Card>
      )}
    </Box>
  );
};
