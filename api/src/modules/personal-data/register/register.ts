import type { PersonalRegister } from '@readyroom/contract';
import { DRILLS } from './drills.js';
import { LEARNING } from './learning.js';
import { PEOPLE } from './people.js';
import { PLAIN } from './plain.js';
import { RECORDS } from './records.js';
import type { OnErasure, RegisteredTable } from './register.types.js';

/** Every table that holds something about people. What is in neither list does not exist: a test compares them with the schema. */
export const REGISTER: readonly RegisteredTable[] = [...PEOPLE, ...LEARNING, ...DRILLS, ...RECORDS];
export { PLAIN };

const ON_ERASURE = ['pseudonym', 'null', 'delete', 'redact', 'keep', 'secret'] as const satisfies OnErasure[];
export const namesIn = (list: string | undefined): string[] => list?.split(' ').filter(Boolean) ?? [];

/** The personal columns of a table and what erasing does to each. */
export const personalColumns = (table: RegisteredTable): { column: string; onErasure: OnErasure }[] =>
  ON_ERASURE.flatMap((onErasure) => namesIn(table[onErasure]).map((column) => ({ column, onErasure })));

/** Tables with rows that are somebody's own. */
export const OWNED = REGISTER.filter((table): table is RegisteredTable & { of: string } => !!table.of);

/** The register as the console and docs/PRIVACY.md show it. */
export const registerShown = (): PersonalRegister => ({
  tables: REGISTER.map((table) => ({
    table: table.table,
    label: table.label,
    purpose: table.purpose,
    basis: table.basis,
    retention: table.retention,
    why: table.why ?? null,
    exported: !!table.of,
    columns: personalColumns(table),
    plain: namesIn(table.plain).length,
  })),
  notPersonal: PLAIN.map(({ table }) => table),
});
