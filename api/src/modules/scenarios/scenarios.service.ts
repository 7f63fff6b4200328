import { Injectable } from '@nestjs/common';
import type { ScenarioVersion } from '@readyroom/contract';
import type { Actor } from '../../platform/access/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { ScenarioVersionNotADraft, ScenarioVersionNotFound } from './scenarios.errors.js';
import { ScenariosReadModel } from './scenarios.read-model.js';
import { publishScenarioVersion } from './versions.repository.js';

/** What trainers do with scenarios that were imported. */
@Injectable()
export class Scenarios {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly readModel: ScenariosReadModel,
  ) {}

  /** From now on new runs get this version; runs that there are keep theirs. */
  publish(actor: Actor, versionId: string): Promise<ScenarioVersion> {
    return this.database.transaction(async (tx) => {
      const [scenario] = await tx.query<{ id: string }>(
        `SELECT s.id FROM scenario s JOIN scenario_version v ON v.scenario_id = s.id WHERE v.id = $1 FOR UPDATE OF s`,
        [versionId],
      );
      const [version] = await tx.query<{ status: ScenarioVersion['status'] }>(
        'SELECT status FROM scenario_version WHERE id = $1 FOR UPDATE',
        [versionId],
      );
      if (!scenario || !version) throw new ScenarioVersionNotFound();
      if (version.status !== 'draft') throw new ScenarioVersionNotADraft();
      await publishScenarioVersion(tx, versionId, this.clock.now(), actor.personId);
      return (await this.readModel.version(versionId, tx))!;
    });
  }
}
