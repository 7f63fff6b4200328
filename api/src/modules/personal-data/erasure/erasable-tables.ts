import type { Sql } from '../../../platform/database/database.js';
import { namesIn, REGISTER } from '../register/register.js';
import type { RegisteredTable } from '../register/register.types.js';

export interface ErasableTable extends RegisteredTable {
  /** Assignments that empty the person's own rows, without what becomes the pseudonym. */
  readonly emptied: readonly string[];
  /** Columns in whose texts the person is looked for, in everybody's rows. */
  readonly searched: readonly { readonly column: string; readonly json: boolean }[];
  readonly goes: boolean;
}

interface Column {
  table: string;
  column: string;
  type: string;
  nullable: boolean;
}

const EMPTY: Record<string, string> = { text: `''`, jsonb: `'[]'`, ARRAY: `'{}'` };
/** A person without any role cannot be stored. */
const SPECIAL: Record<string, string> = { 'person.roles': `'{employee}'` };

/** The register with what the schema knows of its columns. */
export async function erasableTables(sql: Sql): Promise<ErasableTable[]> {
  const columns = await sql.query<Column>(
    `SELECT table_name AS table, column_name AS column, data_type AS type, is_nullable = 'YES' AS nullable
     FROM information_schema.columns WHERE table_schema = current_schema()`,
  );
  const known = new Map(columns.map((column) => [`${column.table}.${column.column}`, column]));
  return REGISTER.map((table) => {
    const of = (list: string | undefined): Column[] =>
      namesIn(list).map((column) => known.get(`${table.table}.${column}`)!);
    const emptied = of(table.null).map(({ column, nullable, type }) => {
      const value = SPECIAL[`${table.table}.${column}`] ?? (nullable ? 'NULL' : EMPTY[type]);
      return `${column} = ${value}`;
    });
    // Other people's own names and numbers are theirs, also where they are the same.
    const texts = table.table === 'person' ? [] : [...of(table.redact), ...of(table.null)];
    return {
      ...table,
      emptied,
      searched: texts
        .filter(({ type }) => type === 'text' || type === 'jsonb')
        .map(({ column, type }) => ({ column, json: type === 'jsonb' })),
      goes: !!table.delete,
    };
  });
}

/** Rows of the table with a hit; $1 the pattern for text, $2 the one for JSON. */
export const searchedWhere = ({ searched }: Pick<ErasableTable, 'searched'>): string =>
  searched.map(({ column, json }) => (json ? `${column}::text ~ $2` : `${column} ~ $1`)).join(' OR ');

/** $1 pattern, $3 the word that takes the place. */
export const searchedSet = ({ searched }: Pick<ErasableTable, 'searched'>): string =>
  searched
    .map(
      ({ column, json }) =>
        `${column} = ${json ? `redacted(${column}, $1, $3)` : `regexp_replace(${column}, $1, $3, 'g')`}`,
    )
    .join(', ');
