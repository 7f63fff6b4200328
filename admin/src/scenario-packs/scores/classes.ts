import type { ScoreDistributions } from '../../providers/contract.js';

interface ScoreClass {
  /** Null: below everything. */
  from: number | null;
  /** Null: above everything. */
  to: number | null;
  runs: number;
}

/** Shares are read as percent. */
const shown = (unit: string, end: number): number => (unit === 'share' ? Math.round(end * 100) : end);

/** The classes of a number with their ends. */
export const classesOf = ({
  unit,
  ends,
  counts,
}: Pick<ScoreDistributions['metrics'][number], 'unit' | 'ends' | 'counts'>): ScoreClass[] =>
  counts.map((runs, n) => ({
    from: n === 0 ? null : shown(unit, ends[n - 1]!),
    to: n === ends.length ? null : shown(unit, ends[n]!),
    runs,
  }));
