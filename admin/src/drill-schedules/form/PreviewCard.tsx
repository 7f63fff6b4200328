import { Alert, Box, Skeleton, Typography } from '@mui/material';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDataProvider } from 'react-admin';
import type { DrillSchedulePreview } from '../../providers/contract.js';
import type { ReadyroomDataProvider } from '../../providers/dataProvider.js';
import { useDebounced } from '../../shared/useDebounced.js';
import { useErrorText } from '../../shared/useErrorText.js';
import { timingOf, type Draft } from '../draft.js';
import { offsetAt, useMoments } from '../useMoments.js';
import { useWords } from '../useWords.js';
import { SectionCard } from '../SectionCard.js';

/** The next dates as the server will plan them, by the clocks of the schedule and of the reader. */
export const PreviewCard = ({ draft }: { draft: Draft }) => {
  const W = useWords();
  const textOf = useErrorText();
  const dataProvider = useDataProvider<ReadyroomDataProvider>();
  const body = useDebounced(JSON.stringify({ ...timingOf(draft), seed: draft.seed }), 300);
  const askable =
    draft.startsAt.length === 16 && draft.hours.days.length > 0 && draft.hours.from < draft.hours.to;
  const { data, error } = useQuery({
    queryKey: ['drill-schedule-preview', body],
    queryFn: ({ signal }) =>
      dataProvider.previewDrillSchedule(
        JSON.parse(body) as Parameters<ReadyroomDataProvider['previewDrillSchedule']>[0],
        signal,
      ),
    enabled: askable,
    placeholderData: keepPreviousData,
  });
  return (
    <SectionCard title={W('preview')}>
      {!askable ? (
        <Typography color="text.secondary">{W('preview_missing')}</Typography>
      ) : error ? (
        <Alert severity="error">{textOf(error)}</Alert>
      ) : !data ? (
        <Skeleton variant="rounded" height={200} />
      ) : data.items.length === 0 ? (
        <Alert severity="warning">{W('preview_none')}</Alert>
      ) : (
        <Dates preview={data} />
      )}
    </SectionCard>
  );
};

const Dates = ({ preview: { items, timeZone } }: { preview: DrillSchedulePreview }) => {
  const W = useWords();
  const { there, here, own, isOther } = useMoments(timeZone);
  return (
    <>
      <Typography variant="body2" color="text.secondary">
        {isOther ? W('preview_zones', { zone: timeZone, own }) : W('preview_zone', { zone: timeZone })}
      </Typography>
      <Box component="ol" sx={{ pl: 3, mb: 0, '& li': { py: 0.5 } }}>
        {items.map(({ recurrenceId, plannedAt, moved }, index) => {
          const offset = offsetAt(plannedAt, timeZone);
          const before = index > 0 ? offsetAt(items[index - 1]!.plannedAt, timeZone) : offset;
          const notes = [
            isOther && here(plannedAt) && W('preview_here', { when: here(plannedAt)! }),
            moved && W(`moved.${moved}`),
            before !== offset && W('clocks_change', { before, after: offset }),
          ].filter((note) => typeof note === 'string');
          return (
            <li key={recurrenceId}>
              {there(plannedAt)}{' '}
              <Typography component="span" variant="caption" color="text.secondary">
                {offset}
              </Typography>
              {notes.map((note) => (
                <Typography key={note} variant="body2" color="text.secondary">
                  {note}
                </Typography>
              ))}
            </li>
          );
        })}
      </Box>
    </>
  );
};
