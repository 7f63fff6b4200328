import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import type { CompletionExportQuery, Locale } from '@readyroom/contract';
import type { z } from 'zod';
import { Clock } from '../../platform/clock/clock.js';
import { CopyValues, type Binding } from '../../platform/database/binding.js';
import { Database } from '../../platform/database/database.js';
import { safeTextSql } from '../../platform/spreadsheet/csv.js';
import { selectFile } from '../../platform/spreadsheet/select-file.js';
import { organisationDay } from '../standings/index.js';
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
    const { header, file } = WORDS[query.locale].rows;
    const content = await selectFile(this.database, {
      format: query.format,
      name: file,
      header,
      widths: WIDTHS,
      select,
      settings: copied.statement(),
    });
    return { content, today: filters.today };
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
