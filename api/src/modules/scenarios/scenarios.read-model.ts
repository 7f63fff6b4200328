import { Injectable } from '@nestjs/common';
import {
  TIERS,
  type Scenario,
  type ScenarioDetail,
  type ScenarioDocument,
  type ScenarioFinding,
  type ScenarioList,
  type ScenariosQuery,
  type ScenarioVersion,
  type ScenarioVersionDetail,
} from '@readyroom/contract';
import type { z } from 'zod';
import { Database, type Sql } from '../../platform/database/database.js';
import type { Finding } from './check/finding.js';
import { lintDocument } from './check/lint-scenario.js';
import { ScenarioVersions, type StoredScenario } from './scenario-versions.js';

interface Row {
  id: string;
  slug: string;
  shownId: string;
}
type VersionRow = Omit<ScenarioVersion, 'importedAt' | 'publishedAt'> & {
  importedAt: Date;
  publishedAt: Date | null;
};

const SORTS = { slug: 's.slug', crisisType: `v.document ->> 'crisisType'` } as const;

/** Scenarios as staff see them. Texts and figures are those of the published version, else of the newest one. */
@Injectable()
export class ScenariosReadModel {
  constructor(
    private readonly database: Database,
    private readonly versions: ScenarioVersions,
  ) {}

  async list(query: z.infer<typeof ScenariosQuery>): Promise<z.infer<typeof ScenarioList>> {
    const pattern = query.q ? `%${query.q.replace(/[\\%_]/g, '\\$&')}%` : null;
    const filters = [pattern, query.crisisType ?? null, query.published ?? null];
    const [count] = await this.database.query<{ total: number }>(
      `SELECT count(*) AS total FROM ${SHOWN} WHERE ${MATCHES}`,
      filters,
    );
    const rows = await this.database.query<Row>(
      `SELECT s.id, s.slug, v.id AS "shownId" FROM ${SHOWN} WHERE ${MATCHES}
       ORDER BY ${SORTS[query.sort]} ${query.order}, s.slug LIMIT $4 OFFSET $5`,
      [...filters, query.perPage, (query.page - 1) * query.perPage],
    );
    const all = await this.versionRows({ scenarioIds: rows.map(({ id }) => id) });
    const items = await Promise.all(
      rows.map(async (row) =>
        toScenario(
          row,
          (await this.versions.version(row.shownId))!,
          all.filter(({ scenarioId }) => scenarioId === row.id),
        ),
      ),
    );
    return { items, total: count!.total };
  }

  async detail(scenarioId: string): Promise<ScenarioDetail | null> {
    const [row] = await this.database.query<Row>(
      `SELECT s.id, s.slug, v.id AS "shownId" FROM ${SHOWN} WHERE s.id = $1`,
      [scenarioId],
    );
    if (!row) return null;
    const shown = (await this.versions.version(row.shownId))!;
    const { briefing, organisation, phases, objectives, solo } = shown.document;
    return {
      ...toScenario(row, shown, await this.versionRows({ scenarioIds: [scenarioId] })),
      briefing,
      organisation,
      phases,
      objectives,
      soloSeats: solo.seats,
    };
  }

  async version(versionId: string, sql: Sql = this.database): Promise<ScenarioVersion | null> {
    return (await this.versionRows({ versionId }, sql))[0] ?? null;
  }

  async versionDetail(versionId: string): Promise<ScenarioVersionDetail | null> {
    const [version, stored] = await Promise.all([this.version(versionId), this.versions.version(versionId)]);
    return version && stored
      ? { ...version, document: stored.document, warnings: stored.findings.map(toWarning) }
      : null;
  }

  /** Newest first. */
  private async versionRows(
    which: { scenarioIds?: readonly string[]; versionId?: string },
    sql: Sql = this.database,
  ): Promise<ScenarioVersion[]> {
    const rows = await sql.query<VersionRow>(VERSIONS, [which.scenarioIds ?? null, which.versionId ?? null]);
    return rows.map((row) => ({
      ...row,
      importedAt: row.importedAt.toISOString(),
      publishedAt: row.publishedAt?.toISOString() ?? null,
    }));
  }
}

/** What the check says about a document that is no version (yet). */
export const warningsOf = (document: ScenarioDocument, courses: ReadonlySet<string>): ScenarioFinding[] =>
  lintDocument(document, courses).map(toWarning);

export const toWarning = ({ path, message }: Finding): ScenarioFinding => ({ path: path.join('.'), message });

function toScenario(row: Row, { document, findings }: StoredScenario, versions: ScenarioVersion[]): Scenario {
  const newest = (status: ScenarioVersion['status']) => {
    const found = versions.find((version) => version.status === status);
    return found ? { id: found.id, number: found.number } : null;
  };
  return {
    id: row.id,
    slug: row.slug,
    title: document.title,
    summary: document.summary,
    crisisType: document.crisisType,
    cluster: document.cluster,
    tiers: TIERS.filter((tier) => document.seats.some((seat) => seat.tier === tier)),
    seats: document.seats.map(({ key, tier, title, department }) => ({ key, tier, title, department })),
    durationMinutes: document.durationMinutes,
    minutes: Math.ceil(document.durationMinutes / document.rate),
    soloMinutes: Math.round(document.solo.durationMinutes / document.solo.rate),
    injects: document.items.length,
    deck: document.deck.length,
    publishedVersion: newest('published'),
    draftVersion: newest('draft'),
    versions,
    warnings: findings.map(toWarning),
  };
}

/** The version whose words stand for the scenario: the published one, before that the newest. */
const SHOWN = `
  scenario s JOIN LATERAL (
    SELECT * FROM scenario_version WHERE scenario_id = s.id ORDER BY status = 'published' DESC, number DESC LIMIT 1
  ) v ON true`;

const MATCHES = `
  ($1::text IS NULL OR s.slug ILIKE $1 OR v.document #>> '{title,zh}' ILIKE $1 OR v.document #>> '{title,en}' ILIKE $1)
  AND ($2::text IS NULL OR v.document ->> 'crisisType' = $2)
  AND ($3::boolean IS NULL OR (s.published_version_id IS NOT NULL) = $3)`;

const VERSIONS = `
  SELECT v.id, v.scenario_id AS "scenarioId", v.number, v.status, v.origin, v.content_hash AS hash,
    v.imported_at AS "importedAt", v.published_at AS "publishedAt",
    CASE WHEN p.id IS NULL THEN NULL ELSE json_build_object('id', p.id, 'name', p.name) END AS "importedBy"
  FROM scenario_version v LEFT JOIN person p ON p.id = v.imported_by
  WHERE ($1::uuid[] IS NULL OR v.scenario_id = ANY($1)) AND ($2::uuid IS NULL OR v.id = $2)
  ORDER BY v.number DESC`;
