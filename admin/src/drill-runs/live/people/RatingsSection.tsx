import { Box, Button, MenuItem, TextField, ToggleButton, ToggleButtonGroup, Typography } from '@mui/material'; // prettier-ignore
import { useState } from 'react';
import type { Rating } from '../../../providers/contract.js';
import { useRoom } from '../DrillRoom.js';
import { Lines, Section } from '../Section.js';
import { useWords } from '../useWords.js';

const RATINGS = ['P', 'S', 'M', 'U'] as const satisfies readonly Rating[];
const TEAM = '-';

/** Objectives, each rated with one press for the team or for a seat; a note goes with the rating. */
export const RatingsSection = () => {
  const { stage, state, can } = useRoom();
  const { T, textIn } = useWords(stage);
  const [about, setAbout] = useState(TEAM);
  const seatKey = about === TEAM ? null : about;
  const mayRate = can('rate');
  return (
    <Section title={T('ratings')}>
      <TextField
        select
        label={T('rated_who')}
        value={about}
        onChange={(event) => setAbout(event.target.value)}
      >
        <MenuItem value={TEAM}>{T('team')}</MenuItem>
        {stage.seats.map(({ key, title }) => (
          <MenuItem key={key} value={key}>
            {textIn(title)}
          </MenuItem>
        ))}
      </TextField>
      <Typography variant="body2" color="text.secondary" sx={{ mb: 1 }}>
        {RATINGS.map((rating) => `${rating} ${T(`rating.${rating}`)}`).join(' · ')}
      </Typography>
      <Lines>
        {stage.objectives.map(({ key, title }) => (
          <ObjectiveLine
            key={`${key} ${about}`}
            objective={key}
            title={textIn(title)}
            seatKey={seatKey}
            latest={state.view.ratings.findLast((one) => one.objective === key && one.seat === seatKey)}
            mayRate={mayRate}
          />
        ))}
      </Lines>
    </Section>
  );
};

interface LineProps {
  objective: string;
  title: string;
  seatKey: string | null;
  latest: { rating: Rating; note: string } | undefined;
  mayRate: boolean;
}

const ObjectiveLine = ({ objective, title, seatKey, latest, mayRate }: LineProps) => {
  const { stage, observe } = useRoom();
  const { T } = useWords(stage);
  const [note, setNote] = useState<string | null>(null);
  const rate = (rating: Rating, words: string) =>
    observe({ kind: 'rate', objective, seat: seatKey, rating, note: words });
  return (
    <li>
      {title}
      <Box sx={{ display: 'flex', gap: 1, alignItems: 'center', flexWrap: 'wrap', mt: 0.5 }}>
        <ToggleButtonGroup
          exclusive
          size="small"
          aria-label={title}
          value={latest?.rating ?? null}
          disabled={!mayRate}
          onChange={(_event, rating: Rating | null) => rating && void rate(rating, latest?.note ?? '')}
        >
          {RATINGS.map((rating) => (
            <ToggleButton
              key={rating}
              value={rating}
              title={T(`rating.${rating}`)}
              aria-label={`${rating} ${T(`rating.${rating}`)}`}
              sx={{ minWidth: 44, minHeight: 36 }}
            >
              {rating}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
        {mayRate && latest && note === null && (
          <Button size="small" onClick={() => setNote(latest.note)}>
            {T('rating_note')}
          </Button>
        )}
      </Box>
      {note === null && latest?.note && (
        <Box component="span" sx={{ color: 'text.secondary' }}>
          {latest.note}
        </Box>
      )}
      {note !== null && latest && (
        <Box sx={{ display: 'flex', gap: 1, alignItems: 'flex-start' }}>
          <TextField
            autoFocus
            multiline
            label={T('rating_note')}
            value={note}
            onChange={(event) => setNote(event.target.value)}
            slotProps={{ htmlInput: { maxLength: 2000 } }}
          />
          <Button
            sx={{ mt: 1 }}
            onClick={() => void rate(latest.rating, note.trim()).then((isDone) => isDone && setNote(null))}
          >
            {T('rating_save')}
          </Button>
        </Box>
      )}
    </li>
  );
};
