import type pg from 'pg';
import { namesIn, REGISTER } from '../../../api/src/modules/personal-data/register/register.js';
import type { TestApp } from '../../support/test-app.js';

interface Column {
  table: string;
  name: string;
  type: string;
  refers: string | null;
  generated: boolean;
}

/** One id a table, so that rows point at each other. */
const idOf = (table: string): string =>
  `0193aaaa-0000-7000-8000-${Buffer.from(table.padEnd(12, '_')).toString('hex').slice(-12)}`;

/** Columns that name a person without a foreign key: what they stand in outlives people. */
const PEOPLE = new Set(['person_id', 'actor_id', 'made_by', 'recipient_id']);

/**
 * One row in every registered table, about this person, with the text in every column that can hold free text. The
 * checks and foreign keys of the database are taken away first: what is asked here is where texts are found, not what they may say.
 */
export async function fillEveryTable(
  app: TestApp,
  personId: string,
  textOf: (table: string, column: string) => string,
): Promise<void> {
  const client = await app.database.pool.connect();
  try {
    await client.query('BEGIN');
    await client.query('SET LOCAL session_replication_role = replica');
    const columns = await columnsOf(client);
    await dropChecks(client);
    for (const { table, redact, null: emptied, pseudonym } of REGISTER) {
      if (table === 'person') continue;
      const free = new Set([...namesIn(redact), ...namesIn(emptied), ...namesIn(pseudonym)]);
      const set = columns
        .filter((column) => column.table === table && !column.generated)
        .map((column) => [column.name, valueOf(column, personId, free, textOf)] as const);
      if (set.length === 0) throw new Error(`${table} has no columns`);
      await client.query(
        `INSERT INTO ${table} (${set.map(([name]) => `"${name}"`).join(', ')})
         VALUES (${set.map((_, n) => `$${n + 1}`).join(', ')})`,
        set.map(([, value]) => value),
      );
    }
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  } finally {
    client.release();
  }
}

async function dropChecks(client: pg.PoolClient): Promise<void> {
  const { rows } = await client.query<{ drop: string }>(
    `SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname) AS drop
     FROM pg_constraint WHERE contype IN ('c', 'f') AND connamespace = current_schema()::regnamespace AND conrelid <> 0 ORDER BY contype DESC`,
  );
  for (const { drop } of rows) await client.query(drop);
}

async function columnsOf(client: pg.PoolClient): Promise<Column[]> {
  const { rows } = await client.query<Column>(
    `SELECT c.table_name AS table, c.column_name AS name, c.udt_name AS type,
       c.is_identity = 'YES' OR c.is_generated = 'ALWAYS' OR c.udt_name = 'xid8' AS generated,
       (SELECT confrelid::regclass::text FROM pg_constraint k
        WHERE k.contype = 'f' AND k.conrelid = format('%I', c.table_name)::regclass
          AND (SELECT attnum FROM pg_attribute a WHERE a.attrelid = k.conrelid AND a.attname = c.column_name) = ANY(k.conkey)
        ORDER BY (confrelid = 'person'::regclass) DESC LIMIT 1) AS refers
     FROM information_schema.columns c WHERE c.table_schema = current_schema()`,
  );
  return rows;
}

function valueOf(
  { table, name, type, refers }: Column,
  personId: string,
  free: Set<string>,
  textOf: (table: string, column: string) => string,
): unknown {
  const text = free.has(name) ? textOf(table, name) : null;
  if (refers === 'person' || (type === 'uuid' && PEOPLE.has(name))) return personId;
  if (`${table}.${name}` === 'drill_run.status') return 'ended';
  if (`${table}.${name}` === 'people_import_row.cells') return JSON.stringify(text!.split(' '));
  switch (type) {
    case 'uuid':
      return idOf(refers ?? table);
    case 'text':
      return text ?? `${table} ${name}`;
    case 'jsonb':
      return JSON.stringify(text === null ? {} : { said: text, [name]: [{ deep: text }] });
    case '_text':
    case '_tier':
    case '_uuid':
      return '{}';
    case 'tier':
      return 'frontline';
    case 'bool':
      return false;
    case 'date':
      return '2026-03-02';
    case 'timestamptz':
      return '2026-03-02T01:00:00Z';
    case 'bytea':
      return Buffer.from(table);
    default:
      return 1;
  }
}

/** Every column of every schema in which the pattern is found, as `table.column`. */
export async function foundIn(app: Pick<TestApp, 'database'>, pattern: string): Promise<string[]> {
  const columns = await app.database.query<{ schema: string; table: string; column: string }>(
    `SELECT table_schema AS schema, table_name AS table, column_name AS column FROM information_schema.columns
     JOIN information_schema.tables t USING (table_schema, table_name)
     WHERE table_schema NOT IN ('pg_catalog', 'information_schema') AND t.table_type = 'BASE TABLE'
       AND (udt_name IN ('text', 'varchar', 'jsonb', 'json', 'bytea', '_text', 'name'))`,
  );
  const found: string[] = [];
  for (const { schema, table, column } of columns) {
    const [row] = await app.database.query<{ hit: boolean }>(
      `SELECT EXISTS (SELECT FROM "${schema}"."${table}" WHERE "${column}"::text ~* $1) AS hit`,
      [pattern],
    );
    if (row!.hit) found.push(`${table}.${column}`);
  }
  return found.sort();
}
