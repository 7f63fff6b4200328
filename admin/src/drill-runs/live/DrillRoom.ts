import { createContext, useContext } from 'react';
import type { ControlAction, DrillStage, ObserverAction, Participant } from '../../providers/contract.js';
import type { Inject } from './events/eventRows.js';
import type { Recall, Recallable } from './recall/Recall.js';
import type { LineState } from './line/DrillLine.js';
import type { HeardClock } from './line/scenarioTime.js';

type Deed = ControlAction['kind'] | ObserverAction['kind'];

/** What is asked for over the panes: a note, a quick inject, other words for an inject. */
type Asked = 'note' | 'quick' | { edit: string } | null;

/** What every part of the facilitator's screen works with. */
export interface Room {
  runId: string;
  stage: DrillStage;
  clock: HeardClock;
  state: LineState;
  /** Null for people who may not see who is in the cast. */
  people: readonly Participant[] | null;
  /** Whether the role allows it and the run is not over. */
  may: (deed: Deed) => boolean;
  /** Whether it can be done now: allowed, and the run has begun. */
  can: (deed: Deed) => boolean;
  /** Whether it was done; if not, the reason has been shown. */
  act: (action: ControlAction) => Promise<boolean>;
  observe: (action: ObserverAction) => Promise<boolean>;
  /** Sends an inject after the time in which that can be taken back, unless one is on its way. */
  fire: (inject: Inject) => void;
  isFiring: boolean;
  /** Skips an inject, which can be taken back for a while too. */
  skip: (inject: Inject) => void;
  recall: Recall;
  recallable: Recallable | null;
  /** It stays while the panes change places. */
  dialog: Asked;
  ask: (dialog: Asked) => void;
}

const RoomContext = createContext<Room | null>(null);
export const RoomProvider = RoomContext.Provider;

export function useRoom(): Room {
  const room = useContext(RoomContext);
  if (!room) throw new Error('Outside of a drill');
  return room;
}
