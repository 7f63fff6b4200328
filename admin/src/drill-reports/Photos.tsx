import { Box, Link, Skeleton, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useDataProvider } from 'react-admin';
import type { ReadyroomDataProvider } from '../providers/dataProvider.js';
import { LoadFailed } from '../shared/LoadFailed.js';
import { clock } from './clock.js';
import { ReportSection } from './ReportSection.js';
import { useReportWords } from './useReportWords.js';

/** What those who looked on photographed, each with its moment. */
export const Photos = ({ runId }: { runId: string }) => {
  const { T } = useReportWords();
  const dataProvider = useDataProvider<ReadyroomDataProvider>();
  const { data, error, refetch } = useQuery({
    queryKey: ['drill-photos', runId],
    queryFn: () => dataProvider.listDrillPhotos(runId),
  });
  return (
    <ReportSection title={T('photos')}>
      {error && <LoadFailed error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton variant="rounded" height={160} />}
      <Box
        component="ul"
        sx={{
          m: 0,
          p: 0,
          listStyle: 'none',
          display: 'grid',
          gap: 2,
          gridTemplateColumns: 'repeat(auto-fill, minmax(min(220px, 100%), 1fr))',
        }}
      >
        {data?.items.map(({ id, moment, note, by, width, height }) => {
          const file = `/api/drill-runs/${runId}/photos/${id}/file`;
          const taken = T('photo_of', { moment: clock(moment), name: by.name });
          return (
            <Box
              component="li"
              key={id}
              sx={{ display: 'grid', gap: 0.5, alignContent: 'start', minWidth: 0 }}
            >
              <Box
                component="img"
                src={file}
                alt={note || taken}
                width={width}
                height={height}
                loading="lazy"
                sx={{ width: '100%', height: 160, objectFit: 'contain', bgcolor: 'action.hover' }}
              />
              <Typography variant="body2" color="text.secondary">
                {taken} ·{' '}
                <Link href={file} download>
                  {T('photo_save')}
                </Link>
              </Typography>
              {note && <Typography sx={{ overflowWrap: 'anywhere' }}>{note}</Typography>}
            </Box>
          );
        })}
      </Box>
    </ReportSection>
  );
};
