import { pipeline, Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import type { CertificationExportQuery } from '@readyroom/contract';
import { to as copyTo } from 'pg-copy-streams';
import type { z } from 'zod';
import { Database } from '../../platform/database/database.js';
import { openSnapshot, type Snapshot } from '../../platform/database/snapshot.js';
import { BOM, CrlfLines, csvLine, safeTextSql } from '../../platform/spreadsheet/csv.js';
import { xlsxStream, type Cell } from '../../platform/spreadsheet/xlsx-stream.js';
import { CopyValues, type Binding } from '../completion/index.js';
import { RowsReadModel } from './rows.read-model.js';
import {
  orderBy,
  ROW_DAYS,
  ROW_JOINS,
  rowConditions,
  statusOf,
  waivedUntil,
  type RowFilters,
} from './rows.sql.js';
import { WORDS } from './words.js';

type Query = z.infer<typeof CertificationExportQuery>;

const WIDTHS = [14, 14, 44, 16, 30, 14, 12, 12, 12, 12, 12];
const FETCH = 2_000;
const SORT_MEMORY = '64MB';

/** All rows of a filter as a file, made while it is sent: complete, or visibly broken off. */
@Injectable()
export class RowsExport {
  constructor(
    private readonly database: Database,
    private readonly rows: RowsReadModel,
  ) {}

  async stream(query: Query, scope: string | null): Promise<{ content: Readable; today: string }> {
    const filters = await this.rows.filters(query, scope);
    const copied = new CopyValues();
    const select = selectRows(query, filters, copied);
    const snapshot = await openSnapshot(this.database, SORT_MEMORY);
    try {
      const { text, values } = copied.statement();
      await snapshot.client.query(text, values);
    } catch (error) {
      snapshot.abandon();
      throw error;
    }
    const { header, file } = WORDS[query.locale].rows;
    const content =
      query.format === 'csv'
        ? Readable.from(csv(snapshot, header, select), { objectMode: false })
        : xlsxStream({ name: file, header, widths: WIDTHS, rows: fetched(snapshot, select) });
    return { content, today: filters.today };
  }
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
    // All of it will be fetched: not the plan that is quickest with the first tenth.
    await snapshot.client.query('SET LOCAL cursor_tuple_fraction = 1');
    await snapshot.client.query(`DECLARE export NO SCROLL CURSOR FOR ${select}`);
    for (;;) {
      const { rows } = await snapshot.client.query<Cell[]>({
        text: `FETCH ${FETCH} FROM export`,
        rowMode: 'array',
      });
      yield* rows;
      if (rows.length < FETCH) break;
    }
    await snapshot.close();
  } finally {
    snapshot.abandon();
  }
}

/** The columns of WORDS.rows.header, in its order. Texts that people made are disarmed for CSV; xlsx knows strings. */
function selectRows({ format, locale, sort, order }: Query, filters: RowFilters, bind: Binding): string {
  const text = format === 'csv' ? safeTextSql : (column: string) => column;
  const words = WORDS[locale];
  const written = (day: string): string => `to_char(${day}, 'YYYY-MM-DD')`;
  /** What never ends is said, so that an empty cell means that there is none. */
  const orForever = (column: string, day: string): string =>
    `CASE WHEN ${column} = 'infinity' THEN ${bind.one(words.forever, 'text')} ELSE ${written(day)} END`;
  const columns = [
    text('p.employee_no'),
    text('p.name'),
    text('d.path'),
    inWords('s.tier', words.tiers, bind),
    text(`(v.document -> 'title' ->> ${bind.one(locale === 'en' ? 'en' : 'zh', 'text')})`),
    inWords(statusOf(filters, bind), words.statuses, bind),
    written(ROW_DAYS.dueOn),
    written(ROW_DAYS.graceUntil),
    orForever('s.valid_until', ROW_DAYS.validUntil),
    written(ROW_DAYS.renewalOpensOn),
    orForever('s.waived_until', waivedUntil(bind.one(filters.today, 'date'))),
  ];
  return `SELECT ${columns.join(', ')} FROM program_standing s ${ROW_JOINS}
    WHERE ${rowConditions(filters, bind)} ORDER BY ${orderBy(sort, order)}`;
}

const inWords = (column: string, words: Record<string, string>, bind: Binding): string =>
  `CASE ${column} ${Object.entries(words)
    .map(([key, word]) => `WHEN '${key}' THEN ${bind.one(word, 'text')}`)
    .join(' ')} END`;
