import type { Database, Sql } from '../../platform/database/database.js';

/**
 * Runs the statements of one answer on one view of the data, so that its numbers agree with each other. They group
 * hundreds of thousands of rows: that wants memory (the default of 4 MB would go through the disk), and compiling each
 * statement anew would take longer than it saves.
 */
export const analyse = <T>(database: Database, work: (sql: Sql) => Promise<T>): Promise<T> =>
  database.transaction(async (tx) => {
    await tx.query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY');
    await tx.query(`SELECT set_config('work_mem', '64MB', true), set_config('jit', 'off', true)`);
    return work(tx);
  });
