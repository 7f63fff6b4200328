import { Box, Chip } from '@mui/material';
import { useTranslate } from 'react-admin';
import { presenceOf } from '../../presence.js';
import { useRoom } from '../DrillRoom.js';
import { scenarioNow } from '../line/scenarioTime.js';
import { useNow } from '../line/useDrill.js';
import { Lines, Section } from '../Section.js';
import { useWords } from '../useWords.js';
import { standings } from './standing.js';

/** Each seat: who sits there, whether they are there, what waits for them, and whether they are silent. */
export const SeatsSection = () => {
  const translate = useTranslate();
  const { stage, state, clock, people } = useRoom();
  const { T, seat, time } = useWords(stage);
  const now = useNow();
  const rows = standings(stage.seats, state.view, {
    deeds: state.deeds,
    now: scenarioNow(clock, now),
    rate: clock.rate,
  });
  const players = people?.filter(({ role }) => role === 'player') ?? [];
  const there = players.filter(({ joinedAt }) => joinedAt !== null).length;
  const isRunning = clock.status === 'running';
  return (
    <Section title={T('who')} note={people ? T('who_note', { there, all: players.length }) : undefined}>
      <Lines>
        {rows.map((one) => {
          const here = players.filter((player) => player.seat === one.seat);
          const isSilent = one.isSilent && isRunning;
          return (
            <li key={one.seat}>
              <Box sx={{ display: 'flex', gap: 1, alignItems: 'center', flexWrap: 'wrap' }}>
                <strong>{seat(one.seat)}</strong>
                {here.length === 0 && !one.played && (
                  <Box component="span" sx={{ color: 'text.secondary' }}>
                    {T('simulated')}
                  </Box>
                )}
                {isSilent && <Chip size="small" color="warning" label={T('is_silent')} />}
              </Box>
              {here.map((player) => {
                const presence = presenceOf(player);
                return (
                  <Box key={player.id}>
                    {player.person.name} ·{' '}
                    <Box
                      component="span"
                      sx={{
                        color: presence === 'lost' ? 'error.main' : 'text.secondary',
                        fontWeight: presence === 'lost' ? 650 : 400,
                      }}
                    >
                      {translate(`resources.drill-runs.presence.${presence}`)}
                    </Box>
                  </Box>
                );
              })}
              {one.played && (
                <Box sx={{ color: 'text.secondary', fontSize: 13.5 }}>
                  {[
                    one.cards + one.messages > 0
                      ? T('waits', { cards: one.cards, messages: one.messages })
                      : T('nothing_waits'),
                    one.lastDeed === null ? T('no_deed') : T('last_deed', { time: time(one.lastDeed) }),
                  ].join(' · ')}
                </Box>
              )}
            </li>
          );
        })}
      </Lines>
    </Section>
  );
};
