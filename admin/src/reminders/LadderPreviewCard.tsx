import {
  Box,
  Button,
  Card,
  Chip,
  Skeleton,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableRow,
  Typography,
} from '@mui/material';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useDataProvider, useTranslate } from 'react-admin';
import type { LadderPreview, ReminderStep } from '../providers/contract.js';
import type { ReadyroomDataProvider } from '../providers/dataProvider.js';
import { LoadFailed } from '../shared/LoadFailed.js';
import { useDebounced } from '../shared/useDebounced.js';
import { useFormat } from '../shared/useFormat.js';
import { useText } from '../shared/useLocale.js';
import { previewChanges, rowKey } from './preview-changes.js';
import { PreviewNames } from './PreviewNames.js';
import { useStepText } from './useStepText.js';

const DAYS = 30;
const WAIT_MS = 400;
interface Draft {
  programId: string | null;
  steps: ReminderStep[];
  days: number;
}
type Row = LadderPreview['rows'][number];
/** On a phone the program stands under the step. */
const WIDE = { display: { xs: 'none', sm: 'table-cell' } } as const;

/** What the steps would do in the next 30 days, and what of it is other than saved: numbers first, names on demand. */
export const LadderPreviewCard = ({
  programId,
  steps,
  saved,
}: {
  programId: string | null;
  steps: readonly ReminderStep[];
  /** What holds until the draft is saved. */
  saved: readonly ReminderStep[];
}) => {
  const translate = useTranslate();
  const api = useDataProvider<ReadyroomDataProvider>();
  const format = useFormat();
  const textIn = useText();
  const stepText = useStepText();
  const [named, setNamed] = useState<Row | null>(null);
  // As text, because a new object in each drawing would never come to rest.
  const rested = useDebounced(JSON.stringify({ programId, steps, days: DAYS }), WAIT_MS);
  const draft = useMemo(() => JSON.parse(rested) as Draft, [rested]);
  const { data, error, refetch } = useQuery({
    queryKey: ['reminders', 'preview', draft],
    queryFn: ({ signal }) => api.previewReminderLadder(draft, signal),
    placeholderData: keepPreviousData,
  });
  const kept = useMemo(() => ({ programId, steps: [...saved], days: DAYS }), [programId, saved]);
  const differs = JSON.stringify(kept) !== rested;
  const before = useQuery({
    queryKey: ['reminders', 'preview', kept],
    queryFn: ({ signal }) => api.previewReminderLadder(kept, signal),
    enabled: differs,
  });
  const changes = differs && before.data && data ? previewChanges(before.data.rows, data.rows) : null;
  const T = (key: string, options?: object) => translate(`reminders.${key}`, options);
  const textOf = ({ step }: Row): string => {
    const found = draft.steps.find(({ key }) => key === step);
    return found ? stepText(found) : step;
  };
  const dayOf = ({ day }: Row) => `${format.day(day)}${day === data?.from ? `（${T('today')}）` : ''}`;
  return (
    <Card component="section" aria-label={T('preview')} sx={{ p: 2.5, overflowX: 'auto' }}>
      <Typography variant="subtitle2" component="h2">
        {T('preview')}
      </Typography>
      <Typography variant="body2" color="text.secondary" sx={{ mb: 1.5, lineHeight: 1.7 }}>
        {T('preview_lead')}
      </Typography>
      {error && <LoadFailed error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton variant="rounded" height={200} />}
      {data && (
        <Typography aria-live="polite" sx={{ mb: 1 }}>
          {data.rows.length === 0
            ? T('preview_none')
            : T('preview_sum', {
                reminders: format.number(data.reminders),
                people: format.people(data.people),
              })}
        </Typography>
      )}
      {changes && (
        <Typography variant="body2" color="text.secondary" sx={{ mb: 1 }}>
          {changes.changed.size + changes.gone === 0
            ? T('changes_none')
            : T('changes', { changed: changes.changed.size, gone: changes.gone })}
        </Typography>
      )}
      {data && data.rows.length > 0 && (
        <Table size="small">
          <TableHead>
            <TableRow>
              <TableCell>{T('day')}</TableCell>
              <TableCell sx={WIDE}>{T('program')}</TableCell>
              <TableCell>{translate('reminders.steps')}</TableCell>
              <TableCell align="right">{T('people')}</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {data.rows.map((row) => (
              <TableRow key={rowKey(row)} selected={changes?.changed.has(rowKey(row))}>
                <TableCell sx={{ whiteSpace: { sm: 'nowrap' } }}>{dayOf(row)}</TableCell>
                <TableCell sx={WIDE}>{textIn(row.program.title)}</TableCell>
                <TableCell>
                  {textOf(row)}
                  <Changed was={changes?.changed.get(rowKey(row))} />
                  <Box sx={{ color: 'text.secondary', fontSize: 12.5, display: { sm: 'none' } }}>
                    {textIn(row.program.title)}
                  </Box>
                  {row.instead > 0 && (
                    <Box sx={{ color: 'text.secondary', fontSize: 12.5 }}>
                      {T('instead', { count: row.instead })}
                    </Box>
                  )}
                </TableCell>
                <TableCell align="right">
                  <Button
                    size="small"
                    onClick={() => setNamed(row)}
                    aria-label={`${textOf(row)}, ${dayOf(row)}: ${format.people(row.people)}`}
                  >
                    {format.number(row.people)}
                  </Button>
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      )}
      {named && (
        <PreviewNames
          title={T('names_title', { day: dayOf(named), step: textOf(named) })}
          body={{ ...draft, day: named.day, step: named.step, ofProgramId: named.program.id }}
          onClose={() => setNamed(null)}
        />
      )}
    </Card>
  );
};

/** That a line is other than saved; undefined = it is not. */
const Changed = ({ was }: { was: number | undefined }) => {
  const translate = useTranslate();
  if (was === undefined) return null;
  const label = was === 0 ? 'reminders.is_new' : 'reminders.was';
  return (
    <Chip
      size="small"
      color="info"
      variant="outlined"
      label={translate(label, { count: was })}
      sx={{ ml: 1 }}
    />
  );
};
