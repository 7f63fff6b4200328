export const AFTER = ['after_assignment', 'after_hire', 'after_joining_department'] as const;
export type DueAfter = { kind: (typeof AFTER)[number]; days: number };

/** By when: one day for all, so many days after something of each person, or neither. */
export interface Due {
  dueOn: string | null;
  dueAfter: DueAfter | null;
}

const MOST_DAYS = 3650;

/** Could it be kept? `today` is the day in the zone of the organisation. */
export const isSoundDue = ({ dueOn, dueAfter }: Due, today: string): boolean =>
  dueAfter
    ? Number.isInteger(dueAfter.days) && dueAfter.days >= 0 && dueAfter.days <= MOST_DAYS
    : dueOn === null || dueOn >= today;

export const isSameDue = (one: Due, other: Due): boolean =>
  one.dueOn === other.dueOn &&
  one.dueAfter?.kind === other.dueAfter?.kind &&
  one.dueAfter?.days === other.dueAfter?.days;
