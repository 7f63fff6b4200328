import { Box, Typography } from '@mui/material';
import { useRoom } from '../DrillRoom.js';
import { Lines, Section } from '../Section.js';
import { useWords } from '../useWords.js';
import { ExpectationsSection } from './ExpectationsSection.js';
import { RatingsSection } from './RatingsSection.js';
import { SeatsSection } from './SeatsSection.js';

/** Who is there and answers, what was expected, how it went, what was put down. */
export const PeoplePane = () => {
  const { stage, state } = useRoom();
  const { T, objective, time } = useWords(stage);
  const { notes } = state.view;
  return (
    <>
      <SeatsSection />
      <ExpectationsSection />
      <RatingsSection />
      <Section title={T('notes')} note={String(notes.length)}>
        {notes.length === 0 && <Typography color="text.secondary">{T('no_notes')}</Typography>}
        <Lines>
          {[...notes].reverse().map(({ id, at, text, objective: key }) => (
            <li key={id}>
              <strong>{time(at)}</strong> {text}
              {key !== null && (
                <Box component="span" sx={{ display: 'block', color: 'text.secondary' }}>
                  {objective(key)}
                </Box>
              )}
            </li>
          ))}
        </Lines>
      </Section>
    </>
  );
};
