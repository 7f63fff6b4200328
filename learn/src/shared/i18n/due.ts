const DAY_MS = 86_400_000;
const SOON_DAYS = 14;

/** Where a due date stands seen from today; days are calendar days of the organisation. */
export type Due =
  | { kind: 'none' }
  | { kind: 'overdue'; days: number }
  | { kind: 'today' }
  | { kind: 'soon'; days: number }
  | { kind: 'later'; on: string };

export function dueState(dueOn: string | null, today: string): Due {
  if (dueOn === null) return { kind: 'none' };
  const days = Math.round((Date.parse(dueOn) - Date.parse(today)) / DAY_MS);
  if (days < 0) return { kind: 'overdue', days: -days };
  if (days === 0) return { kind: 'today' };
  return days <= SOON_DAYS ? { kind: 'soon', days } : { kind: 'later', on: dueOn };
}

export type DayPart = 'morning' | 'noon' | 'afternoon' | 'evening';

/** Chinese greets noon apart; the hours are those of daily speech. */
export function dayPart(hour: number): DayPart {
  if (hour >= 5 && hour < 11) return 'morning';
  if (hour >= 11 && hour < 13) return 'noon';
  return hour >= 13 && hour < 18 ? 'afternoon' : 'evening';
}
