import { Box, Button, Typography } from '@mui/material';
import { useRoom } from '../DrillRoom.js';
import { useWords } from '../useWords.js';
import { minutesLate, type EventRow } from './eventRows.js';
import { Expected } from './NextCard.js';
import { SendButton } from './SendButton.js';

/** One line of the list; opening it shows the text and what can be done with it. */
export const EventEntry = ({ row }: { row: EventRow }) => {
  const { inject, status, plannedAt, sentAt, text, isEdited } = row;
  const { stage, can, act, skip, ask, isFiring } = useRoom();
  const { T, textIn, seat, seats, time } = useWords(stage);
  const late = minutesLate(row);
  const title = textIn(inject.title);
  const steer = (kind: 'hold' | 'release') => void act({ kind, inject: inject.key });
  const button = (word: string, onClick: () => void) => (
    <Button
      size="small"
      variant="outlined"
      disabled={isFiring}
      onClick={onClick}
      aria-label={T('with_title', { action: T(word), title })}
    >
      {T(word)}
    </Button>
  );
  return (
    <Box component="li" sx={{ borderTop: 1, borderColor: 'divider' }}>
      <Box component="details">
        <Box component="summary" sx={{ px: 2, py: 1, cursor: 'pointer', lineHeight: 1.5 }}>
          <strong>{title}</strong>
          <Box component="span" sx={{ display: 'block', color: 'text.secondary', fontSize: 13.5, pl: 2 }}>
            {[
              plannedAt === null ? null : T('planned_at', { time: time(plannedAt) }),
              sentAt === null ? null : T('sent_at', { time: time(sentAt) }),
              late === null || late === 0
                ? null
                : T(late > 0 ? 'late' : 'early', { minutes: Math.abs(late) }),
              seat(inject.owner),
              isEdited ? T('edit.edited') : null,
            ]
              .filter(Boolean)
              .join(' · ')}
          </Box>
        </Box>
        <Box sx={{ px: 2, pb: 1.5 }}>
          <Typography variant="body2">
            {T('to_and_owner', {
              to: inject.to === 'feed' ? T('everybody') : seats(inject.to),
              owner: seat(inject.owner),
            })}
          </Typography>
          <Typography variant="body2" sx={{ whiteSpace: 'pre-line', my: 0.5 }}>
            {textIn(text)}
          </Typography>
          {isEdited && (
            <Box component="details" sx={{ fontSize: 14, lineHeight: 1.6, my: 0.5 }}>
              <Box component="summary" sx={{ cursor: 'pointer' }}>
                {T('edit.original')}
              </Box>
              <Box sx={{ whiteSpace: 'pre-line' }}>{textIn(inject.text)}</Box>
            </Box>
          )}
          <Expected expected={inject.expected} />
          {can('fire') && status !== 'sent' && (
            <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap', mt: 1 }}>
              <SendButton inject={inject} size="small" named />
              {(status === 'planned' || status === 'waiting') && button('hold_back', () => steer('hold'))}
              {(status === 'held' || status === 'skipped') && button('release', () => steer('release'))}
              {status !== 'skipped' && status !== 'deck' && button('skip', () => skip(inject))}
              {can('edit_inject') && button('edit.open', () => ask({ edit: inject.key }))}
            </Box>
          )}
        </Box>
      </Box>
    </Box>
  );
};
