import type { DrillEvent, DrillStage, DrillView, PlayerAction } from '@readyroom/contract';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { DrillState } from '../line/drill-line.js';
import type { Acting } from '../line/use-acting.js';
import type { Observing } from '../watch/use-observing.js';

export interface Drill extends Acting {
  readonly runId: string;
  readonly stage: DrillStage;
  readonly state: DrillState;
  readonly view: DrillView;
  /** Key of the seat of the reader; null for whoever only looks on. */
  readonly seat: string | null;
  /** A player of a drill that is going on; while it is paused what is done waits on the device. */
  readonly mayAct: boolean;
  /** For whoever evaluates or watches. */
  readonly observing: Observing;
  /** The last deed of the seat when another device did it: that one is in use now. */
  readonly elsewhere: DrillEvent | null;
}

export const DrillContext = createContext<Drill | null>(null);

/** Only below the live screen. */
export function useDrillRun(): Drill {
  const drill = useContext(DrillContext);
  if (!drill) throw new Error('No drill is open here');
  return drill;
}

/** Whether something like this waits on the device. */
export const isPending = <K extends PlayerAction['kind']>(
  { pending }: Drill,
  kind: K,
  fits: (action: Extract<PlayerAction, { kind: K }>) => boolean,
): boolean =>
  pending.some((action) => action.kind === kind && fits(action as Extract<PlayerAction, { kind: K }>));
