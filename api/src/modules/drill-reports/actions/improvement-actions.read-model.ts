import { Injectable } from '@nestjs/common';
import type {
  ImprovementAction,
  ImprovementActionList,
  ImprovementActionsQuery,
  MyActions,
} from '@readyroom/contract';
import type { z } from 'zod';
import type { Actor } from '../../../platform/access/actor.js';
import { Clock } from '../../../platform/clock/clock.js';
import { Database, type Sql } from '../../../platform/database/database.js';
import { organisationDay } from '../../standings/index.js';
import { ImprovementActionNotFound } from '../drill-report.errors.js';

interface Row extends Omit<ImprovementAction, 'createdAt' | 'doneAt' | 'verified'> {
  createdAt: Date;
  doneAt: Date | null;
  verifiedRunId: string | null;
  verifiedAt: Date | null;
}

const SORTS = { dueOn: 'a.due_on', createdAt: 'a.created_at' } as const;
const REMINDERS_SHOWN = 50;

/** A scoped actor sees the actions of people in their sub-tree, and those they wrote themselves. */
const VISIBLE = `(a.created_by = $1 OR $2::uuid IS NULL OR d.lineage @> ARRAY[$2::uuid])`;
const FROM = `improvement_action a JOIN person w ON w.id = a.owner_id JOIN department d ON d.id = w.department_id`;

/** Corrective actions as lists show them. */
@Injectable()
export class ImprovementActionsReadModel {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async list(
    actor: Actor,
    query: z.infer<typeof ImprovementActionsQuery>,
  ): Promise<z.infer<typeof ImprovementActionList>> {
    const where = `${VISIBLE}
      AND ($3::text[] IS NULL OR a.status = ANY($3)) AND ($4::uuid IS NULL OR a.owner_id = $4)
      AND ($5::uuid IS NULL OR a.scenario_id = $5) AND ($6::uuid IS NULL OR a.run_id = $6)
      AND ($7::text IS NULL OR a.what ILIKE '%' || $7 || '%' OR w.name ILIKE '%' || $7 || '%')`;
    const values = [
      actor.personId,
      actor.scopeDepartmentId,
      query.status?.length ? query.status : null,
      query.ownerId ?? null,
      query.scenarioId ?? null,
      query.runId ?? null,
      query.q?.replace(/[\\%_]/g, '\\$&') || null,
    ];
    const [count] = await this.database.query<{ total: number }>(
      `SELECT count(*) AS total FROM ${FROM} WHERE ${where}`,
      values,
    );
    const page = await this.database.query<{ id: string }>(
      `SELECT a.id FROM ${FROM} WHERE ${where}
       ORDER BY ${SORTS[query.sort]} ${query.order}, a.id ${query.order} LIMIT $8 OFFSET $9`,
      [...values, query.perPage, (query.page - 1) * query.perPage],
    );
    const items = await this.read(
      this.database,
      page.map(({ id }) => id),
    );
    return { items, total: count!.total };
  }

  /** @throws ImprovementActionNotFound for what the actor may not see */
  async get(sql: Sql, actor: Actor, id: string): Promise<ImprovementAction> {
    const found = await sql.query(`SELECT 1 FROM ${FROM} WHERE a.id = $3 AND ${VISIBLE}`, [
      actor.personId,
      actor.scopeDepartmentId,
      id,
    ]);
    if (found.length === 0) throw new ImprovementActionNotFound();
    return this.one(sql, id);
  }

  async one(sql: Sql, id: string): Promise<ImprovementAction> {
    const [action] = await this.read(sql, [id]);
    return action!;
  }

  /** Those that a person owns, open ones first, and what reminded them. */
  async mine(personId: string): Promise<MyActions> {
    const rows = await this.database.query<{ id: string }>(
      `SELECT id FROM improvement_action WHERE owner_id = $1
       ORDER BY status NOT IN ('open', 'in_progress'), due_on, id LIMIT 200`,
      [personId],
    );
    const reminders = await this.database.query<
      Omit<MyActions['reminders'][number], 'createdAt'> & { createdAt: Date }
    >(
      `SELECT m.id, m.action_id AS "actionId", a.what, m.step, m.weeks, m.due_on AS "dueOn", m.created_at AS "createdAt"
       FROM improvement_reminder m JOIN improvement_action a ON a.id = m.action_id
       WHERE m.person_id = $1 ORDER BY m.created_at DESC, m.id DESC LIMIT $2`,
      [personId, REMINDERS_SHOWN],
    );
    return {
      items: await this.read(
        this.database,
        rows.map(({ id }) => id),
      ),
      reminders: reminders.map((row) => ({ ...row, createdAt: row.createdAt.toISOString() })),
    };
  }

  /** Of one run; the caller has checked that it may be looked at. */
  async ofRun(runId: string): Promise<ImprovementAction[]> {
    const rows = await this.database.query<{ id: string }>(
      'SELECT id FROM improvement_action WHERE run_id = $1 ORDER BY due_on, id',
      [runId],
    );
    return this.read(
      this.database,
      rows.map(({ id }) => id),
    );
  }

  private async read(sql: Sql, ids: readonly string[]): Promise<ImprovementAction[]> {
    const { today } = await organisationDay(sql, this.clock);
    const rows = await sql.query<Row>(ACTIONS, [ids, today]);
    return rows.map(({ verifiedRunId, verifiedAt, ...row }) => ({
      ...row,
      createdAt: row.createdAt.toISOString(),
      doneAt: row.doneAt?.toISOString() ?? null,
      verified: verifiedRunId && verifiedAt ? { runId: verifiedRunId, at: verifiedAt.toISOString() } : null,
    }));
  }
}

/** The newest version that still has the objective knows its title. */
const ACTIONS = `
  SELECT a.id, a.what, json_build_object('id', w.id, 'name', w.name) AS owner,
    json_build_object('id', a.scenario_id, 'title', v.title) AS scenario,
    json_build_object('key', a.objective, 'title', v.objective) AS objective,
    a.run_id AS "runId", a.start_on AS "startOn", a.due_on AS "dueOn",
    a.due_on < $2 AND a.status IN ('open', 'in_progress') AS overdue, a.status, a.proof,
    a.created_at AS "createdAt", a.done_at AS "doneAt", a.verified_run_id AS "verifiedRunId",
    a.verified_at AS "verifiedAt"
  FROM unnest($1::uuid[]) WITH ORDINALITY AS wanted (id, ordinal)
  JOIN improvement_action a ON a.id = wanted.id
  JOIN person w ON w.id = a.owner_id
  CROSS JOIN LATERAL (
    SELECT sv.document->'title' AS title, o->'title' AS objective
    FROM scenario_version sv CROSS JOIN LATERAL jsonb_array_elements(sv.document->'objectives') o
    WHERE sv.scenario_id = a.scenario_id AND o->>'key' = a.objective ORDER BY sv.number DESC LIMIT 1) v
  ORDER BY wanted.ordinal`;
