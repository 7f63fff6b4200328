import { Injectable } from '@nestjs/common';
import type { DrillCadence, Tier } from '@readyroom/contract';
import type { Actor } from '../../../platform/access/actor.js';
import { Database } from '../../../platform/database/database.js';
import { proposedCadence } from './cadence.js';

@Injectable()
export class CadenceReadModel {
  constructor(private readonly database: Database) {}

  /** Of the people within the reach of the actor. */
  async of({ scopeDepartmentId }: Pick<Actor, 'scopeDepartmentId'>): Promise<DrillCadence> {
    const rows = await this.database.query<{ tier: Tier; at: Date }>(
      `SELECT p.tier, max(r.ended_at) AS at
       FROM drill_run r JOIN drill_participant dp ON dp.run_id = r.id AND dp.role = 'player' AND dp.removed_at IS NULL
       JOIN person p ON p.id = dp.person_id JOIN department d ON d.id = p.department_id
       WHERE r.mode = 'live' AND r.status = 'ended' AND ($1::uuid IS NULL OR d.lineage @> ARRAY[$1::uuid])
       GROUP BY p.tier`,
      [scopeDepartmentId],
    );
    return proposedCadence(new Map(rows.map(({ tier, at }) => [tier, at])));
  }
}
