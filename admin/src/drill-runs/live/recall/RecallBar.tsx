import { Box, Button, Typography } from '@mui/material';
import { useNow } from '../line/useDrill.js';
import { useRoom } from '../DrillRoom.js';
import { useWords } from '../useWords.js';

/** What was just done, how long it can be taken back, and whether anybody has seen it. */
export const RecallBar = () => {
  const { stage, recall, recallable } = useRoom();
  const { T } = useWords(stage);
  const now = useNow();
  if (!recallable) return null;
  const { state, title, until } = recallable;
  const isFailed = state === 'failed';
  return (
    <Box
      sx={{
        display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1, px: 2, py: 1, minWidth: 0,
        bgcolor: isFailed ? 'error.main' : 'primary.main', color: 'primary.contrastText',
      }} // prettier-ignore
    >
      {!isFailed && (
        <Typography
          component="span"
          aria-hidden
          sx={{ fontSize: 22, fontWeight: 700, fontVariantNumeric: 'tabular-nums', minWidth: 22 }}
        >
          {Math.max(0, Math.ceil((until - now) / 1000))}
        </Typography>
      )}
      <Typography
        role="status"
        sx={{ flex: '1 1 220px', minWidth: 0, fontWeight: 600, overflowWrap: 'anywhere' }}
      >
        {T(`recall.${state}`, { title })}
      </Typography>
      <Button color="inherit" variant="outlined" aria-keyshortcuts="z" onClick={recall.undo}>
        {T(isFailed ? 'recall.discard' : 'recall.undo')}
      </Button>
      {state !== 'skipped' && (
        <Button color="inherit" onClick={recall.atOnce}>
          {T(isFailed ? 'recall.again' : state === 'skipping' ? 'recall.skip_at_once' : 'recall.at_once')}
        </Button>
      )}
    </Box>
  );
};
