import { Box, Typography } from '@mui/material';
import { useRoom } from '../DrillRoom.js';
import { minutesAndSeconds, scenarioNow } from '../line/scenarioTime.js';
import { useNow } from '../line/useDrill.js';
import { Lines, Section } from '../Section.js';
import { useWords } from '../useWords.js';

const CLOSED_SHOWN = 6;

/** Decisions: those that wait, with the time that is left, and what was decided. */
export const CardsSection = () => {
  const { stage, state, clock } = useRoom();
  const { T, textIn, seat, time } = useWords(stage);
  const now = useNow();
  const at = scenarioNow(clock, now);
  const { cards } = state.view;
  const open = cards.filter(({ closed }) => closed === null);
  const closed = cards
    .filter((one) => one.closed !== null)
    .slice(-CLOSED_SHOWN)
    .reverse();
  return (
    <Section title={T('cards')} note={T('cards_note', { open: open.length, all: cards.length })}>
      {cards.length === 0 && <Typography color="text.secondary">{T('no_cards')}</Typography>}
      <Lines>
        {open.map(({ card }) => (
          <li key={card.key}>
            <strong>{seat(card.seat)}</strong>{' '}
            <Box component="span" sx={{ fontVariantNumeric: 'tabular-nums' }}>
              {T('card_left', {
                left: minutesAndSeconds((card.dueAt - at) / clock.rate),
                time: time(card.dueAt),
              })}
            </Box>
            <br />
            {textIn(card.prompt)}
            <Box component="ul" sx={{ m: 0, pl: 2.5, color: 'text.secondary' }}>
              {card.options.map(({ key, label }) => (
                <li key={key}>
                  {textIn(label)}
                  {key === card.default && ` (${T('card_default')})`}
                </li>
              ))}
            </Box>
          </li>
        ))}
        {closed.map(({ card, closed: answer }) => (
          <li key={card.key}>
            <strong>{seat(card.seat)}</strong> {time(answer!.at)} · {T(`card_by.${answer!.by}`)}
            {answer!.confidence !== null && ` · ${T('confidence', { percent: answer!.confidence })}`}
            <br />
            {textIn(card.prompt)}
            <br />→{' '}
            {textIn(
              card.options.find(({ key }) => key === answer!.option)?.label ?? {
                zh: answer!.option,
                en: answer!.option,
              },
            )}
            {answer!.rationale && (
              <Box component="span" sx={{ display: 'block', color: 'text.secondary' }}>
                {answer!.rationale}
              </Box>
            )}
          </li>
        ))}
      </Lines>
    </Section>
  );
};
