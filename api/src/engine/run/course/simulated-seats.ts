import type { ScenarioDocument } from '@readyroom/contract';
import { emit, isPlayed, type Run } from '../context.js';
import { fileNotification } from './clocks.js';
import { holds } from './conditions.js';
import { acknowledge, hasAcknowledged, send } from './messages.js';
import { triage } from './triage.js';
import { approve, approverOf, draft, publish, publishedBySimulation, submit } from './statements.js';
import { own } from '../own.js';

type StandIn = ScenarioDocument['standIns'][number];

/** How long a simulated seat takes to acknowledge or approve. */
const TAKES = 5 * 60;

const REPORTED = '【模拟】已按规定报告。[Simulated] Reported as required.';
const JUDGED =
  '【模拟】该席位无人参演，由系统代为研判。[Simulated] Nobody plays this seat; the system judged.';

/** Seats that nobody plays acknowledge, approve, publish and do what the scenario has them do. */
export function actForUnplayed(run: Run): void {
  acknowledgeWhatIsDue(run);
  approveWhatIsDue(run);
  for (const standIn of run.state.scenario.standIns) {
    if (run.state.stoodIn[standIn.id] || isPlayed(run, standIn.seat)) continue;
    if (isPossible(run, standIn) && holds(run, standIn.when)) takeOver(run, standIn);
  }
  publishWhatIsApproved(run);
}

function acknowledgeWhatIsDue(run: Run): void {
  const { state } = run;
  const due = state.unanswered.filter(({ at }) => at + TAKES <= run.at);
  state.unanswered = state.unanswered.filter(({ at }) => at + TAKES > run.at);
  for (const { what, seat } of due)
    if (!isPlayed(run, seat) && !hasAcknowledged(run, what, seat)) acknowledge(run, what, seat);
}

function approveWhatIsDue(run: Run): void {
  for (const [id, statement] of Object.entries(run.state.statements)) {
    const approver = approverOf(run, statement);
    if (approver !== null && !isPlayed(run, approver) && statement.askedAt + TAKES <= run.at)
      approve(run, id, approver);
  }
}

function publishWhatIsApproved(run: Run): void {
  for (const [id, statement] of Object.entries(run.state.statements)) {
    const publisher = publishedBySimulation(run, statement);
    if (publisher !== null) publish(run, id, publisher);
  }
}

/**
 * Somebody waits until the clock runs before they report to the authority, and until there is a post before they speak
 * of it; the rest can be done at any time.
 */
function isPossible({ state }: Run, { action }: StandIn): boolean {
  if ('notify' in action) return Object.hasOwn(state.clocks, action.notify);
  const post =
    'triage' in action ? action.triage.post : 'message' in action ? action.message.about : undefined;
  return post === undefined || Object.hasOwn(state.posts, post);
}

function takeOver(run: Run, { id, seat, action }: StandIn): void {
  run.state.stoodIn[id] = true;
  if ('message' in action) {
    const { to, text, about } = action.message;
    send(run, { id, from: seat, to: [to], text, about: about ?? null });
  } else if ('triage' in action) {
    // What a person said of the post stands.
    if (!run.state.triaged[action.triage.post]) triage(run, seat, { ...action.triage, duplicateOf: null });
  } else if ('raise' in action) {
    run.state.alert = action.raise;
    emit(run, 'all', { kind: 'alert', level: action.raise, by: seat, reason: JUDGED });
  } else if ('notify' in action) {
    const clock = run.lookup.clocks.get(action.notify)!;
    if (!own(run.state.clocks, clock.key)!.notified) fileNotification(run, clock, seat, REPORTED);
  } else {
    draft(run, id, seat, { ...action.statement, corrects: null });
    submit(run, id, seat);
  }
}
