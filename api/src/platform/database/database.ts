import { DataSource, type EntityManager } from 'typeorm';
import pg from 'pg';
import { migrations } from '@readyroom/migrations';
import { currentAudit } from '../audit/audit-context.js';

// Days stay text (a JavaScript date would shift them), counts and points become numbers.
pg.types.setTypeParser(pg.types.builtins.DATE, (value) => value);
pg.types.setTypeParser(pg.types.builtins.INT8, Number);
pg.types.setTypeParser(pg.types.builtins.NUMERIC, Number);

export const SCHEMA = 'readyroom';

/** What can run SQL: the pool, or one transaction. Rows come back as plain objects, also from UPDATE … RETURNING. */
export interface Sql {
  query<Row = Record<string, unknown>>(text: string, values?: readonly unknown[]): Promise<Row[]>;
  /** As `query`, through a named statement that each connection prepares once. For the hottest paths. */
  prepared<Row = Record<string, unknown>>(
    name: string,
    text: string,
    values: readonly unknown[],
  ): Promise<Row[]>;
}

/** One transaction: the same connection for SQL and for TypeORM's entity manager. */
export interface Tx extends Sql {
  readonly manager: EntityManager;
}

interface PgQueryable {
  query(config: pg.QueryConfig | string, values?: unknown[]): Promise<pg.QueryResult>;
}

const sqlOn = (client: PgQueryable): Sql => ({
  query: async <Row>(text: string, values: readonly unknown[] = []) =>
    (await client.query(text, values as unknown[])).rows as Row[],
  prepared: async <Row>(name: string, text: string, values: readonly unknown[]) =>
    (await client.query({ name, text, values: values as unknown[] })).rows as Row[],
});

const WRITES = /^\s*(INSERT|UPDATE|DELETE|WITH)\b/i;
const ACT_AS = `SELECT set_config('readyroom.actor', $1, true), set_config('readyroom.action', $2, true)`;
const AUDIT_REST = 'SELECT audit_rest($1, $2, $3) AS recorded';

/** The front door to PostgreSQL. */
export class Database implements Sql {
  readonly query: Sql['query'];
  readonly prepared: Sql['prepared'];

  constructor(readonly dataSource: DataSource) {
    const sql = sqlOn(this.pool);
    // A change that stands alone, by somebody whose changes are recorded, needs a transaction to be recorded in.
    this.query = (text, values) =>
      currentAudit() && WRITES.test(text)
        ? this.transaction((tx) => tx.query(text, values))
        : sql.query(text, values);
    this.prepared = sql.prepared;
  }

  /** The pool that TypeORM made, for streams (COPY, cursors). */
  get pool(): pg.Pool {
    return (this.dataSource.driver as unknown as { master: pg.Pool }).master;
  }

  get manager(): EntityManager {
    return this.dataSource.manager;
  }

  /** Runs `work` in a transaction; whatever it throws rolls everything back. */
  async transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    const runner = this.dataSource.createQueryRunner();
    try {
      const client = (await runner.connect()) as PgQueryable;
      await runner.startTransaction();
      const audit = currentAudit();
      if (audit) await client.query(ACT_AS, [audit.actorId, audit.action]);
      const result = await work({ ...sqlOn(client), manager: runner.manager });
      if (audit && !audit.recorded) {
        const rest = await client.query(AUDIT_REST, [audit.kind, audit.subjectId, audit.personId]);
        audit.recorded = (rest.rows[0] as { recorded: boolean }).recorded;
      }
      await runner.commitTransaction();
      return result;
    } catch (error) {
      if (runner.isTransactionActive) await runner.rollbackTransaction();
      throw error;
    } finally {
      await runner.release();
    }
  }

  async close(): Promise<void> {
    await this.dataSource.destroy();
  }
}

/** Connects; the schema `readyroom` is made when missing, because TypeORM keeps its list of migrations there. */
export async function connectDatabase(
  url: string,
  options: { poolSize: number; entities?: Function[] },
): Promise<Database> {
  const bootstrap = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  await bootstrap.connect();
  try {
    await bootstrap.query('SELECT pg_advisory_lock(727310)');
    await bootstrap.query(`CREATE SCHEMA IF NOT EXISTS ${SCHEMA}`);
  } finally {
    await bootstrap.end();
  }
  const dataSource = new DataSource({
    type: 'postgres',
    url,
    schema: SCHEMA,
    entities: options.entities ?? [],
    migrations,
    migrationsTableName: 'migration',
    migrationsTransactionMode: 'each',
    poolSize: options.poolSize,
    extra: { options: `-c search_path=${SCHEMA},public -c timezone=UTC`, connectionTimeoutMillis: 5_000 },
  });
  await dataSource.initialize();
  return new Database(dataSource);
}

/** Brings the schema up to date; several processes may call it at once. Returns the names of what it ran. */
export async function migrate(database: Database): Promise<string[]> {
  const lock = await database.pool.connect();
  try {
    await lock.query('SELECT pg_advisory_lock(727311)');
    const run = await database.dataSource.runMigrations();
    await lock.query('SELECT pg_advisory_unlock(727311)');
    return run.map((migration) => migration.name);
  } finally {
    lock.release();
  }
}
