import type { CompletionNumbers } from '@readyroom/contract';

/** What is counted; everything else about a number follows from these. */
export interface Count {
  readonly notStarted: number;
  readonly inProgress: number;
  readonly completed: number;
  readonly overdue: number;
}

/** Adds up counts into the numbers as docs/NUMBERS.md defines them. */
export function numbersOf(counts: Iterable<Count>): CompletionNumbers {
  const sum = { notStarted: 0, inProgress: 0, completed: 0, overdue: 0 };
  for (const count of counts) {
    sum.notStarted += count.notStarted;
    sum.inProgress += count.inProgress;
    sum.completed += count.completed;
    sum.overdue += count.overdue;
  }
  const assigned = sum.notStarted + sum.inProgress + sum.completed;
  return {
    assigned,
    ...sum,
    completionPercent: assigned === 0 ? null : Math.round((sum.completed / assigned) * 1000) / 10,
  };
}
