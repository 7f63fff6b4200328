import type { Tx } from './database.js';

/** What transactions take turns at, with the number of its advisory lock. No number stands for two things. */
const TURNS = {
  /**
   * Who somebody is and who is assigned: people, departments, audience rules. A rule made while somebody moves, or two
   * moves of one person, come out as if they had happened one after the other; rules that look at several rows at once
   * (no cycle of managers, a last administrator, a plan still as previewed) hold without a lock on a table. Signing in
   * and learning do not wait for it.
   */
  staff: 727320,
  courseContent: 727312,
  scenarioContent: 727313,
  programContent: 727314,
  /** Linking the evidence chain and closing it with anchors. */
  evidenceChain: 727321,
  reminderPlanning: 727330,
  packSigners: 727331,
} as const;

/** Waits until no other transaction is at it, and keeps the turn until the end of this one. */
export async function takeTurn(tx: Pick<Tx, 'query'>, at: keyof typeof TURNS): Promise<void> {
  await tx.query(`SELECT pg_advisory_xact_lock(${TURNS[at]})`);
}
