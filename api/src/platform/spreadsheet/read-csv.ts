import { Readable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import { CsvError, parse } from 'csv-parse';
import { FileTooLarge, FileUnreadable } from './file-faults.js';
import { isBlank, type SheetRow, type SheetTable } from './sheet-table.js';

const DELIMITERS = [',', ';', '\t'];
const MAX_RECORD = 100_000;
const CHUNK = 64 * 1024;

interface Parsed {
  record: string[];
  info: { lines: number };
}

/** Reads CSV text with comma, semicolon or tab between the cells. Blank lines are passed over but counted. */
export async function readCsv(text: string, { maxRows }: { maxRows: number }): Promise<SheetTable> {
  // One kind of line end: the parser would count CRLF within quotes as two lines.
  const lines = text.replace(/\r\n?/g, '\n');
  const parser = Readable.from(chunksOf(lines)).pipe(
    parse({
      delimiter: delimiterOf(lines),
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      max_record_size: MAX_RECORD,
    }),
  );
  let header: string[] | undefined;
  const rows: SheetRow[] = [];
  try {
    for await (const { record, info } of parser as AsyncIterable<Parsed>) {
      if (isBlank(record)) continue;
      if (!header) {
        header = record;
        continue;
      }
      // The parser tells where a record ends.
      rows.push({ line: info.lines - record.join('').split('\n').length + 1, cells: record });
      if (rows.length % 500 === 0) await setImmediate();
      if (rows.length > maxRows) throw new FileTooLarge(`More than ${maxRows} rows`);
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new FileUnreadable(
      `CSV: ${error.message}`,
      typeof error.lines === 'number' ? error.lines : undefined,
    );
  }
  if (!header) throw new FileUnreadable('It is empty');
  return { header, rows };
}

/** Cut as bytes: cut as text, a character outside the first plane could lose its other half. */
function* chunksOf(text: string): Generator<Buffer> {
  const bytes = Buffer.from(text);
  for (let from = 0; from < bytes.length; from += CHUNK) yield bytes.subarray(from, from + CHUNK);
}

/** The one that the first line with text holds most often, outside quotes. */
function delimiterOf(text: string): string {
  const header = (/\S.*/.exec(text)?.[0] ?? '').replace(/"[^"]*"/g, '');
  const count = (delimiter: string) => header.split(delimiter).length;
  return DELIMITERS.reduce((best, delimiter) => (count(delimiter) > count(best) ? delimiter : best));
}
