import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import { useText } from '../../shared/useLocale.js';
import type {
  ControlAction,
  DrillRunDetail,
  DrillStage,
  ObserverAction,
  SentAction,
} from '../../providers/contract.js';
import { ApiError, request } from '../../providers/http.js';
import { randomUuid } from '../../shared/randomUuid.js';
import { useNotifyError } from '../../shared/useErrorText.js';
import { useMe } from '../../shared/useMe.js';
import type { LineState } from './line/DrillLine.js';
import { isOver } from './line/scenarioTime.js';
import { mayDoIn } from './may.js';
import type { Room } from './DrillRoom.js';
import { useRecall } from './recall/useRecall.js';

const PEOPLE_EVERY_MS = 5_000;

/** Puts the room together; null until stage and clock are known. */
export function useRoomState(runId: string, stage: DrillStage | undefined, state: LineState): Room | null {
  const translate = useTranslate();
  const notify = useNotify();
  const notifyError = useNotifyError();
  const textIn = useText();
  const { me } = useMe();
  const [dialog, ask] = useState<Room['dialog']>(null);
  const { clock } = state;
  const over = clock !== null && isOver(clock);
  const { data: run } = useQuery({
    queryKey: ['drill-run', runId],
    queryFn: ({ signal }) => readRun(runId, signal),
    refetchInterval: over ? false : PEOPLE_EVERY_MS,
  });
  const send = async (path: string, action: ControlAction | ObserverAction): Promise<boolean> => {
    try {
      const { refused } = await request<SentAction>('POST', `drills/${runId}/${path}`, {
        body: { clientId: randomUuid(), action },
        keepalive: true,
      });
      if (refused === null) return true;
      notify(translate(`errors.${refused}`), { type: 'warning' });
    } catch (error) {
      notifyError(error);
    }
    return false;
  };
  const act = (action: ControlAction) => send('control', action);
  const { recall, recallable } = useRecall(act, state.view.delivered);
  if (!stage || !clock) return null;
  // The log of a run that is over is closed, also for remarks.
  // Somebody who looks in without being in the cast only looks.
  const isOutside = !!run && !!me && !run.participants.some(({ person }) => person.id === me.id);
  const may: Room['may'] = (deed) => !over && !isOutside && mayDoIn(stage.me.role, deed);
  const isFiring = recallable?.state === 'sending';
  return {
    runId,
    stage,
    clock,
    state,
    people: run?.participants ?? null,
    may,
    can: (deed) => clock.status !== 'lobby' && may(deed),
    act,
    observe: (action) => send('observations', action),
    fire: ({ key, title }) => {
      if (!isFiring) recall.later('sending', { kind: 'fire', inject: key }, textIn(title));
    },
    isFiring,
    skip: ({ key, title }) => {
      // What is held does not come by itself: it can wait. Anything else might come while it waits to be skipped.
      if (state.view.injectStates.get(key) === 'held')
        recall.later('skipping', { kind: 'skip', inject: key }, textIn(title));
      else void recall.skip(key, textIn(title));
    },
    recall,
    recallable,
    dialog,
    ask,
  };
}

/** Names are for those who look after runs; evaluators without a role in the console see the seats alone. */
async function readRun(runId: string, signal: AbortSignal): Promise<DrillRunDetail | null> {
  try {
    return await request<DrillRunDetail>('GET', `drill-runs/${runId}`, { signal });
  } catch (error) {
    if (error instanceof ApiError && (error.status === 403 || error.status === 404)) return null;
    throw error;
  }
}
