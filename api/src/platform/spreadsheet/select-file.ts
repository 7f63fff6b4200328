import { pipeline, Readable } from 'node:stream';
import { to as copyTo } from 'pg-copy-streams';
import type { Database } from '../database/database.js';
import { openSnapshot, rowsOf, type Snapshot } from '../database/snapshot.js';
import { BOM, CrlfLines, csvLine } from './csv.js';
import { xlsxStream, type Cell } from './xlsx-stream.js';

const FETCH = 2_000;
/** Sorting all rows of a large organisation stays in memory up to here, and goes to disk beyond. */
const SORT_MEMORY = '64MB';

export interface SelectFile {
  readonly format: 'csv' | 'xlsx';
  /** Name of the sheet. */
  readonly name: string;
  readonly header: readonly string[];
  /** Of the columns of a sheet, in characters. */
  readonly widths: readonly number[];
  /** The rows; texts that people made are disarmed in it when the file is csv. */
  readonly select: string;
  /** Run before it in the same transaction: it sets what the select reads. */
  readonly settings: { readonly text: string; readonly values: unknown[] };
}

/** All rows of a select as a file, made while it is sent from one snapshot: complete, or visibly broken off. */
export async function selectFile(database: Database, file: SelectFile): Promise<Readable> {
  const snapshot = await openSnapshot(database, SORT_MEMORY);
  try {
    await snapshot.client.query(file.settings.text, file.settings.values);
  } catch (error) {
    snapshot.abandon();
    throw error;
  }
  const { format, name, header, widths, select } = file;
  return format === 'csv'
    ? Readable.from(csv(snapshot, header, select), { objectMode: false })
    : xlsxStream({ name, header, widths, rows: fetched(snapshot, select) });
}

async function* csv(snapshot: Snapshot, header: readonly string[], select: string): AsyncGenerator<Buffer> {
  try {
    yield Buffer.from(BOM + csvLine(header));
    const copied = snapshot.client.query(copyTo(`COPY (${select}) TO STDOUT WITH (FORMAT csv)`));
    yield* pipeline(copied, new CrlfLines(), () => undefined) as AsyncIterable<Buffer>;
    await snapshot.close();
  } finally {
    snapshot.abandon();
  }
}

async function* fetched(snapshot: Snapshot, select: string): AsyncGenerator<Cell[]> {
  try {
    yield* rowsOf<Cell[]>(snapshot, { text: select, atOnce: FETCH, asArrays: true });
    await snapshot.close();
  } finally {
    snapshot.abandon();
  }
}
