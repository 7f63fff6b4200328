import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/access/actor.js';
import { Database } from '../../../platform/database/database.js';
import { DrillRunsReadModel } from '../drill-runs.read-model.js';

export const DRILL_MARK = 'DRILL 演练';

interface LogRow {
  seq: number;
  at: number;
  by: string;
  participantId: string | null;
  clientId: string | null;
  action: object;
  refused: string | null;
  wall: Date;
}

/** The log of a run as a file: with the scenario's document it is all that a replay needs. */
@Injectable()
export class DrillLogExport {
  constructor(
    private readonly database: Database,
    private readonly runs: DrillRunsReadModel,
  ) {}

  /** @throws DrillNotFound */
  async json(actor: Actor, id: string): Promise<{ name: string; content: string }> {
    const { participants, joinCode: _, ...run } = await this.runs.detail(actor, id);
    const [{ finalHash }] = (await this.database.query(
      'SELECT final_hash AS "finalHash" FROM drill_run WHERE id = $1',
      [id],
    )) as [{ finalHash: string | null }];
    const log = await this.database.query<LogRow>(
      `SELECT seq, at, by, participant_id AS "participantId", client_id AS "clientId", action, refused, wall
       FROM drill_log WHERE run_id = $1 ORDER BY seq`,
      [id],
    );
    const day = (run.startedAt ?? run.clock.serverTime).slice(0, 10);
    return {
      name: `${DRILL_MARK} ${run.scenario.slug} ${day}`,
      content: JSON.stringify({ mark: DRILL_MARK, run, finalHash, participants, log }, null, 2),
    };
  }
}
