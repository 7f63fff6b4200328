import type { LogEntry, PlayerAction, ScenarioDocument } from '@readyroom/contract';

/** What had to be done to an entry so that it still makes sense in another run. */
export interface Adaptation {
  readonly seq: number;
  /** `dropped`: the post it is about is not there. `shortened`: what it says of such a post was left out. */
  readonly what: 'dropped' | 'shortened';
}

export interface AdaptedLog {
  readonly log: readonly LogEntry[];
  readonly adaptations: readonly Adaptation[];
}

const GENERATED = /^g\d+-\d+$/;

/**
 * Tells posts that another run may not have: those that the storm brought, and those of the scenario that wait for
 * something. The others of the scenario, of players and of the facilitator are there anyway.
 */
export function passingIn(scenario: ScenarioDocument): (post: string) => boolean {
  const waits = new Map(scenario.posts.map(({ key, when }) => [key, when !== undefined]));
  return (post) => waits.get(post) ?? GENERATED.test(post);
}

/**
 * The log for a run in which some posts are missing, or are others under the same id. Actions about them are dropped or
 * shortened, and each of these says so: nothing is silently judged against another post than the one that was meant.
 */
export function withoutPosts(log: readonly LogEntry[], isGone: (post: string) => boolean): AdaptedLog {
  const goneReplies = new Set<string>();
  const goneTriage = new Set<string>();
  const adaptations: Adaptation[] = [];
  const gone = (post: string): boolean => goneReplies.has(post) || isGone(post);
  const adapted = log.flatMap((entry): LogEntry[] => {
    const action = adapt(entry.action as PlayerAction, gone, goneTriage);
    if (action === null) {
      adaptations.push({ seq: entry.seq, what: 'dropped' });
      if (entry.action.kind === 'reply') goneReplies.add(`r-${entry.seq}`);
      if (entry.action.kind === 'triage') goneTriage.add(entry.action.post);
      return [];
    }
    if (action !== entry.action) adaptations.push({ seq: entry.seq, what: 'shortened' });
    return [action === entry.action ? entry : { ...entry, action }];
  });
  return { log: adapted, adaptations };
}

/** The same action when nothing is amiss with it, null when nothing is left of it. */
function adapt(
  action: PlayerAction,
  gone: (post: string) => boolean,
  goneTriage: ReadonlySet<string>,
): PlayerAction | null {
  switch (action.kind) {
    case 'reply':
      return gone(action.post) ? null : action;
    case 'triage':
      if (gone(action.post)) return null;
      return action.duplicateOf !== null && gone(action.duplicateOf)
        ? { ...action, duplicateOf: null }
        : action;
    case 'message': {
      if (action.about === undefined || !gone(action.about)) return action;
      const { about: _, ...rest } = action;
      return rest;
    }
    case 'file_sitrep': {
      const posts = action.posts.filter((post) => !gone(post) && !goneTriage.has(post));
      return posts.length === action.posts.length ? action : { ...action, posts };
    }
    default:
      return action;
  }
}
