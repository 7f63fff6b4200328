import type {
  Certification,
  CourseCard,
  ItemProgress,
  LearnerHome,
  ProgramStatus,
} from '@readyroom/contract';

/** What asks for something comes first, the most urgent before the rest. */
const RANK: Record<ProgramStatus, number> = {
  overdue: 0,
  revoked: 1,
  in_grace: 2,
  expiring_soon: 3,
  in_progress: 4,
  not_started: 4,
  compliant: 5,
  waived: 6,
};
const NEVER = '9999-12-31';

/** Programs of somebody by what is due: worst first, then the nearest day; what is no longer asked is left out. */
export const byUrgency = (programs: readonly Certification[]): Certification[] =>
  programs
    .filter(({ assigned }) => assigned)
    .sort(
      (a, b) =>
        RANK[a.status] - RANK[b.status] ||
        (a.dueOn ?? a.validUntil ?? NEVER).localeCompare(b.dueOn ?? b.validUntil ?? NEVER),
    );

/** Courses and drills of a path without its groups. */
export const leavesOf = (items: readonly ItemProgress[]): ItemProgress[] =>
  items.flatMap((item) => (item.kind === 'group' ? leavesOf(item.items) : [item]));

/** How much of a path is done: a group of "at least so many" counts as that many, however many it holds. */
export function tally(items: readonly ItemProgress[]): { done: number; all: number } {
  let done = 0;
  let all = 0;
  for (const item of items) {
    if (item.kind !== 'group') {
      all += 1;
      done += item.state === 'done' ? 1 : 0;
    } else if (item.rule === 'at_least') {
      const needed = item.needed ?? item.items.length;
      all += needed;
      done += Math.min(needed, item.items.filter(({ state }) => state === 'done').length);
    } else {
      const inside = tally(item.items);
      all += inside.all;
      done += inside.done;
    }
  }
  return { done, all };
}

/** What to do next: what was begun, else the first that is open. What a group has enough of is not asked any more. */
export function nextItem(items: readonly ItemProgress[]): ItemProgress | null {
  const open = (list: readonly ItemProgress[]): ItemProgress[] =>
    list.flatMap((item) => {
      if (item.state === 'done' || item.state === 'locked') return [];
      return item.kind === 'group' ? open(item.items) : [item];
    });
  const asked = open(items);
  return asked.find(({ state }) => state === 'in_progress') ?? asked[0] ?? null;
}

/** The cards of the courses of somebody, by id. */
export const cardsOf = (home: LearnerHome | null): ReadonlyMap<string, CourseCard> =>
  new Map(
    home
      ? [...(home.continue ? [home.continue] : []), ...home.due, ...home.done].map((card) => [
          card.courseId,
          card,
        ])
      : [],
  );

/** Programs of somebody in whose path a course is still to be done. */
const holdersOf = ({ courseId }: CourseCard, programs: readonly Certification[]): Certification[] =>
  programs.filter(
    ({ assigned, items }) =>
      assigned && leavesOf(items).some((item) => item.courseId === courseId && item.state !== 'done'),
  );

/** False for a course that is there for a program alone, and that program is waived. */
export function isAsked(card: CourseCard, programs: readonly Certification[]): boolean {
  const holders = holdersOf(card, programs);
  return card.byItself || holders.length === 0 || holders.some(({ status }) => status !== 'waived');
}

/** Is this told of with a program? Not when it is in none, or assigned beside them for an earlier day. */
export function isToldByProgram(card: CourseCard, programs: readonly Certification[]): boolean {
  const { byItself, dueOn: ownDay } = card;
  const holders = holdersOf(card, programs);
  if (!byItself || holders.length === 0) return holders.length > 0;
  return holders.some(
    ({ status, dueOn }) => status !== 'waived' && (ownDay === null || (dueOn !== null && dueOn <= ownDay)),
  );
}

/** A course that was completed before and that a renewal asks for once more. */
export const mustBeginAgain = (item: ItemProgress, card: CourseCard | undefined): boolean =>
  item.kind === 'course' &&
  (item.state === 'open' || item.state === 'in_progress') &&
  card?.completedAt != null;

/** Titles of the items that lock another one, wherever in the path they are. */
export function titlesOf(items: readonly ItemProgress[], keys: readonly string[]): ItemProgress['title'][] {
  const all = (list: readonly ItemProgress[]): ItemProgress[] =>
    list.flatMap((item) => [item, ...all(item.items)]);
  return all(items)
    .filter(({ key }) => keys.includes(key))
    .map(({ title }) => title);
}
