import LockOutlined from '@mui/icons-material/LockOutlined';
import { Box, Dialog, Typography } from '@mui/material';
import { useRoom } from '../DrillRoom.js';
import { scenarioNow } from '../line/scenarioTime.js';
import { useNow } from '../line/useDrill.js';
import { useWords } from '../useWords.js';
import { DrillBanner } from './DrillBanner.js';
import { HoldButton } from './HoldButton.js';

/** Covers the screen while the facilitator is away from it; the drill goes on. */
export const LockScreen = ({ title, onUnlock }: { title: string; onUnlock: () => void }) => {
  const { stage, clock } = useRoom();
  const { T, time } = useWords(stage);
  const now = useNow();
  return (
    <Dialog open fullScreen aria-labelledby="drill-locked">
      <DrillBanner title={title} />
      <Box sx={{ flex: 1, display: 'grid', placeContent: 'center', justifyItems: 'center', gap: 2, p: 2 }}>
        <LockOutlined sx={{ fontSize: 40 }} aria-hidden />
        <Typography id="drill-locked" variant="h5" component="h2">
          {T('locked')}
        </Typography>
        <Typography component="p" sx={{ fontSize: 64, fontWeight: 680, fontVariantNumeric: 'tabular-nums' }}>
          {time(scenarioNow(clock, now), true)}
        </Typography>
        <Typography>{T(`status.${clock.status}`)}</Typography>
        <HoldButton autoFocus variant="contained" size="large" onConfirm={onUnlock}>
          {T('unlock')}
        </HoldButton>
      </Box>
    </Dialog>
  );
};
