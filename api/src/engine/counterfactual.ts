import type { DrillAction, LogEntry, PlayerAction } from '@readyroom/contract';
import { passingIn, withoutPosts, type Adaptation } from './generated-posts.js';
import { replay, type Replayed } from './replay.js';
import type { RunInputs } from './run/state.js';

/** One action of a log that was otherwise: at another time, another action, or none. */
export type Change =
  | { readonly move: number; readonly toMinute: number }
  | { readonly replace: number; readonly action: DrillAction }
  | { readonly drop: number };

export interface Counterfactual {
  readonly before: Replayed;
  readonly after: Replayed;
  /** The log that was replayed: changed, and adapted to a storm that may have brought other posts. */
  readonly log: readonly LogEntry[];
  readonly adaptations: readonly Adaptation[];
}

/** A storm that takes another course brings other posts; each round drops what refers to those. */
const ROUNDS = 5;

/**
 * The run as it would have been with one action changed and everything else as it was, people included: they do what
 * they did, even where it no longer makes sense. `after.refusals` says what then did not count.
 * @throws RangeError when the log has no such entry, or it is the one that begins the run
 */
export function counterfactual(
  inputs: RunInputs,
  log: readonly LogEntry[],
  change: Change,
  untilSeconds = Infinity,
): Counterfactual {
  const changed = changedLog(log, change);
  const before = replay(inputs, log, untilSeconds);
  const passing = passingIn(inputs.scenario);
  const shown = shownIn(before);
  const gone = new Set<string>();
  let adapted = { log: changed, adaptations: [] as readonly Adaptation[] };
  let after = replay(inputs, changed, untilSeconds);
  for (let round = 0; round < ROUNDS; round++) {
    const now = shownIn(after);
    const known = gone.size;
    for (const { post, at } of referencesIn(changed))
      if (passing(post) && isLost(shown.get(post), now.get(post), at)) gone.add(post);
    if (gone.size === known) break;
    adapted = { ...withoutPosts(changed, (post) => gone.has(post)) };
    after = replay(inputs, adapted.log, untilSeconds);
  }
  return { before, after, ...adapted };
}

interface Shown {
  readonly at: number;
  readonly says: string;
}

/** When each post was shown and what it says, by its id. */
function shownIn({ events }: Replayed): Map<string, Shown> {
  const shown = new Map<string, Shown>();
  for (const { at, body } of events)
    if (body.kind === 'posts')
      for (const { id, text } of body.posts) shown.set(id, { at, says: `${text.zh}\n${text.en}` });
  return shown;
}

/** Whether a post that somebody could refer to at a moment is another one now, or not there by then. */
const isLost = (before: Shown | undefined, now: Shown | undefined, at: number): boolean =>
  now?.says !== before?.says || (before !== undefined && before.at <= at && now!.at > at);

function referencesIn(log: readonly LogEntry[]): { readonly post: string; readonly at: number }[] {
  return log.flatMap(({ at, action }) => postsOf(action).map((post) => ({ post, at })));
}

function postsOf(action: DrillAction): readonly string[] {
  if (action.kind === 'reply') return [action.post];
  if (action.kind === 'triage')
    return [action.post, ...(action.duplicateOf === null ? [] : [action.duplicateOf])];
  if (action.kind === 'message') return action.about === undefined ? [] : [action.about];
  return action.kind === 'file_sitrep' ? action.posts : [];
}

function changedLog(log: readonly LogEntry[], change: Change): readonly LogEntry[] {
  const seq = 'move' in change ? change.move : 'replace' in change ? change.replace : change.drop;
  const entry = log.find((one) => one.seq === seq);
  if (!entry || entry.action.kind === 'begin') throw new RangeError(`the log has no action ${seq} to change`);
  if ('drop' in change) return log.filter((one) => one !== entry);
  if ('replace' in change)
    return log.map((one) => (one === entry ? { ...entry, action: change.action } : one));
  return moved(log, entry, Math.round(change.toMinute * 60));
}

/**
 * A step of a statement that comes earlier takes the steps before it along: a text that was out ten minutes earlier was
 * also written, submitted and approved ten minutes earlier. Nothing comes before the start. A jump over a moment at
 * which something now happens is left out: time passes without it, and what happens would have to wait for its end.
 */
function moved(log: readonly LogEntry[], entry: LogEntry, to: number): LogEntry[] {
  const start = log.find(({ action }) => action.kind === 'start')?.at ?? 0;
  const statement = statementOf(entry.action);
  const earlier = entry.at - to;
  const elsewhere = new Map([[entry, Math.max(start, to)]]);
  if (earlier > 0 && statement !== null)
    for (const one of log)
      if (one.seq < entry.seq && statementOf(one.action) === statement)
        elsewhere.set(one, Math.max(start, one.at - earlier));
  const moments = [...elsewhere.values()];
  return log
    .filter(
      ({ at, action }) =>
        action.kind !== 'jump' || !moments.some((moment) => at <= moment && moment < action.toMinute * 60),
    )
    .map((one) => ({ ...one, at: elsewhere.get(one) ?? one.at }))
    .sort((a, b) => a.at - b.at || a.seq - b.seq);
}

const STEPS: ReadonlySet<DrillAction['kind']> = new Set<PlayerAction['kind']>([
  'draft_statement',
  'submit_statement',
  'approve_statement',
  'return_statement',
  'publish_statement',
]);

const statementOf = (action: DrillAction): string | null =>
  STEPS.has(action.kind) ? (action as { statement: string }).statement : null;
