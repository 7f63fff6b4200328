import { Injectable } from '@nestjs/common';
import { ScenarioDocument } from '@readyroom/contract';
import { Lru } from '../../../platform/cache/lru.js';
import type { Sql } from '../../../platform/database/database.js';

const KEPT = 50;

/** Scenarios of runs. A version never changes, so what was read once is kept. */
@Injectable()
export class RunScenarios {
  private readonly kept = new Lru<string, ScenarioDocument>(KEPT);

  async document(sql: Sql, versionId: string): Promise<ScenarioDocument> {
    const known = this.kept.get(versionId);
    if (known) return known;
    const [row] = await sql.query<{ document: unknown }>(
      'SELECT document FROM scenario_version WHERE id = $1',
      [versionId],
    );
    const document = ScenarioDocument.parse(row!.document);
    this.kept.set(versionId, document);
    return document;
  }

  /** The version that new runs play, or null when there is no such scenario or none of its versions is published. */
  async published(sql: Sql, scenarioId: string): Promise<string | null> {
    const [row] = await sql.query<{ versionId: string | null }>(
      'SELECT published_version_id AS "versionId" FROM scenario WHERE id = $1',
      [scenarioId],
    );
    return row?.versionId ?? null;
  }
}
