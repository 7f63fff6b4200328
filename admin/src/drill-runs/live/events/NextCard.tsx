import { Box, Button, Card, Chip, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useRoom } from '../DrillRoom.js';
import { minutesAndSeconds, scenarioNow } from '../line/scenarioTime.js';
import { useNow } from '../line/useDrill.js';
import { useWords } from '../useWords.js';
import type { EventRow } from './eventRows.js';
import { SendButton } from './SendButton.js';

/** So that all four stand in one line of the narrowest pane. */
const TIGHT = { minWidth: 0, px: 1 };

/** The next inject by the plan, with what a facilitator does most. */
export const NextCard = ({ row: { inject, plannedAt, text, isEdited } }: { row: EventRow }) => {
  const translate = useTranslate();
  const { stage, clock, can, act, skip, ask } = useRoom();
  const { T, textIn, seat, seats, time } = useWords(stage);
  const now = useNow();
  const { status } = clock;
  const hold = () => void act({ kind: 'hold', inject: inject.key });
  const left = ((plannedAt ?? 0) - scenarioNow(clock, now)) / clock.rate;
  return (
    <Card
      component="section"
      aria-labelledby="next-inject"
      sx={{ p: 2, borderWidth: 2, borderColor: 'primary.main' }}
    >
      <Typography variant="body2" color="text.secondary">
        {T('next_at', { time: time(plannedAt ?? 0), minute: (plannedAt ?? 0) / 60 })}
        {status === 'running' && ` · ${T('next_in', { left: minutesAndSeconds(left) })}`}
      </Typography>
      <Typography id="next-inject" component="h2" sx={{ fontSize: 22, fontWeight: 680, lineHeight: 1.35 }}>
        {textIn(inject.title)}
        {isEdited && (
          <Chip size="small" color="warning" variant="outlined" label={T('edit.edited')} sx={{ ml: 1 }} />
        )}
      </Typography>
      <Typography variant="body2" sx={{ mb: 1 }}>
        {T('to_and_owner', {
          to: inject.to === 'feed' ? T('everybody') : seats(inject.to),
          owner: seat(inject.owner),
        })}
      </Typography>
      <Box component="details" sx={{ mb: 1.5 }}>
        <Box component="summary" sx={{ cursor: 'pointer' }}>
          {T('text')}
        </Box>
        <Typography variant="body2" sx={{ whiteSpace: 'pre-line', mt: 0.5 }}>
          {textIn(text)}
        </Typography>
        <Expected expected={inject.expected} />
      </Box>
      {can('fire') && (
        <Box sx={{ display: 'flex', gap: 0.75, flexWrap: 'wrap' }}>
          <SendButton inject={inject} size="large" />
          <Button variant="outlined" size="large" aria-keyshortcuts="h" onClick={hold}>
            {T('hold_back')}
          </Button>
          {/* Where there is no room for all four they stay a pair. */}
          <Box sx={{ display: 'flex', gap: 0.75 }}>
            <Button size="large" sx={TIGHT} onClick={() => skip(inject)}>
              {T('skip')}
            </Button>
            {can('edit_inject') && (
              <Button size="large" sx={TIGHT} onClick={() => ask({ edit: inject.key })}>
                {T('edit.open')}
              </Button>
            )}
          </Box>
        </Box>
      )}
      {status === 'lobby' && (
        <Typography variant="body2" color="text.secondary">
          {translate('drill.after_start')}
        </Typography>
      )}
    </Card>
  );
};

/** What should follow from an inject, by whom, within how long. */
export const Expected = ({ expected }: { expected: EventRow['inject']['expected'] }) => {
  const { stage } = useRoom();
  const { T, textIn, seat } = useWords(stage);
  if (expected.length === 0) return null;
  return (
    <Box component="ul" sx={{ m: 0, mt: 1, pl: 2.5, fontSize: 13.5, lineHeight: 1.6 }}>
      {expected.map((one) => (
        <li key={one.id}>
          {T('expected_line', { seat: seat(one.seat), what: textIn(one.what), minutes: one.within })}
        </li>
      ))}
    </Box>
  );
};
