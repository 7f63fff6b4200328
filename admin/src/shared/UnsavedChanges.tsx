import { Button, Dialog, DialogActions, DialogContent, DialogTitle, Typography } from '@mui/material';
import { useEffect } from 'react';
import { useBlocker, useTranslate } from 'react-admin';

/** State of a navigation that follows from saving: it leaves nothing behind. */
export const SAVED = { saved: true } as const;

/** Asks before what was filled in is left behind, by a link, by going back, or with the tab. */
export const UnsavedChanges = ({ when }: { when: boolean }) => {
  const translate = useTranslate();
  const { state, proceed, reset } = useBlocker(
    ({ currentLocation, nextLocation }) =>
      when &&
      (currentLocation.pathname !== nextLocation.pathname ||
        currentLocation.search !== nextLocation.search) &&
      (nextLocation.state as Partial<typeof SAVED> | null)?.saved !== true,
  );
  useEffect(() => {
    if (!when) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [when]);
  return (
    <Dialog open={state === 'blocked'} onClose={() => reset?.()} maxWidth="xs" aria-labelledby="unsaved">
      <DialogTitle id="unsaved">{translate('unsaved.title')}</DialogTitle>
      <DialogContent>
        <Typography sx={{ lineHeight: 1.7 }}>{translate('unsaved.text')}</Typography>
      </DialogContent>
      <DialogActions>
        <Button color="error" onClick={() => proceed?.()}>
          {translate('unsaved.leave')}
        </Button>
        <Button variant="contained" autoFocus onClick={() => reset?.()}>
          {translate('unsaved.stay')}
        </Button>
      </DialogActions>
    </Dialog>
  );
};
