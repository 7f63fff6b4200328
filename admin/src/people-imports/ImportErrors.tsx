import { Box, Card, Skeleton, Table, TableBody, TableCell, TableContainer, TableHead, TablePagination, TableRow, Typography } from '@mui/material'; // prettier-ignore
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useDataProvider, useTranslate } from 'react-admin';
import type { ReadyroomDataProvider } from '../providers/dataProvider.js';
import { ExportButton } from '../shared/ExportButton.js';
import { LoadFailed } from '../shared/LoadFailed.js';

const PER_PAGE = 25;

/** Rows that stop the import: line, column, value, reason; the whole list as a file. */
export const ImportErrors = ({ id }: { id: string }) => {
  const translate = useTranslate();
  const dataProvider = useDataProvider<ReadyroomDataProvider>();
  const [page, setPage] = useState(0);
  const { data, error, refetch } = useQuery({
    queryKey: ['people-imports', id, 'errors', page],
    queryFn: () => dataProvider.getImportErrors(id, page + 1, PER_PAGE),
    placeholderData: keepPreviousData,
  });
  const T = (key: string, values?: object) => translate(`resources.people-imports.${key}`, values);
  return (
    <Card component="section" aria-labelledby="import-errors">
      <Box sx={{ display: 'flex', alignItems: 'flex-start', gap: 2, p: 2.5, pb: 1 }}>
        <Box sx={{ flex: 1 }}>
          <Typography id="import-errors" variant="h6" component="h2">
            {T('errors_title')}
          </Typography>
          <Typography variant="body2" color="text.secondary">
            {T('errors_lead')}
          </Typography>
        </Box>
        <ExportButton path={`people-imports/${id}/errors/export`} query={{}} label={T('error_file')} />
      </Box>
      {error && <LoadFailed error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton variant="rounded" height={200} sx={{ m: 2 }} />}
      {data && (
        <>
          <TableContainer>
            <Table size="small">
              <TableHead>
                <TableRow>
                  {['line', 'column', 'value', 'reason'].map((column) => (
                    <TableCell key={column}>{T(`error_${column}`)}</TableCell>
                  ))}
                </TableRow>
              </TableHead>
              <TableBody>
                {data.items.map((row) => (
                  <TableRow key={`${row.line}-${row.column}-${row.code}`}>
                    <TableCell>{row.line}</TableCell>
                    <TableCell>{row.column ?? '—'}</TableCell>
                    <TableCell sx={{ overflowWrap: 'anywhere', maxWidth: 320 }}>{row.value ?? '—'}</TableCell>
                    <TableCell>
                      {T(`row_error.${row.code}`)}
                      {row.otherLine !== null && ` (${T('other_line', { line: row.otherLine })})`}
                    </TableCell>
                  </TableRow>
                ))}
              </TableBody>
            </Table>
          </TableContainer>
          {data.total > PER_PAGE && (
            <TablePagination
              component="div"
              count={data.total}
              page={page}
              rowsPerPage={PER_PAGE}
              rowsPerPageOptions={[]}
              onPageChange={(_event, to) => setPage(to)}
              labelDisplayedRows={({ from, to, count }) =>
                translate('ra.navigation.page_range_info', { offsetBegin: from, offsetEnd: to, total: count })
              }
              getItemAriaLabel={(type) => translate(`ra.navigation.${type}`)}
            />
          )}
        </>
      )}
    </Card>
  );
};
