import type { DrillStage, DrillView } from '@readyroom/contract';

export type StatementRecord = NonNullable<ReturnType<DrillView['statements']['get']>>[number];
export type StatementStep = 'edit' | 'submit' | 'approve' | 'return' | 'publish' | 'correct';

/** The seat that wrote it; unknown to those who only see it once it is public. */
export const authorOf = (records: readonly StatementRecord[]): string | null =>
  records[0]?.state === 'draft' ? records[0].by : null;

/**
 * What a seat can do with a statement as it stands. The server has the last word; this keeps buttons away that could
 * never work.
 */
export function stepsFor(
  records: readonly StatementRecord[],
  seat: string | null,
  seats: DrillStage['seats'],
): StatementStep[] {
  const now = records.at(-1);
  const me = seats.find(({ key }) => key === seat);
  const author = seats.find(({ key }) => key === authorOf(records));
  if (!now || !me) return [];
  const mine = me.key === author?.key;
  const edit = mine ? (['edit'] as const) : [];
  switch (now.state) {
    case 'draft':
      if (!mine) return [];
      return [...edit, author.approvers.length === 0 && me.mayPublish ? 'publish' : 'submit'];
    case 'returned':
      return mine ? [...edit, 'submit'] : [];
    case 'submitted':
      return now.waitingFor === me.key ? ['approve', 'return'] : [...edit];
    case 'approved':
      return author && publishersOf(author, seats).includes(me.key) ? ['publish', ...edit] : [...edit];
    case 'published':
      return mine || me.mayPublish ? ['correct'] : [];
    case 'corrected':
      return [];
  }
}

/** What was done to a statement at one step: whoever approves before others do leaves it waiting. */
export const stepTaken = (
  { state, by }: Pick<StatementRecord, 'state' | 'by'>,
  records: readonly StatementRecord[],
): StatementRecord['state'] => (state === 'submitted' && by !== authorOf(records) ? 'approved' : state);

/** How many statements wait for a seat: to be approved, to be published, or to be written anew. */
export const waitingStatements = (
  statements: DrillView['statements'],
  seat: string | null,
  seats: DrillStage['seats'],
): number =>
  [...statements.values()].filter((records) => {
    const next = NEXT[records.at(-1)!.state];
    return next !== undefined && stepsFor(records, seat, seats).includes(next);
  }).length;

const NEXT: Partial<Record<StatementRecord['state'], StatementStep>> = {
  submitted: 'approve',
  approved: 'publish',
  returned: 'submit',
};

/** The author and the last approver as far as they may publish; when neither may, whoever else may. */
function publishersOf(author: DrillStage['seats'][number], seats: DrillStage['seats']): string[] {
  const may = seats.filter(({ mayPublish }) => mayPublish).map(({ key }) => key);
  const near = may.filter((key) => key === author.key || key === author.approvers.at(-1));
  return near.length > 0 ? near : may;
}
