import { createContext, useContext } from 'react';
import type { ControlAction, DrillStage, ObserverAction, Participant } from '../../providers/contract.js';
import type { LineState } from './line/DrillLine.js';
import type { HeardClock } from './line/scenarioTime.js';

type Deed = ControlAction['kind'] | ObserverAction['kind'];

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
  /** Sends an inject, unless one is on its way. */
  fire: (inject: string) => void;
  isFiring: boolean;
  /** What is asked for over the panes; it stays while they change places. */
  dialog: 'note' | 'quick' | null;
  ask: (dialog: 'note' | 'quick' | null) => void;
}

const RoomContext = createContext<Room | null>(null);
export const RoomProvider = RoomContext.Provider;

export function useRoom(): Room {
  const room = useContext(RoomContext);
  if (!room) throw new Error('Outside of a drill');
  return room;
}
