import { Injectable } from '@nestjs/common';
import { ENGINE_VERSION, replay, stateHash } from '../../../engine/index.js';
import type { Sql, Tx } from '../../../platform/database/database.js';
import { logHash, runRecord, storedLog } from '../../drill-reports/index.js';
import { RunScenarios } from '../../drill-runs/index.js';

const OVER = `('ended', 'stopped')`;

/**
 * What seals a run: the hash of its log, by which its analysis counts, and the hash of its last state. Both are made
 * anew when words in the log were replaced, so that the run still replays to what is noted and its scores stay.
 */
@Injectable()
export class RunSeals {
  constructor(private readonly scenarios: RunScenarios) {}

  /** Whether the person is in a run that is not over, or its log speaks of them. */
  async isOpenFor(sql: Sql, personId: string, pattern: string | null): Promise<boolean> {
    const [row] = await sql.query<{ open: boolean }>(
      `SELECT EXISTS (
         SELECT FROM drill_run r WHERE r.status NOT IN ${OVER} AND (
           EXISTS (SELECT FROM drill_participant p WHERE p.run_id = r.id AND p.person_id = $1 AND p.removed_at IS NULL)
           OR EXISTS (SELECT FROM drill_log l WHERE l.run_id = r.id AND l.action::text ~ $2))) AS open`,
      [personId, pattern],
    );
    return row!.open;
  }

  async runsMentioning(sql: Sql, pattern: string): Promise<string[]> {
    const rows = await sql.query<{ id: string }>(
      'SELECT DISTINCT run_id AS id FROM drill_log WHERE action::text ~ $1',
      [pattern],
    );
    return rows.map(({ id }) => id);
  }

  /** After the words were replaced. */
  async renew(tx: Tx, runIds: readonly string[]): Promise<void> {
    for (const id of runIds) {
      const run = (await runRecord(tx, id))!;
      const log = await storedLog(tx, id);
      await tx.query('UPDATE drill_report SET log_hash = $2 WHERE run_id = $1', [id, logHash(log)]);
      // A state of another engine cannot be worked out any more; its hash stays as it was noted.
      if (run.engineVersion !== ENGINE_VERSION || run.finalHash === null) continue;
      const scenario = await this.scenarios.document(tx, run.scenarioVersionId);
      const { state } = replay({ scenario, seed: run.seed }, log, run.until);
      await tx.query('UPDATE drill_run SET final_hash = $2 WHERE id = $1', [id, stateHash(state)]);
    }
  }
}
