import type { ControlAction, DrillAction, LogEntry, ObserverAction, PlayerAction } from '@readyroom/contract';

/** Who sent something, and what they named it. */
export interface Sender {
  readonly participantId: string;
  readonly personId: string;
  readonly clientId: string;
}

interface Sent {
  readonly arrivedAt: Date;
  readonly from: Sender;
}
export interface PlayerArrival extends Sent {
  readonly kind: 'player';
  readonly by: `seat:${string}`;
  readonly action: PlayerAction;
}
export interface ControlArrival extends Sent {
  readonly kind: 'control';
  readonly by: 'control';
  readonly action: ControlAction;
}
export interface ObserverArrival extends Sent {
  readonly kind: 'observer';
  readonly by: 'control' | 'evaluator';
  readonly action: ObserverAction;
}
/** What people sent; each has an answer. */
export type Arrival = PlayerArrival | ControlArrival | ObserverArrival;

/** Work of the server itself: start a run that nobody starts by hand, or look again who is at which seat. */
export type Errand = 'start' | 'seats';

/** A line of the log as it is stored. */
export interface LoggedEntry extends LogEntry {
  readonly from: Sender | null;
  readonly refused: string | null;
}

/** What the log says to what somebody sent, and which of all that they sent it was. */
export interface Answered extends LogAnswer {
  readonly own: number;
}
interface LogAnswer {
  readonly seq: number;
  readonly at: number;
  readonly refused: string | null;
}

/** What an earlier request with the same name was and got. */
export interface Earlier {
  readonly clientId: string;
  readonly participantId: string | null;
  readonly action: DrillAction;
  readonly answer: Answered;
}
