import BarChartOutlined from '@mui/icons-material/BarChartOutlined';
import DownloadOutlined from '@mui/icons-material/DownloadOutlined';
import TableRowsOutlined from '@mui/icons-material/TableRowsOutlined';
import { Box, Card, IconButton, Skeleton, Tooltip, Typography } from '@mui/material';
import { Suspense, useId, useState, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { ChartTable } from './ChartTable.js';
import { csvOf, saveFile, type Cell } from './csv.js';
import { LoadFailed } from './LoadFailed.js';

export interface ChartColumn<R> {
  label: string;
  value: (row: R) => Cell;
}

interface Props<R> {
  title: string;
  /** One sentence that says what the figures say; also the text alternative of the chart. */
  summary: string;
  columns: readonly ChartColumn<R>[];
  rows: readonly R[];
  /** Address of the list of people behind a row; the first column becomes its link. */
  peopleOf?: (row: R) => string;
  /** Without ending. */
  fileName: string;
  chart: ReactNode;
  isLoading?: boolean;
  error?: unknown;
}

const HEIGHT = 280;

/** A figure: title, summary, chart or the same rows as a table, and the rows as CSV. */
export function ChartFrame<R>({
  title,
  summary,
  columns,
  rows,
  peopleOf,
  fileName,
  chart,
  isLoading,
  error,
}: Props<R>) {
  const translate = useTranslate();
  const titleId = useId();
  const [asTable, setAsTable] = useState(false);
  const download = () =>
    saveFile(
      `${fileName}.csv`,
      csvOf([columns.map((c) => c.label), ...rows.map((row) => columns.map((c) => c.value(row)))]),
    );
  const isEmpty = !isLoading && !error && rows.length === 0;
  const toggle = translate(asTable ? 'chart.as_chart' : 'chart.as_table');
  return (
    <Card
      component="section"
      aria-labelledby={titleId}
      sx={{ p: 2.5, display: 'flex', flexDirection: 'column', minWidth: 0 }}
    >
      <Box sx={{ display: 'flex', alignItems: 'flex-start', gap: 1 }}>
        <Typography id={titleId} variant="h6" component="h2" sx={{ flex: 1 }}>
          {title}
        </Typography>
        {rows.length > 0 && (
          <>
            <Tooltip title={toggle}>
              <IconButton
                size="small"
                aria-label={`${toggle}: ${title}`}
                aria-pressed={asTable}
                onClick={() => setAsTable(!asTable)}
              >
                {asTable ? <BarChartOutlined fontSize="small" /> : <TableRowsOutlined fontSize="small" />}
              </IconButton>
            </Tooltip>
            <Tooltip title={translate('chart.download')}>
              <IconButton
                size="small"
                aria-label={`${translate('chart.download')}: ${title}`}
                onClick={download}
              >
                <DownloadOutlined fontSize="small" />
              </IconButton>
            </Tooltip>
          </>
        )}
      </Box>
      <Typography variant="body2" color="text.secondary" sx={{ mb: 1.5 }}>
        {isLoading ? <Skeleton width="60%" /> : isEmpty ? translate('chart.empty') : summary}
      </Typography>
      {isLoading && <Skeleton variant="rounded" height={HEIGHT} />}
      {error ? <LoadFailed error={error} /> : null}
      {!isLoading && !error && !isEmpty && asTable && (
        <ChartTable columns={columns} rows={rows} peopleOf={peopleOf} caption={title} />
      )}
      {!isLoading && !error && !isEmpty && !asTable && (
        <Box role="img" aria-label={summary} sx={{ minHeight: HEIGHT }}>
          <Suspense fallback={<Skeleton variant="rounded" height={HEIGHT} />}>{chart}</Suspense>
        </Box>
      )}
    </Card>
  );
}
