import { Box, Button, Card, Typography } from '@mui/material';
import { useRoom } from '../DrillRoom.js';
import { useWords } from '../useWords.js';
import { eventRows, groupsOf, nextOf, type InjectStatus } from './eventRows.js';
import { EventEntry } from './EventEntry.js';
import { NextCard } from './NextCard.js';

/** Open without being asked: what a facilitator acts on. */
const OPEN: readonly InjectStatus[] = ['held', 'planned', 'waiting', 'deck'];

/** The list of injects: the next one large, then what is held, what comes, what was sent. */
export const EventPane = () => {
  const { stage, state, can, ask } = useRoom();
  const { T } = useWords(stage);
  const rows = eventRows(stage.msel ?? [], state.view);
  const next = nextOf(rows);
  return (
    <>
      {(can('note') || can('quick_inject')) && (
        <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap' }}>
          {can('quick_inject') && (
            <Button variant="outlined" aria-keyshortcuts="q" onClick={() => ask('quick')}>
              {T('quick.open')}
            </Button>
          )}
          {can('note') && (
            <Button variant="outlined" aria-keyshortcuts="n" onClick={() => ask('note')}>
              {T('note.open')}
            </Button>
          )}
        </Box>
      )}
      {next ? (
        <NextCard row={next} />
      ) : (
        <Card sx={{ p: 2 }}>
          <Typography color="text.secondary">{T('no_next')}</Typography>
        </Card>
      )}
      {groupsOf(rows).map((group) => (
        <Card
          key={group.status}
          component="details"
          open={OPEN.includes(group.status)}
          sx={{ overflow: 'visible' }}
        >
          <Box component="summary" sx={{ px: 2, py: 1.25, cursor: 'pointer', fontWeight: 650 }}>
            {T(`inject_status.${group.status}`)} ({group.rows.length})
          </Box>
          <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
            {group.rows.map((row) => (
              <EventEntry key={row.inject.key} row={row} />
            ))}
          </Box>
        </Card>
      ))}
    </>
  );
};
