import type pg from 'pg';
import type { Database } from './database.js';

/** A connection of its own inside a read-only transaction, for what is read piece by piece. */
export interface Snapshot {
  readonly client: pg.PoolClient;
  /** Ends the transaction and gives the connection back. */
  close(): Promise<void>;
  /** Throws the connection away, because something may still be under way on it. After `close` it does nothing. */
  abandon(): void;
}

/** Whoever reads learns about a lost connection from their query; unheard, the event would end the process. */
const lost = (): void => undefined;

/** Opens one; whoever asked must close or abandon it. `sortMemory` as PostgreSQL's work_mem. */
export async function openSnapshot(database: Database, sortMemory: string): Promise<Snapshot> {
  const client = await database.pool.connect();
  let open = true;
  const release = (broken: boolean): void => {
    if (!open) return;
    open = false;
    client.release(broken);
    client.off('error', lost);
  };
  client.on('error', lost);
  try {
    await client.query('BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY');
    await client.query(`SELECT set_config('work_mem', $1, true)`, [sortMemory]);
  } catch (error) {
    release(true);
    throw error;
  }
  return {
    client,
    close: async () => {
      await client.query('COMMIT');
      release(false);
    },
    abandon: () => release(true),
  };
}

interface Rows {
  readonly text: string;
  readonly values?: readonly unknown[];
  /** How many are fetched at once: what the server holds ready and this process holds in memory. */
  readonly atOnce: number;
  /** Each row as an array of its columns instead of an object. */
  readonly asArrays?: true;
}

/** The rows of a select, fetched piece by piece, in memory that does not grow with them. One at a time on a snapshot. */
export async function* rowsOf<Row extends pg.QueryResultRow | unknown[]>(
  { client }: Snapshot,
  { text, values = [], atOnce, asArrays }: Rows,
): AsyncGenerator<Row> {
  // All of them will be fetched: not the plan that is quickest with the first tenth.
  await client.query('SET LOCAL cursor_tuple_fraction = 1');
  await client.query(`DECLARE piecemeal NO SCROLL CURSOR FOR ${text}`, values as unknown[]);
  for (;;) {
    const { rows } = await client.query({
      text: `FETCH ${atOnce} FROM piecemeal`,
      ...(asArrays && { rowMode: 'array' }),
    });
    yield* rows as Row[];
    if (rows.length < atOnce) break;
  }
  await client.query('CLOSE piecemeal');
}
