import { Injectable } from '@nestjs/common';
import type { Audience } from '@readyroom/contract';
import type { Tx } from '../../platform/database/database.js';
import type { OrganisationDay } from '../standings/index.js';
import { fingerprintOf, IN_STORED_AUDIENCE, joinerDue } from './audience.sql.js';

export interface NewRule {
  name: string;
  note: string | null;
  courseIds: readonly string[];
  audience: Audience;
  scopeDepartmentId: string | null;
  dueOn: string | null;
  joinersDueDays: number;
  createdBy: string;
}

/** Writes rules and their assignments, a set at a time. */
@Injectable()
export class AudienceRulesRepository {
  async insert(tx: Tx, rule: NewRule, now: Date): Promise<string> {
    const [row] = await tx.query<{ id: string }>(
      `INSERT INTO audience_rule (name, note, everybody, tiers, department_ids, scope_department_id, due_on,
                                  joiners_due_days, created_by, created_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) RETURNING id`,
      [
        rule.name,
        rule.note,
        rule.audience.everybody,
        [...new Set(rule.audience.tiers)],
        [...new Set(rule.audience.departmentIds)],
        rule.scopeDepartmentId,
        rule.dueOn,
        rule.joinersDueDays,
        rule.createdBy,
        now,
      ],
    );
    const id = row!.id;
    await tx.query(
      `INSERT INTO audience_rule_course (rule_id, course_id, position)
       SELECT $1, id, min(n) FROM unnest($2::uuid[]) WITH ORDINALITY AS c(id, n) GROUP BY id`,
      [id, rule.courseIds],
    );
    await tx.query(
      'INSERT INTO audience_rule_person (rule_id, person_id) SELECT DISTINCT $1::uuid, unnest($2::uuid[])',
      [id, rule.audience.personIds],
    );
    return id;
  }

  /** Assigns everybody who is in the audience now. */
  async assign(tx: Tx, ruleId: string, now: Date): Promise<void> {
    await tx.query(
      `INSERT INTO assignment (rule_id, person_id, course_id, due_on, assigned_at)
       SELECT r.id, p.id, c.course_id, r.due_on, $2
       FROM audience_rule r
       JOIN audience_rule_course c ON c.rule_id = r.id
       CROSS JOIN person p JOIN department d ON d.id = p.department_id
       WHERE r.id = $1 AND ${IN_STORED_AUDIENCE}
       ORDER BY p.id, c.course_id`,
      [ruleId, now],
    );
  }

  /** Who has just been assigned. */
  async reached(tx: Tx, ruleId: string): Promise<{ people: number; fingerprint: string }> {
    const [row] = await tx.query<{ people: number; fingerprint: string }>(
      `SELECT count(*) AS people, ${fingerprintOf('person_id')} AS fingerprint FROM assignment
       WHERE rule_id = $1 AND course_id = (SELECT course_id FROM audience_rule_course WHERE rule_id = $1 LIMIT 1)`,
      [ruleId],
    );
    return row!;
  }

  async describe(tx: Tx, ruleId: string, fields: { name?: string; note?: string | null }): Promise<void> {
    await tx.query(
      `UPDATE audience_rule SET name = coalesce($2, name), note = CASE WHEN $3 THEN $4 ELSE note END WHERE id = $1`,
      [ruleId, fields.name ?? null, fields.note !== undefined, fields.note ?? null],
    );
  }

  /** Moves the due day of the rule and of its assignments that are neither withdrawn nor completed. */
  async moveDueDay(
    tx: Tx,
    ruleId: string,
    dueOn: string | null,
    { timeZone }: OrganisationDay,
  ): Promise<void> {
    await tx.query('UPDATE audience_rule SET due_on = $2 WHERE id = $1', [ruleId, dueOn]);
    await tx.query(
      `UPDATE assignment a
       SET due_on = CASE WHEN a.joined_later
         THEN ${joinerDue('r.due_on', '(a.assigned_at AT TIME ZONE $2)::date', 'r.joiners_due_days')}
         ELSE r.due_on END
       FROM audience_rule r, standing s
       WHERE a.rule_id = $1 AND a.withdrawn_at IS NULL AND r.id = a.rule_id
         AND s.person_id = a.person_id AND s.course_id = a.course_id AND s.progress <> 'completed'`,
      [ruleId, timeZone],
    );
  }

  /** Ends the rule; finished assignments stay. */
  async withdraw(tx: Tx, ruleId: string, by: string, now: Date): Promise<void> {
    await tx.query('UPDATE audience_rule SET withdrawn_at = $2, withdrawn_by = $3 WHERE id = $1', [
      ruleId,
      now,
      by,
    ]);
    await tx.query(
      `UPDATE assignment a SET withdrawn_at = $2 FROM standing s
       WHERE a.rule_id = $1 AND a.withdrawn_at IS NULL
         AND s.person_id = a.person_id AND s.course_id = a.course_id AND s.progress <> 'completed'`,
      [ruleId, now],
    );
  }
}
