import { Injectable } from '@nestjs/common';
import type { DrillWall, OpenCard } from '@readyroom/contract';
import type { Actor } from '../../../platform/access/actor.js';
import { Database } from '../../../platform/database/database.js';
import { DrillRunsReadModel } from '../drill-runs.read-model.js';
import { RunScenarios } from '../host/run-scenarios.js';

/** What a projector shows. */
@Injectable()
export class DrillWallReadModel {
  constructor(
    private readonly database: Database,
    private readonly runs: DrillRunsReadModel,
    private readonly scenarios: RunScenarios,
  ) {}

  /** @throws DrillNotFound */
  async wall(actor: Actor, id: string): Promise<DrillWall> {
    const { scenario } = await this.runs.detail(actor, id);
    const { seats } = await this.scenarios.document(this.database, scenario.versionId);
    const rows = await this.database.query<{ card: OpenCard }>(
      `SELECT i.body->'card' AS card FROM drill_event i
       WHERE i.run_id = $1 AND i.body->>'kind' = 'inject' AND i.body->'card' <> 'null'
         AND NOT EXISTS (SELECT 1 FROM drill_event c WHERE c.run_id = $1 AND c.id > i.id
           AND c.body->>'kind' = 'card_closed' AND c.body->>'card' = i.body->'card'->>'key')
       ORDER BY i.id`,
      [id],
    );
    return {
      run: await this.runs.run(id),
      openCards: rows.flatMap(({ card }) => {
        const seat = seats.find(({ key }) => key === card.seat);
        return seat ? [{ prompt: card.prompt, seat: seat.title, dueAt: card.dueAt }] : [];
      }),
    };
  }
}
