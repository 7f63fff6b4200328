import { textIn, type DrillAction, type Locale, type ScenarioDocument } from '@readyroom/contract';
import type { Readable } from 'node:stream';
import { BOM, csvLine } from '../../../platform/spreadsheet/csv.js';
import { xlsxStream, type Cell } from '../../../platform/spreadsheet/xlsx-stream.js';
import { ACTION_WORDS, SENDER_WORDS, SHEET_WORDS } from './drill-log-words.js';

/** A line of the log with the name of whoever sent it. */
export interface SheetLine {
  readonly seq: number;
  readonly at: number;
  readonly by: string;
  readonly name: string | null;
  readonly action: DrillAction;
  readonly refused: string | null;
  readonly wall: Date;
}

const WIDTHS = [14, 8, 14, 22, 24, 16, 20, 60, 50, 26];
/** What people wrote comes in a column of its own. */
const WRITTEN = ['text', 'reason', 'rationale', 'note'];

/** The log for people who read it in a spreadsheet. Every line says that it is a drill; no text is ever a formula. */
export function logSheet(
  mark: string,
  lines: readonly SheetLine[],
  { seats }: Pick<ScenarioDocument, 'seats'>,
  { format, locale }: { format: 'csv' | 'xlsx'; locale: Locale },
): Readable | string {
  const words = SHEET_WORDS[locale];
  const titles = new Map(seats.map(({ key, title }) => [`seat:${key}`, title]));
  const rows = lines.map(({ seq, at, by, name, action, refused, wall }): Cell[] => [
    mark,
    seq,
    clockOf(at),
    wall.toISOString(),
    titles.has(by)
      ? textIn(titles.get(by)!, locale)
      : textIn(SENDER_WORDS[by as keyof typeof SENDER_WORDS], locale),
    name ?? '',
    textIn(ACTION_WORDS[action.kind], locale),
    writtenIn(action, locale),
    detailsOf(action),
    refused === null ? words.counts : words.refused(refused),
  ]);
  if (format === 'csv') return BOM + [words.header, ...rows].map(csvLine).join('');
  return xlsxStream({ name: words.name, header: words.header, widths: WIDTHS, rows });
}

const two = (n: number): string => String(n).padStart(2, '0');
const clockOf = (at: number): string =>
  `${two(Math.floor(at / 3_600))}:${two(Math.floor(at / 60) % 60)}:${two(at % 60)}`;

function writtenIn(action: DrillAction, locale: Locale): string {
  for (const [field, value] of Object.entries(action)) {
    if (!WRITTEN.includes(field)) continue;
    return typeof value === 'string' ? value : textIn(value as { zh: string; en: string }, locale);
  }
  return '';
}

const detailsOf = (action: DrillAction): string =>
  Object.entries(action)
    .filter(([field, value]) => field !== 'kind' && !WRITTEN.includes(field) && value !== null)
    .map(([field, value]) => `${field}: ${typeof value === 'string' ? value : JSON.stringify(value)}`)
    .join('; ');
