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
