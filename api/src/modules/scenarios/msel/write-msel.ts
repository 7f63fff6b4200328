import { MSEL_COLUMNS, type MselColumn, type ScenarioDocument } from '@readyroom/contract';
import type { Readable } from 'node:stream';
import { xlsxStream, type Cell } from '../../../platform/spreadsheet/xlsx-stream.js';
import { cellsOf } from './msel-cells.js';
import { headingOf } from './msel-columns.js';

const WIDE = 40;
const WIDTHS: Partial<Record<MselColumn, number>> = {
  text_zh: WIDE,
  text_en: WIDE,
  title_zh: 24,
  title_en: 24,
  key: 20,
  from: 20,
};

/** The injects of a scenario as a workbook; the same scenario makes the same bytes. */
export function mselFile({ items, deck }: ScenarioDocument): Readable {
  const rows = [
    ...items.map((inject) => cellsOf('items', inject)),
    ...deck.map((inject) => cellsOf('deck', inject)),
  ];
  return xlsxStream({
    name: 'MSEL',
    header: MSEL_COLUMNS.map(headingOf),
    widths: MSEL_COLUMNS.map((column) => WIDTHS[column] ?? 14),
    rows: rows.map((cells): Cell[] => MSEL_COLUMNS.map((column) => cells[column])),
  });
}
