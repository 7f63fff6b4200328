import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import type { CertificationExportQuery } from '@readyroom/contract';
import type { z } from 'zod';
import { CopyValues, type Binding } from '../../platform/database/binding.js';
import { Database } from '../../platform/database/database.js';
import { safeTextSql } from '../../platform/spreadsheet/csv.js';
import { selectFile } from '../../platform/spreadsheet/select-file.js';
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
