import { randomUUID } from 'node:crypto';
import {
  ScenarioDocument,
  type InjectDocument,
  type MselColumn,
  type MselRowError,
  type Text,
} from '@readyroom/contract';
import { unstorableIn } from '../../../platform/http/storable.js';
import { issueText } from './issue-texts.js';
import type { InjectList } from './msel-cells.js';

const Inject = ScenarioDocument.shape.items.element;
/** Columns that hold JSON. */
const STRUCTURES = ['when', 'expected', 'card', 'effects'] as const satisfies readonly MselColumn[];
const LISTS: ReadonlyMap<string, InjectList> = new Map([
  ['items', 'items'],
  ['deck', 'deck'],
  ['清单', 'items'],
  ['预备', 'deck'],
]);
const MAX_SHOWN = 100;
/** Nobody writes conditions as deep as this; whatever reads them goes down step by step. */
const MAX_DEPTH = 50;
/** Stands before a formula once it is a text; no keyboard has it. */
export const FORMULA_MARK = '\uE000=';

const EMPTY: Text = { zh: '此单元格为空：请填写', en: 'This cell is empty: fill it in' };
const FORMULA: Text = {
  zh: '不接受公式：请粘贴为数值或文字',
  en: 'A formula is not accepted: paste its value instead',
};
const NO_JSON: Text = {
  zh: '不是有效的 JSON：请从导出的清单中照抄写法',
  en: 'This is no valid JSON: copy the form from an exported list',
};
const TOO_DEEP: Text = {
  zh: '嵌套层数过多：请简化',
  en: 'This is nested too deeply: make it simpler',
};
const UNSTORABLE: Text = {
  zh: '含有无法保存的字符：请删除',
  en: 'This contains characters that cannot be stored: remove them',
};
const NO_MINUTES: Text = {
  zh: '应为从开始算起的整数分钟',
  en: 'This must be whole minutes since the start',
};
const NO_LIST: Text = {
  zh: '应为 items（清单）或 deck（预备）',
  en: 'This must be items (the list) or deck (fired by hand)',
};

export type Cells = (column: MselColumn) => string;
export interface ReadRow {
  readonly line: number;
  readonly cells: Cells;
  /** Null when something is wrong with the row. */
  readonly inject: InjectDocument | null;
  readonly list: InjectList | null;
  readonly errors: readonly MselRowError[];
}

/** Reads the cells of one inject. `known` is the inject that it was before, whose ids it keeps. */
export function readRow(line: number, cells: Cells, known: InjectDocument | undefined): ReadRow {
  const errors: MselRowError[] = [];
  const fail = (column: MselColumn, message: Text) => {
    if (!errors.some((error) => error.column === column))
      errors.push(rowError(line, column, cells(column), message));
  };
  const list = LISTS.get(cells('list').trim().toLowerCase()) ?? null;
  if (!list) fail('list', cells('list').trim() === '' ? EMPTY : NO_LIST);
  const raw = rawInject(cells, known, fail);
  const parsed = Inject.safeParse(raw);
  for (const issue of parsed.error?.issues ?? []) {
    const { column, inside } = placeOf(issue.path);
    fail(column, cells(column).trim() === '' ? EMPTY : issueText(issue, inside));
  }
  return { line, cells, list, inject: errors.length ? null : parsed.data!, errors };
}

export const formulaError = (line: number, column: MselColumn | null, cell: string): MselRowError =>
  rowError(line, column, cell.slice(1), FORMULA);

export const rowError = (
  line: number | null,
  column: MselColumn | null,
  value: string | null,
  message: Text,
): MselRowError => ({
  line,
  column,
  value: value === null || value === '' ? null : Array.from(value).slice(0, MAX_SHOWN).join(''),
  message,
});

function rawInject(
  cells: Cells,
  known: InjectDocument | undefined,
  fail: (column: MselColumn, message: Text) => void,
): Record<string, unknown> {
  const text = (column: MselColumn) => cells(column).trim();
  const keys = (column: MselColumn) =>
    text(column)
      .split(/[,，;；、\s]+/)
      .filter((key) => key !== '');
  const raw: Record<string, unknown> = {
    id: text('id') === '' || text('id') === 'NEW' ? (known?.id ?? randomUUID()) : text('id'),
    key: text('key'),
    title: { zh: text('title_zh'), en: text('title_en') },
    phase: text('phase'),
    from: text('from'),
    channel: text('channel'),
    to: text('to') === 'feed' ? 'feed' : keys('to'),
    text: { zh: text('text_zh'), en: text('text_en') },
    owner: text('owner'),
    objectives: keys('objectives'),
  };
  if (/^\d{1,5}(\.0+)?$/.test(text('at'))) raw['at'] = Number(text('at'));
  else if (text('at') !== '') fail('at', NO_MINUTES);
  for (const column of STRUCTURES) {
    if (text(column) === '') continue;
    const structure = structureOf(text(column));
    if ('wrong' in structure) fail(column, structure.wrong);
    else raw[column] = structure.value;
  }
  fillIds(raw, known);
  return raw;
}

function structureOf(text: string): { value: unknown } | { wrong: Text } {
  // Counted before anything is made of it; brackets in texts do not count.
  let depth = 0;
  for (const character of text.replace(/"(?:[^"\\]|\\.)*"/g, '')) {
    if (character === '{' || character === '[') depth++;
    if (character === '}' || character === ']') depth--;
    if (depth > MAX_DEPTH) return { wrong: TOO_DEEP };
  }
  try {
    const value: unknown = JSON.parse(text);
    return unstorableIn(value) === null ? { value } : { wrong: UNSTORABLE };
  } catch {
    return { wrong: NO_JSON };
  }
}

/** A column of the sheet and the place within its cell for a path into an inject. */
export function placeOf(path: readonly PropertyKey[]): {
  column: MselColumn;
  inside: readonly PropertyKey[];
} {
  const [first, second] = path;
  if (first === 'title' || first === 'text')
    return { column: second === 'en' ? `${first}_en` : `${first}_zh`, inside: [] };
  const column = first === undefined ? 'key' : (first as MselColumn);
  const plain = column === 'to' || column === 'objectives';
  return { column, inside: plain ? [] : path.slice(1) };
}

type Loose = Record<string, unknown> & { id?: unknown };
const isLoose = (value: unknown): value is Loose =>
  value !== null && typeof value === 'object' && !Array.isArray(value);

/** Structures written by hand need no ids: they keep those of the inject before, or get new ones. */
function fillIds(raw: Record<string, unknown>, known: InjectDocument | undefined): void {
  const give = (target: unknown, before: string | undefined) => {
    if (isLoose(target) && (target.id === undefined || target.id === '' || target.id === 'NEW'))
      target.id = before ?? randomUUID();
  };
  const { card, expected } = raw;
  if (Array.isArray(expected))
    expected.forEach((action: unknown, n) => {
      const before = known?.expected[n];
      give(action, isLoose(action) && before?.kind === action['kind'] ? before?.id : undefined);
    });
  if (!isLoose(card)) return;
  give(card, known?.card?.id);
  if (Array.isArray(card['options']))
    for (const option of card['options'] as unknown[])
      give(option, known?.card?.options.find(({ key }) => isLoose(option) && key === option['key'])?.id);
}
