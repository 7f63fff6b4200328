import type { Tx } from '../../platform/database/database.js';

/**
 * Held to the end of the transaction by whatever changes who somebody is or who is assigned: people, departments,
 * audience rules. They take turns, so that a rule made while somebody moves, or two moves of one person, come out as
 * if they had happened one after the other, and no two of them wait for each other's people. Learning does not wait.
 */
export async function lockStaff(tx: Tx): Promise<void> {
  await tx.query('SELECT pg_advisory_xact_lock(727320)');
}
