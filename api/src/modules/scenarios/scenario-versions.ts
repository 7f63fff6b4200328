import { Injectable } from '@nestjs/common';
import { ScenarioDocument } from '@readyroom/contract';
import { Lru } from '../../platform/cache/lru.js';
import { Database, type Sql } from '../../platform/database/database.js';
import { lintDocument } from './check/lint-scenario.js';
import type { Finding } from './check/finding.js';

interface Row {
  scenarioId: string;
  number: number;
  hash: string;
  document: unknown;
}
export interface StoredScenario extends Omit<Row, 'document'> {
  id: string;
  document: ScenarioDocument;
  /** What the check finds; imported packs may have some. */
  findings: readonly Finding[];
}

/** Versions of scenarios. They never change, so those used last stay in memory. What comes out is shared: do not change it. */
@Injectable()
export class ScenarioVersions {
  private readonly kept = new Lru<string, StoredScenario>(32);

  constructor(private readonly database: Database) {}

  /** Null for what does not exist. */
  async version(versionId: string, sql: Sql = this.database): Promise<StoredScenario | null> {
    const known = this.kept.get(versionId);
    if (known) return known;
    const [row] = await sql.query<Row>(
      `SELECT scenario_id AS "scenarioId", number, content_hash AS hash, document FROM scenario_version WHERE id = $1`,
      [versionId],
    );
    if (!row) return null;
    const document = ScenarioDocument.parse(row.document);
    const courses = await sql.query<{ slug: string }>('SELECT slug FROM course');
    const findings = lintDocument(document, new Set(courses.map(({ slug }) => slug)));
    const version = { ...row, id: versionId, document, findings };
    this.kept.set(versionId, version);
    return version;
  }

  /** The published version of a scenario, or null. */
  async publishedOf(scenarioId: string, sql: Sql = this.database): Promise<StoredScenario | null> {
    const [row] = await sql.query<{ id: string | null }>(
      'SELECT published_version_id AS id FROM scenario WHERE id = $1',
      [scenarioId],
    );
    return row?.id ? this.version(row.id, sql) : null;
  }
}
