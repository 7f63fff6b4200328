/** A sheet as a table of texts, before anybody asks what they mean. */
export interface SheetTable {
  readonly header: readonly string[];
  readonly rows: readonly SheetRow[];
}
export interface SheetRow {
  /** Line in the file where the row begins; the header is usually line 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

export const isBlank = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === '');
