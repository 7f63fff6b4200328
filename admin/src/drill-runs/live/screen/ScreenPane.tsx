import { Typography } from '@mui/material';
import { useRoom } from '../DrillRoom.js';
import { Lines, Section } from '../Section.js';
import { useWords } from '../useWords.js';
import { CardsSection } from './CardsSection.js';
import { FeedSection } from './FeedSection.js';
import { IndicatorFigure } from './IndicatorFigure.js';
import { StatementsSection } from './StatementsSection.js';

const MESSAGES_SHOWN = 12;

/** What those who take part see now. */
export const ScreenPane = () => {
  const { stage, state } = useRoom();
  const { T, textIn, seat, seats, time } = useWords(stage);
  const { inbox } = state.view;
  return (
    <>
      <CardsSection />
      <StatementsSection />
      <IndicatorFigure />
      <FeedSection />
      <Section title={T('messages')} note={String(inbox.length)}>
        {inbox.length === 0 && <Typography color="text.secondary">{T('no_messages')}</Typography>}
        <Lines>
          {inbox
            .slice(-MESSAGES_SHOWN)
            .reverse()
            .map(({ id, at, from, to, text, acknowledgedBy }) => (
              <li key={id}>
                <strong>{'name' in from ? textIn(from.name) : seat(from.key)}</strong> → {seats(to)}{' '}
                <span>{time(at)}</span>
                <br />
                {textIn(text)}
                {acknowledgedBy.length > 0 && (
                  <Typography
                    component="span"
                    variant="body2"
                    color="text.secondary"
                    sx={{ display: 'block' }}
                  >
                    {T('acknowledged_by', { seats: seats(acknowledgedBy) })}
                  </Typography>
                )}
              </li>
            ))}
        </Lines>
      </Section>
    </>
  );
};
