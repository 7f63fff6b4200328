import type { Tx } from '../../platform/database/database.js';

/**
 * Changes to people and departments take turns until the end of the transaction: rules that look at several rows at
 * once (no cycle of managers, a last administrator, a plan still as previewed) hold without a lock on either table.
 * Signing in and learning do not wait for it.
 */
export async function lockStaff(tx: Tx): Promise<void> {
  await tx.query('SELECT pg_advisory_xact_lock(727320)');
}
