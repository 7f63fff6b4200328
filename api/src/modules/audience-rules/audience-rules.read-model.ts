import { Injectable } from '@nestjs/common';
import type { AudienceRule, AudienceRuleList, AudienceRulesQuery } from '@readyroom/contract';
import type { z } from 'zod';
import { Clock } from '../../platform/clock/clock.js';
import { Database, type Sql } from '../../platform/database/database.js';
import { organisationDay } from '../standings/index.js';
import { AudienceRuleNotFound, RuleWithdrawn } from './audience-rules.errors.js';

interface Row extends Omit<AudienceRule, 'createdAt' | 'withdrawnAt'> {
  createdAt: Date;
  withdrawnAt: Date | null;
}

const SORTS = { createdAt: 'r.created_at', dueOn: 'r.due_on' } as const;

/** A scoped actor sees the rules that were made within their sub-tree. `scope` names the parameter. */
const visible = (scope: string): string => `(${scope}::uuid IS NULL OR EXISTS (
  SELECT 1 FROM department sd WHERE sd.id = r.scope_department_id AND sd.lineage @> ARRAY[${scope}::uuid]))`;

/** Rules as the console shows them. */
@Injectable()
export class AudienceRulesReadModel {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async list(
    query: z.infer<typeof AudienceRulesQuery>,
    scope: string | null,
  ): Promise<z.infer<typeof AudienceRuleList>> {
    const where = `${visible('$1')}
      AND ($2::uuid IS NULL OR EXISTS (SELECT 1 FROM rule_course c WHERE c.rule_id = r.id AND c.course_id = $2))
      AND ($3::text IS NULL OR (r.withdrawn_at IS NULL) = ($3 = 'live'))
      AND ($4::text IS NULL OR r.name ILIKE '%' || $4 || '%' OR r.note ILIKE '%' || $4 || '%')
      AND ($5::uuid IS NULL OR r.program_id = $5) AND ($6::uuid IS NULL OR r.created_by = $6)`;
    const values = [
      scope,
      query.courseId ?? null,
      query.state ?? null,
      query.q?.replace(/[\\%_]/g, '\\$&') || null,
      query.programId ?? null,
      query.createdById ?? null,
    ];
    const [count] = await this.database.query<{ total: number }>(
      `SELECT count(*) AS total FROM audience_rule r WHERE ${where}`,
      values,
    );
    const page = await this.database.query<{ id: string }>(
      `SELECT r.id FROM audience_rule r WHERE ${where}
       ORDER BY ${SORTS[query.sort]} ${query.order} NULLS LAST, r.id ${query.order} LIMIT $7 OFFSET $8`,
      [...values, query.perPage, (query.page - 1) * query.perPage],
    );
    return {
      items: await this.read(
        this.database,
        page.map((row) => row.id),
        scope,
      ),
      total: count!.total,
    };
  }

  async get(sql: Sql, id: string, scope: string | null): Promise<AudienceRule> {
    const found = await sql.query(`SELECT 1 FROM audience_rule r WHERE r.id = $2 AND ${visible('$1')}`, [
      scope,
      id,
    ]);
    const [rule] = found.length > 0 ? await this.read(sql, [id], scope) : [];
    if (!rule) throw new AudienceRuleNotFound();
    return rule;
  }

  /** Refuses a rule that this actor may not change, and a withdrawn one. */
  async changeable(sql: Sql, id: string, scope: string | null): Promise<void> {
    const [row] = await sql.query<{ withdrawn: boolean }>(
      `SELECT r.withdrawn_at IS NOT NULL AS withdrawn FROM audience_rule r WHERE r.id = $2 AND ${visible('$1')}`,
      [scope, id],
    );
    if (!row) throw new AudienceRuleNotFound();
    if (row.withdrawn) throw new RuleWithdrawn();
  }

  private async read(sql: Sql, ids: readonly string[], scope: string | null): Promise<AudienceRule[]> {
    const { today } = await organisationDay(sql, this.clock);
    const rows = await sql.query<Row>(RULES, [ids, today, scope]);
    return rows.map((row) => ({
      ...row,
      createdAt: row.createdAt.toISOString(),
      withdrawnAt: row.withdrawnAt?.toISOString() ?? null,
    }));
  }
}

/** People and departments that have moved out of the reader's sub-tree are not told of, nor counted. */
const SEEN = '($3::uuid IS NULL OR d.lineage @> ARRAY[$3::uuid])';

const RULES = `
  SELECT r.id, r.name, r.note, r.due_on AS "dueOn",
         CASE WHEN r.due_days IS NOT NULL THEN json_build_object('kind', r.due_kind, 'days', r.due_days) END AS "dueAfter",
         (SELECT json_build_object('id', g.id, 'title', gv.document->'title') FROM program g JOIN program_version gv ON gv.id = g.version_id
          WHERE g.id = r.program_id) AS program, r.joiners_due_days AS "joinersDueDays",
         r.created_at AS "createdAt", r.withdrawn_at AS "withdrawnAt",
         json_build_object('id', author.id, 'name', author.name) AS "createdBy",
         (SELECT coalesce(json_agg(json_build_object('id', c.id, 'title', v.title) ORDER BY rc.position), '[]')
          FROM audience_rule_course rc JOIN course c ON c.id = rc.course_id
          JOIN course_version v ON v.id = c.published_version_id WHERE rc.rule_id = r.id) AS courses,
         json_build_object(
           'everybody', r.everybody, 'condition', r.condition, 'tiers', r.tiers, 'departmentIds', r.department_ids,
           'personIds', (SELECT coalesce(json_agg(p.id ORDER BY p.id), '[]')
                         FROM audience_rule_person n JOIN person p ON p.id = n.person_id
                         JOIN department d ON d.id = p.department_id WHERE n.rule_id = r.id AND ${SEEN}),
           'departments', (SELECT coalesce(json_agg(json_build_object('id', d.id, 'path', d.path) ORDER BY d.path), '[]')
                           FROM department d WHERE d.id = ANY(r.department_ids) AND ${SEEN}),
           'people', (SELECT coalesce(json_agg(json_build_object('id', f.id, 'name', f.name, 'employeeNo', f.employee_no)
                                               ORDER BY f.name, f.id), '[]')
                      FROM (SELECT p.id, p.name, p.employee_no FROM audience_rule_person n JOIN person p ON p.id = n.person_id
                            JOIN department d ON d.id = p.department_id
                            WHERE n.rule_id = r.id AND ${SEEN} ORDER BY p.name, p.id LIMIT 50) f)) AS audience,
         n.people, n.assigned, n.completed, n.overdue
  FROM unnest($1::uuid[]) WITH ORDINALITY AS wanted(id, ordinal)
  JOIN audience_rule r ON r.id = wanted.id
  JOIN person author ON author.id = r.created_by
  CROSS JOIN LATERAL (
    SELECT count(DISTINCT a.person_id) AS people, count(*) AS assigned,
           count(*) FILTER (WHERE s.progress = 'completed') AS completed,
           count(*) FILTER (WHERE s.due_on < $2 AND s.progress <> 'completed') AS overdue
    FROM assignment a JOIN standing s ON s.person_id = a.person_id AND s.course_id = a.course_id
    JOIN department d ON d.id = s.department_id
    WHERE a.rule_id = r.id AND a.withdrawn_at IS NULL AND s.counted AND ${SEEN}
  ) n
  ORDER BY wanted.ordinal`;
