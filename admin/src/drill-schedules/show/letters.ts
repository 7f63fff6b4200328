import type { DrillOccurrence } from '../../providers/contract.js';

export type Cast = DrillOccurrence['cast'][number];

/** Somebody whom the last letter about an occurrence did not reach, and why. */
export interface Unreached {
  readonly person: Cast['person'];
  readonly reason: string | null;
  readonly state: 'kept' | 'failed';
  /** Occurrences that it is about. */
  readonly count: number;
}

const isUnsent = (state: string): state is Unreached['state'] => state === 'kept' || state === 'failed';

/** Changes when dates or casts do: what was worked out from them before is then out of date. */
export const printOf = (occurrences: readonly DrillOccurrence[]): string =>
  occurrences
    .filter(({ state }) => state === 'planned')
    .map(
      ({ id, plannedAt, cast }) =>
        `${id} ${plannedAt} ${cast.map(({ person, seat }) => `${person.id}${seat}`).join(' ')}`,
    )
    .join('\n');

/** Of what is to come: how many letters are in which state, and who was not reached, each once a reason. */
export function lettersOf(occurrences: readonly DrillOccurrence[], now: number) {
  const counts = { sent: 0, waiting: 0, kept: 0, failed: 0 };
  const unreached = new Map<string, Unreached>();
  for (const { cast, plannedAt } of occurrences) {
    if (Date.parse(plannedAt) <= now) continue;
    for (const { person, letter } of cast) {
      if (!letter) continue;
      counts[letter.state]++;
      if (!isUnsent(letter.state)) continue;
      const key = `${person.id}/${letter.reason ?? ''}`;
      const count = (unreached.get(key)?.count ?? 0) + 1;
      unreached.set(key, { person, reason: letter.reason, state: letter.state, count });
    }
  }
  return { counts, unreached: [...unreached.values()] };
}

/**
 * Who hears of a cancellation: those who were told and whose mail goes out, and those who were told and have to hear of
 * it another way.
 */
export function toldOff(occurrences: readonly Pick<DrillOccurrence, 'cast'>[]) {
  const byMail = new Map<string, Cast['person']>();
  const otherwise = new Map<string, Cast['person']>();
  for (const { cast } of occurrences)
    for (const { person, invited, letter } of cast)
      if (invited) (letter && isUnsent(letter.state) ? otherwise : byMail).set(person.id, person);
  for (const id of byMail.keys()) otherwise.delete(id);
  return { byMail: [...byMail.values()], otherwise: [...otherwise.values()] };
}
