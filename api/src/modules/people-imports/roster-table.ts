/** A file as a table of texts, before anybody asks what they mean. */
export interface RosterTable {
  readonly header: readonly string[];
  readonly rows: readonly RosterRow[];
}
export interface RosterRow {
  /** Line in the file where the row begins; the header is usually line 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** A larger company comes in several files: all of one are held in memory and committed in one transaction. */
export const MAX_ROWS = 100_000;

export const isBlank = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === '');
