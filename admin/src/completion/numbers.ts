import type { CompletionNumbers } from '../providers/contract.js';

/** Adds counts up; the share follows from the sums, one decimal, null when nobody is assigned. */
export function addUp(parts: readonly CompletionNumbers[]): CompletionNumbers {
  const sum = (name: 'assigned' | 'notStarted' | 'inProgress' | 'completed' | 'overdue') =>
    parts.reduce((total, part) => total + part[name], 0);
  const assigned = sum('assigned');
  const completed = sum('completed');
  return {
    assigned,
    notStarted: sum('notStarted'),
    inProgress: sum('inProgress'),
    completed,
    overdue: sum('overdue'),
    completionPercent: assigned ? Math.round((completed / assigned) * 1000) / 10 : null,
  };
}
