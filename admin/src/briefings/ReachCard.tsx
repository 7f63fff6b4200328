import { Alert, Box, Card, LinearProgress, Typography } from '@mui/material';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDataProvider, useTranslate } from 'react-admin';
import type { BriefingPreview, PreviewBriefingBody } from '../providers/contract.js';
import type { ReadyroomDataProvider } from '../providers/dataProvider.js';
import { useDebounced } from '../shared/useDebounced.js';
import { useErrorText } from '../shared/useErrorText.js';
import { useFormat } from '../shared/useFormat.js';
import { audienceOf, isMeant, type Reach } from './audience.js';

const EVERY_MS = 15_000;

export interface Reached {
  data: BriefingPreview | undefined;
  /** It is of what stands in the form now. */
  isCurrent: boolean;
  error: unknown;
}

/** Whom it would reach, asked again when the form changes, and every few seconds, because shifts begin and end. */
export function useReach(reach: Reach): Reached {
  const api = useDataProvider<ReadyroomDataProvider>();
  const wanted = JSON.stringify({ audience: audienceOf(reach), shift: reach.shift });
  const key = useDebounced(wanted, 250);
  const isKnown = isMeant(reach);
  const { data, isPlaceholderData, error } = useQuery({
    queryKey: ['briefing-preview', key],
    enabled: isKnown && key === wanted,
    placeholderData: keepPreviousData,
    refetchInterval: EVERY_MS,
    queryFn: ({ signal }) => api.previewBriefing(JSON.parse(key) as PreviewBriefingBody, signal),
  });
  return {
    data: isKnown ? data : undefined,
    isCurrent: isKnown && key === wanted && !isPlaceholderData && data !== undefined,
    error,
  };
}

/** How many and who, with what is rarely meant said aloud. */
export const ReachCard = ({
  reached: { data, isCurrent, error },
  reach,
}: {
  reached: Reached;
  reach: Reach;
}) => {
  const translate = useTranslate();
  const format = useFormat();
  const textOf = useErrorText();
  const T = (key: string, options?: object) => translate(`briefings.${key}`, options);
  const more = data ? data.people - data.names.length : 0;
  return (
    <Card component="section" aria-labelledby="briefing-reach" sx={{ p: 2.5, display: 'grid', gap: 1 }}>
      <Typography id="briefing-reach" variant="subtitle2" component="h2">
        {T('reaches')}
      </Typography>
      {error ? <Alert severity="error">{textOf(error)}</Alert> : null}
      <Box sx={{ height: 4 }}>
        {isMeant(reach) && !isCurrent && !error && <LinearProgress aria-label={T('reaches')} />}
      </Box>
      <Box role="status" aria-busy={isMeant(reach) && !isCurrent && !error} sx={{ display: 'grid', gap: 1 }}>
        {!isMeant(reach) && (
          <Typography variant="body2" color="text.secondary">
            {T('unfinished')}
          </Typography>
        )}
        {data && (
          <>
            <Typography sx={{ fontSize: 28, fontWeight: 680, lineHeight: 1.2 }}>
              {format.people(data.people)}
            </Typography>
            {data.people === 0 && (
              <Alert severity="error">{T(reach.shift === 'only' ? 'nobody_on_shift' : 'nobody')}</Alert>
            )}
            {data.people > 0 && data.people === data.of && (
              <Alert severity="warning">{T('reaches_all', { people: format.people(data.people) })}</Alert>
            )}
            {data.people > 0 && (
              <Typography variant="body2">
                {data.names.join(T('comma'))}
                {more > 0 && T('and_more', { people: format.people(more) })}
              </Typography>
            )}
            <Typography variant="body2" color="text.secondary">
              {T('on_shift_now', { people: format.people(data.onShift) })}
            </Typography>
            {data.withoutMail > 0 && (
              <Typography variant="body2" color="text.secondary">
                {T('without_mail', { people: format.people(data.withoutMail) })}
              </Typography>
            )}
            {data.withoutManager > 0 && (
              <Typography variant="body2" color="text.secondary">
                {T('without_manager', { people: format.people(data.withoutManager) })}
              </Typography>
            )}
          </>
        )}
      </Box>
    </Card>
  );
};
