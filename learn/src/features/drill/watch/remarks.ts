import type { DrillView, ErrorCode, ObserverAction, Rating } from '@readyroom/contract';

/** Something an evaluator or observer put down on this device. */
export interface Remark {
  readonly clientId: string;
  readonly action: ObserverAction;
  readonly state: 'waiting' | 'sent' | 'refused';
  readonly refused: ErrorCode | null;
  /** Set while the outbox still holds it, so that it can be put away. */
  readonly entry: number | null;
}

export interface KnownRating {
  readonly rating: Rating;
  readonly note: string;
  readonly at: number;
  readonly waits: boolean;
}

const isAbout =
  (objective: string, seat: string | null) => (one: { objective: string; seat: string | null }) =>
    one.objective === objective && one.seat === seat;

/** How an objective stands for a seat or the team: what was tapped here counts before the drill has told of it. */
export function ratingOf(
  { ratings }: Pick<DrillView, 'ratings'>,
  remarks: readonly Remark[],
  objective: string,
  seat: string | null,
): KnownRating | null {
  const fits = isAbout(objective, seat);
  const told = ratings.findLast(fits);
  const known = told && { rating: told.rating, note: told.note, at: told.moment ?? told.at, waits: false };
  const own = remarks.findLast(
    ({ action, state }) => state !== 'refused' && action.kind === 'rate' && fits(action),
  );
  if (own?.action.kind !== 'rate') return known ?? null;
  const { rating, note, moment = 0 } = own.action;
  const waits = own.state === 'waiting';
  return waits || !known || moment > known.at ? { rating, note, at: moment, waits } : known;
}

export interface KnownNote {
  readonly key: string;
  readonly at: number;
  readonly text: string;
  readonly objective: string | null;
  readonly waits: boolean;
}

/** Notes by the moment they are about, newest first. Observers are not told of notes: theirs are known from here. */
export function notesOf({ notes }: Pick<DrillView, 'notes'>, remarks: readonly Remark[]): KnownNote[] {
  const told: KnownNote[] = notes.map(({ id, at, moment, text, objective }) => ({
    key: String(id),
    at: moment ?? at,
    text,
    objective,
    waits: false,
  }));
  const isTold = (text: string, objective: string | null) =>
    told.some((one) => one.text === text && one.objective === objective);
  const own = remarks.flatMap(({ clientId, action, state }): KnownNote[] => {
    if (action.kind !== 'note' || state === 'refused') return [];
    const { text, objective, moment = 0 } = action;
    if (state === 'sent' && isTold(text, objective)) return [];
    return [{ key: clientId, at: moment, text, objective, waits: state === 'waiting' }];
  });
  return [...told, ...own].sort((a, b) => b.at - a.at);
}
