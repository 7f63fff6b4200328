import { Transform } from 'node:stream';

/** Excel takes a file for UTF-8 only when it begins with this. */
export const BOM = '\uFEFF';

/** Beginnings that make a spreadsheet program run a cell as a formula, in half and full width. */
const FORMULA_START = ['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'];

/** A text cell that no spreadsheet program takes for a formula. */
export const safeText = (text: string): string =>
  FORMULA_START.includes(text.charAt(0)) ? `'${text}` : text;

/** The same in SQL, for what PostgreSQL writes itself. `text` is an expression, not a value. */
export const safeTextSql = (text: string): string =>
  `CASE WHEN left(${text}, 1) IN (${FORMULA_START.map((start) => `U&'\\${start.charCodeAt(0).toString(16).padStart(4, '0')}'`).join(', ')})
   THEN '''' || ${text} ELSE ${text} END`;

const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** One line of a CSV file, line end included. Numbers stay numbers, null is an empty cell. */
export const csvLine = (cells: readonly (string | number | null)[]): string =>
  cells.map((cell) => (typeof cell === 'string' ? quoted(safeText(cell)) : (cell ?? ''))).join(',') + '\r\n';

const QUOTE = 0x22;
const LF = 0x0a;

/** Turns the line ends of PostgreSQL's CSV (LF) into those of RFC 4180 (CRLF); those inside quotes belong to a cell. */
export class CrlfLines extends Transform {
  private inQuotes = false;

  override _transform(chunk: Buffer, _: BufferEncoding, done: (error: null, chunk: Buffer) => void): void {
    const out = Buffer.allocUnsafe(chunk.length * 2);
    let length = 0;
    for (const byte of chunk) {
      if (byte === QUOTE) this.inQuotes = !this.inQuotes;
      else if (byte === LF && !this.inQuotes) out[length++] = 0x0d;
      out[length++] = byte;
    }
    done(null, out.subarray(0, length));
  }
}
