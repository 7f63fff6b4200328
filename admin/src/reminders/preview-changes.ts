import type { LadderPreview } from '../providers/contract.js';

type Row = Pick<LadderPreview['rows'][number], 'day' | 'step' | 'people'> & { program: { id: string } };

export const rowKey = ({ day, step, program }: Row): string => `${day}:${step}:${program.id}`;

/** How a draft differs from what is saved: rows that are new or have another number of people, and rows that are gone. */
export function previewChanges(
  saved: readonly Row[],
  draft: readonly Row[],
): { changed: ReadonlyMap<string, number>; gone: number } {
  const before = new Map(saved.map((row) => [rowKey(row), row.people]));
  const changed = new Map<string, number>();
  for (const row of draft) {
    const was = before.get(rowKey(row)) ?? 0;
    if (was !== row.people) changed.set(rowKey(row), was);
    before.delete(rowKey(row));
  }
  return { changed, gone: before.size };
}
