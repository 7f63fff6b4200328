import { ANSWERS } from './constants/answers.js';
import { ANSWER_TABLE_ENTRIES } from './constants/answer-tables.js';
import type { ConstantEntry, ScalarEntry } from './constants/constant.js';
import { PANEL, PUBLIC, PUBLIC_TABLES } from './constants/public.js';
import { SPREAD, SPREAD_FIXED } from './constants/spread.js';

/** The registry of every number the model knows. The engine takes its constants from here and from nowhere else. */
const PARAMETER_ENTRIES = { ...SPREAD, ...PUBLIC, ...ANSWERS };
const FIXED_ENTRIES = { ...SPREAD_FIXED, ...PANEL };
const TABLE_ENTRIES = { ...PUBLIC_TABLES, ...ANSWER_TABLE_ENTRIES };

export interface Constant extends ConstantEntry {
  readonly key: string;
}

export const CONSTANTS: readonly Constant[] = Object.entries<ConstantEntry>({
  ...SPREAD_FIXED,
  ...SPREAD,
  ...PUBLIC_TABLES,
  ...PUBLIC,
  ...ANSWERS,
  ...ANSWER_TABLE_ENTRIES,
  ...PANEL,
}).map(([key, entry]) => ({ key, ...entry }));

/** What a test may override. */
export type OpinionParameters = { readonly [Key in keyof typeof PARAMETER_ENTRIES]: number };

const valuesOf = <Key extends string>(entries: Record<Key, ScalarEntry>): { readonly [K in Key]: number } =>
  Object.fromEntries(Object.entries<ScalarEntry>(entries).map(([key, { value }]) => [key, value])) as Record<
    Key,
    number
  >;

export const DEFAULTS: OpinionParameters = valuesOf(PARAMETER_ENTRIES);
export const FIXED = valuesOf(FIXED_ENTRIES);
export const ATTRIBUTION = TABLE_ENTRIES.attribution.value;
export const ANSWER_TABLES = {
  match: {
    victim: TABLE_ENTRIES.matchVictim.value,
    accidental: TABLE_ENTRIES.matchAccidental.value,
    preventable: TABLE_ENTRIES.matchPreventable.value,
  },
  /** Minutes and factor, earliest first. */
  timing: Object.entries(TABLE_ENTRIES.timing.value).map(([minutes, factor]): readonly [number, number] => [
    Number(minutes),
    factor,
  ]),
};
