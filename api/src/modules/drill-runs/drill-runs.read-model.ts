import { Injectable } from '@nestjs/common';
import type { DrillRun, DrillRunDetail, DrillRunList, ListDrillRunsQuery } from '@readyroom/contract';
import type { z } from 'zod';
import type { Actor } from '../../platform/access/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { visibleRun } from './drill-access.js';
import { DrillNotFound } from './drill-run.errors.js';
import { toParticipant, toRun, type ParticipantRecord, type RunRecord } from './drill-run.mapper.js';
import { CLOCK_COLUMNS } from './host/run-row.js';
import { RunScenarios } from './host/run-scenarios.js';

const SORTS = { createdAt: 'r.created_at', plannedFor: 'r.planned_for', startedAt: 'r.started_at' } as const;

const RUN = `r.id, r.title, r.mode, s.id AS "scenarioId", v.id AS "versionId", v.number AS version, s.slug,
  r.planned_for AS "plannedFor", r.started_at AS "startedAt", r.ended_at AS "endedAt", r.restart_of AS "restartOf",
  ${CLOCK_COLUMNS}, n.players, n.joined`;
const FROM = `drill_run r JOIN scenario_version v ON v.id = r.scenario_version_id JOIN scenario s ON s.id = v.scenario_id
  CROSS JOIN LATERAL (
    SELECT count(*) AS players, count(*) FILTER (WHERE p.joined_at IS NOT NULL) AS joined
    FROM drill_participant p WHERE p.run_id = r.id AND p.role = 'player' AND p.removed_at IS NULL) n`;

type DetailRow = RunRecord & {
  seed: number;
  engineVersion: string;
  scenarioHash: string;
  joinCode: string | null;
};

/** Runs as the console lists and shows them. */
@Injectable()
export class DrillRunsReadModel {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly scenarios: RunScenarios,
  ) {}

  async list(actor: Actor, query: z.infer<typeof ListDrillRunsQuery>): Promise<z.infer<typeof DrillRunList>> {
    const where = `${visibleRun('$1', '$2', '$3')}
      AND ($4::text[] IS NULL OR r.status = ANY($4))
      AND ($5::uuid IS NULL OR v.scenario_id = $5)
      AND ($6::text IS NULL OR r.mode = $6)
      AND ($7::text IS NULL OR r.title ILIKE '%' || $7 || '%' OR v.document->>'title' ILIKE '%' || $7 || '%')`;
    const values = [
      actor.personId,
      actor.scopeDepartmentId,
      actor.permissions.has('drill.read'),
      query.status?.length ? query.status : null,
      query.scenarioId ?? null,
      query.mode ?? null,
      query.q?.replace(/[\\%_]/g, '\\$&') || null,
    ];
    const [count] = await this.database.query<{ total: number }>(
      `SELECT count(*) AS total FROM drill_run r JOIN scenario_version v ON v.id = r.scenario_version_id WHERE ${where}`,
      values,
    );
    const rows = await this.database.query<RunRecord>(
      `SELECT ${RUN} FROM ${FROM} WHERE ${where}
       ORDER BY ${SORTS[query.sort]} ${query.order} NULLS LAST, r.id ${query.order} LIMIT $8 OFFSET $9`,
      [...values, query.perPage, (query.page - 1) * query.perPage],
    );
    const items: DrillRun[] = [];
    for (const row of rows) items.push(await this.shown(row));
    return { items, total: count!.total };
  }

  /** @throws DrillNotFound for what the actor may not look at from the console */
  async detail(actor: Actor, id: string): Promise<DrillRunDetail> {
    const [row] = await this.database.query<DetailRow>(
      `SELECT ${RUN}, r.seed, r.engine_version AS "engineVersion", r.scenario_hash AS "scenarioHash",
         r.join_code AS "joinCode"
       FROM ${FROM} WHERE r.id = $4 AND ${visibleRun('$1', '$2', '$3')}`,
      [actor.personId, actor.scopeDepartmentId, actor.permissions.has('drill.read'), id],
    );
    if (!row) throw new DrillNotFound();
    const now = this.clock.now();
    return {
      ...(await this.shown(row)),
      seed: row.seed,
      engineVersion: row.engineVersion,
      scenarioHash: row.scenarioHash,
      joinCode: row.joinCode ?? '',
      participants: (await this.participants(id)).map((participant) => toParticipant(participant, now)),
    };
  }

  /** One run, whoever asks: access has been checked. */
  async run(id: string): Promise<DrillRun> {
    const [row] = await this.database.query<RunRecord>(`SELECT ${RUN} FROM ${FROM} WHERE r.id = $1`, [id]);
    return this.shown(row!);
  }

  /** Documents are large, so what a list needs of them comes from memory and not from each row. */
  private async shown(row: RunRecord): Promise<DrillRun> {
    return toRun(row, await this.scenarios.document(this.database, row.versionId), this.clock.now());
  }

  private participants(id: string): Promise<ParticipantRecord[]> {
    return this.database.query<ParticipantRecord>(
      `SELECT p.id, p.person_id AS "personId", w.name, w.employee_no AS "employeeNo", w.tier, p.role, p.seat,
         p.joined_at AS "joinedAt", p.ready, p.last_seen_at AS "lastSeenAt"
       FROM drill_participant p JOIN person w ON w.id = p.person_id
       WHERE p.run_id = $1 AND p.removed_at IS NULL ORDER BY p.role, p.seat, w.name, p.id`,
      [id],
    );
  }
}
