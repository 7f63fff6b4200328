import {
  MSEL_COLUMNS,
  ScenarioDocument,
  type InjectDocument,
  type MselColumn,
  type MselImport,
  type MselMapping,
  type MselRowError,
} from '@readyroom/contract';
import type { SheetTable } from '../../../platform/spreadsheet/sheet-table.js';
import type { Finding } from '../check/finding.js';
import { lintDocument } from '../check/lint-scenario.js';
import { issueText } from './issue-texts.js';
import { cellsOf, type InjectList } from './msel-cells.js';
import { mapColumns, type ColumnMap } from './msel-columns.js';
import { FORMULA_MARK, formulaError, placeOf, readRow, rowError, type ReadRow } from './read-row.js';

const MAX_ERRORS = 200;

/** The part of the contract's MselImport that is fixed at upload. */
export type MselReport = Pick<
  MselImport,
  'columns' | 'rows' | 'added' | 'changed' | 'unchanged' | 'removed' | 'preview' | 'errorCount' | 'errors'
>;
export interface MselPlan {
  report: MselReport;
  /** The scenario with the injects of the file; null when something is wrong. */
  document: ScenarioDocument | null;
}

/** Works out what taking over a list would do to a scenario; changes nothing. */
export function planMsel(
  base: ScenarioDocument,
  table: SheetTable,
  mapping: MselMapping,
  courses: ReadonlySet<string>,
): MselPlan {
  const columns = mapColumns(table.header, mapping);
  const before = new Map(
    (['items', 'deck'] as const).flatMap((list) =>
      base[list].map((inject) => [inject.id, { list, inject }] as const),
    ),
  );
  const rows = table.rows.map(({ line, cells }) => {
    const cell = (column: MselColumn) => cells[columns.at.get(column) ?? -1] ?? '';
    return readRow(line, cell, knownInject(cell, before));
  });
  const errors = [...formulas(table, columns), ...rows.flatMap((row) => row.errors)];
  const document = errors.length ? null : documentOf(base, rows, errors);
  if (document) errors.push(...lintErrors(base, document, rows, courses));
  return {
    report: reportOf(columns, rows, before, errors),
    document: errors.length ? null : document,
  };
}

type Before = ReadonlyMap<string, { list: InjectList; inject: InjectDocument }>;

/** By its id; where that is empty, by its key. */
function knownInject(cell: (column: MselColumn) => string, before: Before): InjectDocument | undefined {
  const id = cell('id').trim();
  if (id !== '' && id !== 'NEW') return before.get(id)?.inject;
  return [...before.values()].find(({ inject }) => inject.key === cell('key').trim())?.inject;
}

/** Also in columns that are left out: a list with formulas is not what its author sees. */
function formulas({ rows, header }: SheetTable, { at }: ColumnMap): MselRowError[] {
  const columnAt = new Map([...at].map(([column, index]) => [index, column]));
  const width = header.length;
  return rows.flatMap(({ line, cells }) =>
    cells.flatMap((cell, index) =>
      cell.startsWith(FORMULA_MARK)
        ? [formulaError(line, index < width ? (columnAt.get(index) ?? null) : null, cell)]
        : [],
    ),
  );
}

function documentOf(
  base: ScenarioDocument,
  rows: readonly ReadRow[],
  errors: MselRowError[],
): ScenarioDocument | null {
  const listOf = (list: InjectList) => rows.flatMap((row) => (row.list === list ? [row.inject!] : []));
  const parsed = ScenarioDocument.safeParse({ ...base, items: listOf('items'), deck: listOf('deck') });
  if (parsed.success) return parsed.data;
  for (const issue of parsed.error.issues)
    errors.push(rowError(null, null, null, issueText(issue, issue.path)));
  return null;
}

/** What the check says about the new injects, at their rows; and about the rest, as far as it is new. */
function lintErrors(
  base: ScenarioDocument,
  document: ScenarioDocument,
  rows: readonly ReadRow[],
  courses: ReadonlySet<string>,
): MselRowError[] {
  const nameOf = ({ path, message }: Finding) => `${path.join('.')} ${message.en}`;
  const old = new Set(lintDocument(base, courses).map(nameOf));
  return lintDocument(document, courses).flatMap((finding) => {
    const [list, n] = finding.path;
    if (list !== 'items' && list !== 'deck')
      return old.has(nameOf(finding)) ? [] : [rowError(null, null, null, finding.message)];
    const row = rows.filter((other) => other.list === list)[n as number];
    if (!row) return [rowError(null, null, null, finding.message)];
    const { column } = placeOf(finding.path.slice(2));
    return [rowError(row.line, column, row.cells(column), finding.message)];
  });
}

function reportOf(
  columns: ColumnMap,
  rows: readonly ReadRow[],
  before: Before,
  errors: readonly MselRowError[],
): MselReport {
  const wrong = new Set(errors.map(({ line }) => line));
  const preview = rows.map((row): MselReport['preview'][number] => {
    const known = row.inject ? before.get(row.inject.id) : undefined;
    const changes = row.inject && known ? changesOf(row, row.inject, known) : [];
    return {
      line: row.line,
      action: wrong.has(row.line) ? 'error' : !known ? 'add' : changes.length ? 'change' : 'unchanged',
      list: row.list ?? row.cells('list'),
      key: row.cells('key').trim(),
      title: { zh: row.cells('title_zh').trim(), en: row.cells('title_en').trim() },
      changes,
    };
  });
  const count = (action: MselReport['preview'][number]['action']) =>
    preview.filter((row) => row.action === action).length;
  const kept = new Set(rows.flatMap(({ inject }) => inject?.id ?? []));
  return {
    columns: columns.headings.map(({ heading, column }) => ({ heading, column })),
    rows: rows.length,
    added: count('add'),
    changed: count('change'),
    unchanged: count('unchanged'),
    // With wrong rows nobody knows which injects they would have been.
    removed: rows.every(({ inject }) => inject)
      ? [...before].filter(([id]) => !kept.has(id)).map(([, { inject }]) => inject.key)
      : [],
    preview,
    errorCount: errors.length,
    errors: [...errors].sort((a, b) => (a.line ?? 0) - (b.line ?? 0)).slice(0, MAX_ERRORS),
  };
}

function changesOf(
  { list }: ReadRow,
  inject: InjectDocument,
  known: { list: InjectList; inject: InjectDocument },
): MselColumn[] {
  const [now, then] = [cellsOf(list!, inject), cellsOf(known.list, known.inject)];
  return MSEL_COLUMNS.filter((column) => now[column] !== then[column]);
}
