import type {
  ControlAction,
  DrillAction,
  ErrorCode,
  LogEntry,
  ObserverAction,
  PlayerAction,
  SystemAction,
} from '@readyroom/contract';
import { advance, isUnderWay } from './advance.js';
import { applyAcknowledge } from './apply/acknowledge.js';
import { turnClock } from './apply/control-clock.js';
import { steerCourse } from './apply/control-injects.js';
import { applyDecide } from './apply/decide.js';
import type { Apply } from './apply/deed.js';
import { applyAlert, applyOpenPlan, applySitrep, applyThreshold, applyTriage } from './apply/desk.js';
import { applyContact, applyMessage, applyNotify } from './apply/messages.js';
import { writeDown } from './apply/observers.js';
import { applyReply } from './apply/replies.js';
import { applyApprove, applyDraft, applyPublish, applyReturn, applySubmit } from './apply/statements.js';
import { noteSystem } from './apply/system.js';
import { openRun, type EmittedEvent, type Run } from './context.js';
import type { RunState } from './state.js';

export interface Applied {
  /** Why the action does not count; it then changed nothing. */
  readonly refused: ErrorCode | null;
  /** Those of the minutes up to the entry first. */
  readonly events: EmittedEvent[];
}

const PLAYER: { readonly [K in PlayerAction['kind']]: Apply<K> } = {
  acknowledge: applyAcknowledge,
  decide: applyDecide,
  draft_statement: applyDraft,
  submit_statement: applySubmit,
  approve_statement: applyApprove,
  return_statement: applyReturn,
  publish_statement: applyPublish,
  reply: applyReply,
  message: applyMessage,
  notify: applyNotify,
  contact: applyContact,
  triage: applyTriage,
  set_threshold: applyThreshold,
  raise_alert: applyAlert,
  file_sitrep: applySitrep,
  open_plan: applyOpenPlan,
};

/** Plays the minutes up to the entry, then lets the entry take effect. Entries come in the order of the log. */
export function applyEntry(state: RunState, entry: LogEntry): Applied {
  const run = openRun(state);
  advance(run, entry.at);
  return { refused: take(run, entry), events: run.events };
}

function take(run: Run, { seq, by, action }: LogEntry): ErrorCode | null {
  if (isSystem(action)) return by === 'system' ? noteSystem(run, action) : 'drill.role_forbids';
  if (isControl(action)) return control(run, by, action);
  if (!isUnderWay(run.state)) return 'drill.not_running';
  if (isObserver(action))
    return by === 'evaluator' || by === 'control' ? writeDown(run, action) : 'drill.role_forbids';
  if (!by.startsWith('seat:')) return 'drill.role_forbids';
  const seat = by.slice('seat:'.length);
  if (!run.lookup.seats.has(seat)) return 'drill.not_your_seat';
  // The table has for each kind what takes deeds of this kind.
  const apply = PLAYER[action.kind] as Apply<PlayerAction['kind']>;
  return apply(run, { seat, seq, action });
}

function control(run: Run, by: LogEntry['by'], action: ControlAction): ErrorCode | null {
  if (by !== 'control' && by !== 'system') return 'drill.role_forbids';
  const { stage } = run.state;
  // The time was up in the same second in which somebody ended the run: both are right.
  if (action.kind === 'end' && stage === 'ended') return null;
  if (stage === 'unbegun' || stage === 'ended' || stage === 'stopped') return 'drill.not_running';
  switch (action.kind) {
    case 'hold':
    case 'release':
    case 'skip':
    case 'fire':
    case 'edit_inject':
    case 'quick_inject':
    case 'enter_phase':
      return stage === 'lobby' ? 'drill.not_running' : steerCourse(run, action);
    default:
      return turnClock(run, action);
  }
}

const SYSTEM: ReadonlySet<DrillAction['kind']> = new Set(['begin', 'seat']);
const OBSERVER: ReadonlySet<DrillAction['kind']> = new Set(['rate', 'note']);

const isSystem = (action: DrillAction): action is SystemAction => SYSTEM.has(action.kind);
const isObserver = (action: DrillAction): action is ObserverAction => OBSERVER.has(action.kind);
const isControl = (action: DrillAction): action is ControlAction =>
  !isSystem(action) && !isObserver(action) && !Object.hasOwn(PLAYER, action.kind);
