import { Alert, alpha, Box, Tab, Tabs, Typography, useMediaQuery } from '@mui/material';
import { useState } from 'react';
import { visuallyHidden } from '../../shared/visuallyHidden.js';
import { DrillBanner } from './bar/DrillBanner.js';
import { LiveBar } from './bar/LiveBar.js';
import { LockScreen } from './bar/LockScreen.js';
import { useRoom } from './DrillRoom.js';
import { EditInject } from './events/EditInject.js';
import { EventPane } from './events/EventPane.js';
import { QuickInject } from './events/QuickInject.js';
import { NoteDialog } from './people/NoteDialog.js';
import { PeoplePane } from './people/PeoplePane.js';
import { RecallBar } from './recall/RecallBar.js';
import { ScreenPane } from './screen/ScreenPane.js';
import { useFacilitatorKeys } from './useFacilitatorKeys.js';
import { useWords } from './useWords.js';

const PANES = { events: EventPane, screen: ScreenPane, people: PeoplePane } as const;
type Pane = keyof typeof PANES;

/** Three panes at a desk, two on a tablet, one on a phone; the bar stays above them. */
export const LiveScreen = ({ title }: { title: string }) => {
  const { stage, clock, state, dialog, ask } = useRoom();
  const { T } = useWords(stage);
  const isDesk = useMediaQuery('(min-width:1200px)');
  const isTablet = useMediaQuery('(min-width:700px)');
  const [isLocked, setLocked] = useState(false);
  const [chosen, setChosen] = useState<Pane>('events');
  const tabs: Pane[] = isDesk ? [] : isTablet ? ['screen', 'people'] : ['events', 'screen', 'people'];
  const open = tabs.includes(chosen) ? chosen : tabs[0];
  const { status } = clock;
  useFacilitatorKeys();
  const tint = status === 'paused' ? 'warning' : status === 'stopped' ? 'error' : null;
  return (
    <Box
      sx={{
        height: 1, display: 'flex', flexDirection: 'column', minWidth: 0,
      }} // prettier-ignore
    >
      <Box component="header" sx={{ flexShrink: 0 }}>
        <h1 style={visuallyHidden}>{`${T('mark')} ${title}`}</h1>
        <DrillBanner title={title} />
        <LiveBar onLock={() => setLocked(true)} />
        {tint && (
          <Typography
            component="p"
            sx={{
              bgcolor: `${tint}.main`,
              color: 'background.paper',
              textAlign: 'center',
              fontWeight: 700,
              fontSize: 20,
              py: 1,
            }}
          >
            {T(`${status}_band`)}
            {state.view.reason && (
              <Box component="span" sx={{ fontWeight: 450, ml: 1.5 }}>
                {state.view.reason}
              </Box>
            )}
          </Typography>
        )}
        <RecallBar />
        {status === 'ended' && <Alert severity="info">{T('ended_band')}</Alert>}
      </Box>
      <Box
        component="main"
        id="main-content"
        sx={{
          flex: 1, minHeight: 0, display: 'grid', bgcolor: tint ? ({ palette }) => alpha(palette[tint].main, 0.13) : undefined,
          gridTemplateColumns: isDesk ? 'minmax(330px, 1fr) minmax(0, 1.5fr) minmax(330px, 1fr)' : isTablet ? 'minmax(310px, 1fr) minmax(0, 1.2fr)' : 'minmax(0, 1fr)',
        }} // prettier-ignore
      >
        {isDesk && (
          <>
            <Column pane="events" />
            <Column pane="screen" />
            <Column pane="people" />
          </>
        )}
        {!isDesk && isTablet && <Column pane="events" />}
        {!isDesk && open && (
          <Box sx={{ minWidth: 0, minHeight: 0, display: 'flex', flexDirection: 'column' }}>
            <Tabs
              value={open}
              onChange={(_event, to: Pane) => setChosen(to)}
              aria-label={T('panes')}
              variant="fullWidth"
              sx={{ flexShrink: 0, borderBottom: 1, borderColor: 'divider', bgcolor: 'background.paper' }}
            >
              {tabs.map((pane) => (
                <Tab
                  key={pane}
                  value={pane}
                  id={`pane-tab-${pane}`}
                  aria-controls="pane-open"
                  label={T(`pane.${pane}`)}
                />
              ))}
            </Tabs>
            <Box
              role="tabpanel"
              id="pane-open"
              aria-labelledby={`pane-tab-${open}`}
              sx={{ flex: 1, minHeight: 0, display: 'grid' }}
            >
              <Column pane={open} />
            </Box>
          </Box>
        )}
      </Box>
      {dialog === 'note' && <NoteDialog onClose={() => ask(null)} />}
      {dialog === 'quick' && <QuickInject onClose={() => ask(null)} />}
      {dialog !== null && typeof dialog === 'object' && (
        <EditInject key={dialog.edit} inject={dialog.edit} onClose={() => ask(null)} />
      )}
      {isLocked && <LockScreen title={title} onUnlock={() => setLocked(false)} />}
    </Box>
  );
};

const Column = ({ pane }: { pane: Pane }) => {
  const { stage } = useRoom();
  const { T } = useWords(stage);
  const Content = PANES[pane];
  return (
    <Box
      component="section"
      aria-label={T(`pane.${pane}`)}
      tabIndex={0}
      sx={{
        minWidth: 0, minHeight: 0, overflowY: 'auto', overscrollBehavior: 'contain', p: 2, pb: 4, position: 'relative',
        display: 'grid', gap: 2, alignContent: 'start', gridAutoRows: 'max-content', '& > *': { minWidth: 0 }, '& + &': { borderLeft: 1, borderColor: 'divider' },
      }} // prettier-ignore
    >
      <Content />
    </Box>
  );
};
