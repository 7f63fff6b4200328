import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock.js';
import { Database } from '../../../platform/database/database.js';
import type { Analysed } from '../analysis/analyses.js';

/**
 * An action that was done before a live run began is verified when that run passes the same objective of the same
 * scenario (final rating P or S). A solo run shows what one person can do, not that the organisation has changed.
 */
@Injectable()
export class Verification {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Repeating it changes nothing: what is verified keeps the run that first showed it. */
  async verify({ run, analysis }: Analysed): Promise<void> {
    if (run.mode !== 'live' || !run.startedAt) return;
    const passed = analysis.score.objectives
      .filter(({ final }) => final === 'P' || final === 'S')
      .map(({ objective }) => objective);
    await this.database.query(
      `UPDATE improvement_action SET status = 'verified', verified_run_id = $1, verified_at = $2
       WHERE scenario_id = $3 AND objective = ANY($4) AND status = 'done' AND done_at <= $5
         AND run_id IS DISTINCT FROM $1`,
      [run.id, this.clock.now(), run.scenarioId, passed, run.startedAt],
    );
  }
}
