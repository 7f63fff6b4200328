import { Box, Typography } from '@mui/material';
import { useRoom } from '../DrillRoom.js';
import { Lines, Section } from '../Section.js';
import { useWords } from '../useWords.js';

const STATES = ['open', 'missed', 'met'] as const;

/** Expected actions by how they stand. */
export const ExpectationsSection = () => {
  const { stage, state } = useRoom();
  const { T, textIn, seat, time } = useWords(stage);
  const all = [...state.view.expectations.values()];
  const of = (wanted: (typeof STATES)[number]) => all.filter((one) => one.state === wanted);
  return (
    <Section
      title={T('expectations')}
      note={T('expectations_note', {
        open: of('open').length,
        met: of('met').length,
        missed: of('missed').length,
      })}
    >
      {all.length === 0 && <Typography color="text.secondary">{T('no_expectations')}</Typography>}
      {STATES.map((wanted) => {
        const rows = of(wanted);
        if (rows.length === 0) return null;
        return (
          <Box key={wanted} component="details" open={wanted === 'open'} sx={{ mb: 1 }}>
            <Box component="summary" sx={{ cursor: 'pointer', fontWeight: 600, mb: 0.5 }}>
              {T(`expectation.${wanted}`)} ({rows.length})
            </Box>
            <Lines>
              {rows
                .sort((a, b) => (wanted === 'open' ? a.dueAt - b.dueAt : b.dueAt - a.dueAt))
                .map((one) => (
                  <li key={one.expected}>
                    <strong>{seat(one.seat)}</strong> {textIn(one.what)}{' '}
                    <Box component="span" sx={{ color: 'text.secondary' }}>
                      {T('due_at', { time: time(one.dueAt) })}
                    </Box>
                  </li>
                ))}
            </Lines>
          </Box>
        );
      })}
    </Section>
  );
};
