import type { MselColumn, MselMapping } from '../../providers/contract.js';
import type { ApiError } from '../../providers/http.js';

export const MSEL_COLUMNS = [
  'list', 'key', 'id', 'phase', 'at', 'when', 'from', 'channel', 'to', 'title_zh', 'title_en', 'text_zh', 'text_en',
  'owner', 'objectives', 'expected', 'card', 'effects',
] as const satisfies readonly MselColumn[]; // prettier-ignore

/** A heading of the file and the field that it holds; null leaves it out. */
export interface Heading {
  heading: string;
  column: MselColumn | null;
}

const isColumn = (name: unknown): name is MselColumn => (MSEL_COLUMNS as readonly unknown[]).includes(name);

/** What was set so far, with the headings that the server did not know and what it proposes for them. */
export function unknownColumns(
  { code, details }: Pick<ApiError, 'code' | 'details'>,
  before: readonly Heading[],
): Heading[] {
  if (code !== 'msel_import.column_unknown') return [...before];
  const asked = details.map(({ path, values }) => ({
    heading: path,
    column: isColumn(values?.['column']) ? values['column'] : null,
  }));
  return [...before.filter(({ heading }) => !asked.some((one) => one.heading === heading)), ...asked];
}

/** As the server takes it. A heading that is a field by its own name needs no word. */
export const mappingOf = (headings: readonly Heading[]): MselMapping =>
  Object.fromEntries(
    headings
      .filter(({ heading, column }) => heading !== column)
      .map(({ heading, column }) => [heading, column]),
  );
