import { Injectable } from '@nestjs/common';
import { Lru } from '../../../platform/cache/lru.js';
import { Database } from '../../../platform/database/database.js';
import { RunScenarios } from '../host/run-scenarios.js';
import { Veil } from './veil.js';

const KEPT = 100;

/** The veil of each run. Secret and scenario of a run never change, so what was made once is kept. */
@Injectable()
export class RunVeils {
  private readonly kept = new Lru<string, Veil>(KEPT);

  constructor(
    private readonly database: Database,
    private readonly scenarios: RunScenarios,
  ) {}

  async of(runId: string): Promise<Veil> {
    const known = this.kept.get(runId);
    if (known) return known;
    const [row] = await this.database.query<{ secret: string; versionId: string }>(
      'SELECT veil AS secret, scenario_version_id AS "versionId" FROM drill_run WHERE id = $1',
      [runId],
    );
    const veil = new Veil(row!.secret, await this.scenarios.document(this.database, row!.versionId));
    this.kept.set(runId, veil);
    return veil;
  }
}
