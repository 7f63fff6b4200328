import { Box, Chip, Typography } from '@mui/material';
import { useRoom } from '../DrillRoom.js';
import { minutesAndSeconds, scenarioNow } from '../line/scenarioTime.js';
import { useNow } from '../line/useDrill.js';
import { Lines, Section } from '../Section.js';
import { useWords } from '../useWords.js';

/** Statements with where their approval stands, statutory clocks and the alert. */
export const StatementsSection = () => {
  const { stage, state, clock } = useRoom();
  const { T, textIn, seat, time } = useWords(stage);
  const now = useNow();
  const { statements, clocks, alert } = state.view;
  const left = (dueAt: number) => minutesAndSeconds((dueAt - scenarioNow(clock, now)) / clock.rate);
  return (
    <Section
      title={T('statements')}
      note={alert ? T('alert_is', { level: T(`level.${alert.level}`) }) : T('no_alert')}
    >
      {statements.size === 0 && <Typography color="text.secondary">{T('no_statements')}</Typography>}
      <Lines>
        {[...statements].map(([id, versions]) => {
          const newest = versions.at(-1)!;
          return (
            <li key={id}>
              <Box sx={{ display: 'flex', gap: 1, alignItems: 'center', flexWrap: 'wrap' }}>
                <Chip
                  size="small"
                  variant="outlined"
                  color={newest.state === 'published' || newest.state === 'corrected' ? 'success' : 'default'}
                  label={T(`statement_state.${newest.state}`)}
                />
                <strong>{seat(newest.by)}</strong>
                <span>{T('statement_version', { number: newest.version, time: time(newest.at) })}</span>
                {newest.waitingFor && <span>{T('waits_for', { seat: seat(newest.waitingFor) })}</span>}
              </Box>
              {textIn(newest.text)}
              {newest.reason && (
                <Box component="span" sx={{ display: 'block', color: 'text.secondary' }}>
                  {T('returned_because', { reason: newest.reason })}
                </Box>
              )}
            </li>
          );
        })}
        {[...clocks.values()].map((one) => (
          <li key={one.clock}>
            <strong>{textIn(one.title)}</strong> · {seat(one.seat)} · {T(`clock_state.${one.state}`)}
            {one.state === 'started' &&
              ` · ${T('card_left', { left: left(one.dueAt), time: time(one.dueAt) })}`}
          </li>
        ))}
      </Lines>
    </Section>
  );
};
