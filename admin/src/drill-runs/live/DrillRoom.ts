import { createContext, useContext } from 'react';
import type { ControlAction, DrillStage, ObserverAction, Participant } from '../../providers/contract.js';
import type { LineState } from './line/DrillLine.js';
import type { HeardClock } from './line/scenarioTime.js';

/** What every part of the facilitator's screen works with. */
export interface Room {
  runId: string;
  stage: DrillStage;
  clock: HeardClock;
  state: LineState;
  /** Null for people who may not see who is in the cast. */
  people: readonly Participant[] | null;
  may: (deed: ControlAction['kind'] | ObserverAction['kind']) => boolean;
  /** Whether it was done; if not, the reason has been shown. */
  act: (action: ControlAction) => Promise<boolean>;
  observe: (action: ObserverAction) => Promise<boolean>;
  /** Sends an inject, unless one is on its way. */
  fire: (inject: string) => void;
  isFiring: boolean;
}

const RoomContext = createContext<Room | null>(null);
export const RoomProvider = RoomContext.Provider;

export function useRoom(): Room {
  const room = useContext(RoomContext);
  if (!room) throw new Error('Outside of a drill');
  return room;
}
