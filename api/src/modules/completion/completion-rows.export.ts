import { pipeline, Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import type { CompletionExportQuery, Locale } from '@readyroom/contract';
import { to as copyTo } from 'pg-copy-streams';
import type { z } from 'zod';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { openSnapshot, type Snapshot } from '../../platform/database/snapshot.js';
import { BOM, CrlfLines, csvLine, safeTextSql } from '../../platform/spreadsheet/csv.js';
import { xlsxStream, type Cell } from '../../platform/spreadsheet/xlsx-stream.js';
import { organisationDay } from '../standings/index.js';
import { CopyValues, type Binding } from './binding.js';
import { CompletionRowsReadModel } from './completion-rows.read-model.js';
import {
  orderBy,
  overdueOn,
  ROW_COLUMNS,
  ROW_JOINS,
  rowConditions,
  type RowFilters,
} from './completion-rows.sql.js';
import { WORDS } from './completion-words.js';

type Query = z.infer<typeof CompletionExportQuery>;

const WIDTHS = [14, 14, 44, 16, 30, 10, 10, 10, 12, 18, 10, 16, 14, 18];
const FETCH = 2_000;
/** Sorting all rows of a large organisation stays in memory up to here, and goes to disk beyond. */
const SORT_MEMORY = '64MB';

/** All rows of a filter as a file, made while it is sent: complete, or visibly broken off. */
@Injectable()
export class CompletionRowsExport {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly rows: CompletionRowsReadModel,
  ) {}

  async stream(query: Query, scope: string | null): Promise<{ content: Readable; today: string }> {
    const filters = await this.rows.filters(query, scope);
    const { timeZone } = await organisationDay(this.database, this.clock);
    const copied = new CopyValues();
    const select = selectRows({ ...query, filters, timeZone }, copied);
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

interface Selection extends Pick<Query, 'format' | 'locale' | 'sort' | 'order'> {
  filters: RowFilters;
  timeZone: string;
}

/** The columns of WORDS.rows.header, in its order. Texts that people made are disarmed for CSV; xlsx knows strings. */
function selectRows({ format, locale, sort, order, filters, timeZone }: Selection, bind: Binding): string {
  const text = format === 'csv' ? safeTextSql : (column: string) => column;
  const zone = bind.one(timeZone, 'text');
  const minute = (column: string) => `to_char(${column} AT TIME ZONE ${zone}, 'YYYY-MM-DD HH24:MI')`;
  const columns = [
    text('p.employee_no'),
    text('p.name'),
    text('d.path'),
    inWords('s.tier', WORDS[locale].tiers, bind),
    text(`(v.title ->> ${bind.one(titleKey(locale), 'text')})`),
    inWords('s.progress', WORDS[locale].progress, bind),
    ROW_COLUMNS.percent,
    `CASE WHEN ${overdueOn(bind.one(filters.today, 'date'))} THEN ${bind.one(WORDS[locale].yes, 'text')} ELSE ${bind.one(WORDS[locale].no, 'text')} END`,
    `to_char(${ROW_COLUMNS.dueOn}, 'YYYY-MM-DD')`,
    minute(ROW_COLUMNS.completedAt),
    ROW_COLUMNS.completedVersion,
    inWords(ROW_COLUMNS.completedTier, WORDS[locale].tiers, bind),
    ROW_COLUMNS.scorePercent,
    minute(ROW_COLUMNS.lastActivityAt),
  ];
  return `SELECT ${columns.join(', ')} FROM standing s ${ROW_JOINS}
    WHERE ${rowConditions(filters, bind)} ORDER BY ${orderBy(sort, order)}`;
}

const titleKey = (locale: Locale): string => (locale === 'en' ? 'en' : 'zh');
const inWords = (column: string, words: Record<string, string>, bind: Binding): string =>
  `CASE ${column} ${Object.entries(words)
    .map(([key, word]) => `WHEN '${key}' THEN ${bind.one(word, 'text')}`)
    .join(' ')} END`;
