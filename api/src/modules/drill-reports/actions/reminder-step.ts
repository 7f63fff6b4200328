export interface ReminderStep {
  readonly step: 'week_before' | 'due_day' | 'overdue';
  /** Weeks overdue, 0 before. */
  readonly weeks: number;
}

const DAY_MS = 86_400_000;
const daysFrom = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / DAY_MS;

/**
 * The step that an action has come to on a day, by the calendar of the organisation; null more than a week ahead.
 * Only the latest: whoever was not reminded in time is not reminded of that as well.
 */
export function reminderStep(dueOn: string, today: string): ReminderStep | null {
  const late = daysFrom(dueOn, today);
  if (late < -7) return null;
  if (late < 0) return { step: 'week_before', weeks: 0 };
  if (late < 7) return { step: 'due_day', weeks: 0 };
  return { step: 'overdue', weeks: Math.floor(late / 7) };
}
