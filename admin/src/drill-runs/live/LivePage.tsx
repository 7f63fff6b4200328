import { Box, Button, Skeleton } from '@mui/material';
import { useEffect } from 'react';
import { Notification, useTranslate } from 'react-admin';
import { useParams } from 'react-router';
import { LoadFailed } from '../../shared/LoadFailed.js';
import { Notice } from '../../shared/Notice.js';
import { useLanguageOf } from '../../shared/useLanguageOf.js';
import { useText } from '../../shared/useLocale.js';
import { useMe } from '../../shared/useMe.js';
import { Guard } from '../../shared/Guard.js';
import { DrillBanner } from './bar/DrillBanner.js';
import { LiveScreen } from './LiveScreen.js';
import { RoomProvider } from './DrillRoom.js';
import { useDrill } from './line/useDrill.js';
import { useRoomState } from './useRoomState.js';
import { useWakeLock } from './useWakeLock.js';

/** The facilitator's screen, also for those who evaluate and watch; the whole window, without the menu. */
export const LivePage = () => {
  const { id = '' } = useParams();
  const { me } = useMe();
  useLanguageOf(me?.locale);
  useWakeLock();
  return (
    <Box sx={{ height: '100dvh', bgcolor: 'background.default', color: 'text.primary' }}>
      <Guard place={id}>
        <Drill key={id} id={id} />
      </Guard>
      <Notification />
    </Box>
  );
};

const Drill = ({ id }: { id: string }) => {
  const translate = useTranslate();
  const textIn = useText();
  const { stage, state, error, retry } = useDrill(id);
  const title = stage ? (stage.run.title ?? textIn(stage.run.scenario.title)) : '';
  useEffect(() => {
    document.title = [translate('drill.mark'), title].filter(Boolean).join(' · ');
  }, [translate, title]);
  const room = useRoomState(id, stage, state);
  if (error)
    return (
      <Box component="main" sx={{ p: 2 }}>
        <h1>{translate('drill.mark')}</h1>
        <LoadFailed error={error} onRetry={retry} />
      </Box>
    );
  if (stage?.me.role === 'player')
    return (
      <Box component="main">
        <DrillBanner title={title} />
        <Notice title={translate('drill.for_staff')} text={translate('drill.for_staff_text')}>
          <Button component="a" href={`/drills/${id}`} variant="contained">
            {translate('drill.to_own_screen')}
          </Button>
        </Notice>
      </Box>
    );
  if (!room)
    return (
      <Box component="main" aria-busy sx={{ height: 1 }}>
        <DrillBanner title={translate('common.loading')} />
        <Skeleton variant="rounded" sx={{ m: 2, height: '70%' }} />
      </Box>
    );
  return (
    <RoomProvider value={room}>
      <LiveScreen title={title} />
    </RoomProvider>
  );
};
