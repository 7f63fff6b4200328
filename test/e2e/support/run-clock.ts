import { setTimeout } from 'node:timers/promises';
import type { Database } from '../../../api/src/platform/database/database.js';

const POLL_MS = 50;

/** From now on a second of scenario time takes a second, so that a test is never too slow for a decision. */
export const slowDown = async (database: Database, runId: string): Promise<void> => {
  await database.query(
    `UPDATE drill_run SET base_at = greatest(ticked_to, base_at + extract(epoch FROM now() - base_wall) * rate),
       base_wall = now(), rate = 1 WHERE id = $1`,
    [runId],
  );
};

/** Moves scenario time forward and waits until the ticks of the server have carried the run there. */
export const moveTo = async (database: Database, runId: string, minute: number): Promise<void> => {
  await database.query('UPDATE drill_run SET base_at = $2, base_wall = now() WHERE id = $1', [
    runId,
    minute * 60,
  ]);
  for (;;) {
    const [row] = await database.query<{ there: boolean }>(
      'SELECT ticked_to >= $2 AS there FROM drill_run WHERE id = $1',
      [runId, minute * 60],
    );
    if (row!.there) return;
    await setTimeout(POLL_MS);
  }
};

/** Kinds of the actions of a seat that are in the log, in order, and which of them were refused. */
export async function loggedBy(
  database: Database,
  runId: string,
  seat: string,
): Promise<{ kinds: string[]; refused: string[] }> {
  const rows = await database.query<{ kind: string; refused: string | null }>(
    `SELECT action->>'kind' AS kind, refused FROM drill_log WHERE run_id = $1 AND by = $2 ORDER BY seq`,
    [runId, `seat:${seat}`],
  );
  return {
    kinds: rows.map(({ kind }) => kind),
    refused: rows.flatMap(({ kind, refused }) => (refused === null ? [] : [`${kind} ${refused}`])),
  };
}
