import { Injectable } from '@nestjs/common';
import type { Audience } from '@readyroom/contract';
import type { Tx } from '../../platform/database/database.js';
import { lockPeople, lockPeopleOfRule, programStatus, type OrganisationDay } from '../standings/index.js';
import { conditionsOf, dueDay, fingerprintOf, inStoredAudience } from './audience.sql.js';
import { placing } from './condition.sql.js';
import { outOfLineStatement, reconcileStatement } from './reconcile.sql.js';

export interface NewRule {
  name: string;
  note: string | null;
  courseIds: readonly string[];
  programId: string | null;
  audience: Audience;
  scopeDepartmentId: string | null;
  dueOn: string | null;
  dueAfter: { kind: string; days: number } | null;
  joinersDueDays: number;
  createdBy: string;
}

/** Writes rules and their assignments, a set at a time. */
@Injectable()
export class AudienceRulesRepository {
  async insert(tx: Tx, rule: NewRule, now: Date): Promise<string> {
    const [row] = await tx.query<{ id: string }>(
      `INSERT INTO audience_rule (name, note, everybody, tiers, department_ids, scope_department_id, due_on,
                                  joiners_due_days, created_by, created_at, condition, program_id, due_kind, due_days)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14) RETURNING id`,
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
        rule.audience.condition && JSON.stringify(rule.audience.condition),
        rule.programId,
        rule.dueAfter?.kind ?? 'fixed',
        rule.dueAfter?.days ?? null,
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

  /** Assigns everybody who is in the audience now. Answers whom, and how many. */
  async assign(
    tx: Tx,
    ruleId: string,
    { now, today }: OrganisationDay,
  ): Promise<{ people: number; fingerprint: string }> {
    const values: unknown[] = [ruleId, now, today];
    const audience = inStoredAudience(await conditionsOf(tx, ruleId), placing(values));
    const [row] = await tx.query<{ people: number; fingerprint: string }>(
      `WITH audience AS MATERIALIZED (
         SELECT p.id AS person_id, ${dueDay('$3::date', 'false')} AS due_on
         FROM audience_rule r CROSS JOIN person p JOIN department d ON d.id = p.department_id
         WHERE r.id = $1 AND ${audience}
       ), courses AS (
         INSERT INTO assignment (rule_id, person_id, course_id, due_on, assigned_at)
         SELECT $1, a.person_id, c.course_id, a.due_on, $2
         FROM audience a CROSS JOIN rule_course c WHERE c.rule_id = $1 ORDER BY a.person_id, c.course_id
       ), programs AS (
         INSERT INTO program_assignment (rule_id, person_id, program_id, due_on, assigned_at)
         SELECT $1, a.person_id, r.program_id, a.due_on, $2
         FROM audience a JOIN audience_rule r ON r.id = $1 AND r.program_id IS NOT NULL ORDER BY a.person_id
       )
       SELECT count(*) AS people, ${fingerprintOf('person_id')} AS fingerprint FROM audience`,
      values,
    );
    return row!;
  }

  async describe(tx: Tx, ruleId: string, fields: { name?: string; note?: string | null }): Promise<void> {
    await tx.query(
      `UPDATE audience_rule SET name = coalesce($2, name), note = CASE WHEN $3 THEN $4 ELSE note END WHERE id = $1`,
      [ruleId, fields.name ?? null, fields.note !== undefined, fields.note ?? null],
    );
  }

  /** Whom the rule means from now on, and by when. What follows from it is brought about by the two below. */
  async change(
    tx: Tx,
    ruleId: string,
    {
      audience,
      ...due
    }: { audience: Audience; dueKind: string; dueOn: string | null; dueDays: number | null },
  ): Promise<void> {
    await tx.query(
      `UPDATE audience_rule SET everybody = $2, tiers = $3, department_ids = $4, condition = $5,
         due_kind = $6, due_on = $7, due_days = $8 WHERE id = $1`,
      [
        ruleId,
        audience.everybody,
        [...new Set(audience.tiers)],
        [...new Set(audience.departmentIds)],
        audience.condition && JSON.stringify(audience.condition),
        due.dueKind,
        due.dueOn,
        due.dueDays,
      ],
    );
    await tx.query('DELETE FROM audience_rule_person WHERE rule_id = $1 AND person_id <> ALL($2)', [
      ruleId,
      audience.personIds,
    ]);
    await tx.query(
      `INSERT INTO audience_rule_person (rule_id, person_id) SELECT DISTINCT $1::uuid, unnest($2::uuid[])
       ON CONFLICT DO NOTHING`,
      [ruleId, audience.personIds],
    );
  }

  /** Who is meant now is assigned, who is not any more loses what is not finished. */
  async reassign(tx: Tx, ruleId: string, day: OrganisationDay): Promise<void> {
    const conditions = await conditionsOf(tx, ruleId);
    const found = outOfLineStatement({ ruleId }, day, conditions);
    const out = await tx.query<{ personId: string }>(found.text, found.values);
    await lockPeople(
      tx,
      out.map(({ personId }) => personId),
    );
    const { text, values } = reconcileStatement({ ruleId }, day, conditions);
    await tx.query(text, values);
  }

  /** Works the due days of the rule out anew, for assignments that are neither withdrawn nor finished. */
  async moveDueDays(tx: Tx, ruleId: string, { today, timeZone }: OrganisationDay): Promise<void> {
    const due = dueDay('(a.assigned_at AT TIME ZONE $2)::date', 'a.joined_later');
    await tx.query(
      `UPDATE assignment a SET due_on = ${due}
       FROM audience_rule r, person p, standing s
       WHERE a.rule_id = $1 AND a.withdrawn_at IS NULL AND r.id = a.rule_id AND p.id = a.person_id
         AND s.person_id = a.person_id AND s.course_id = a.course_id AND s.progress <> 'completed'`,
      [ruleId, timeZone],
    );
    // The first time alone is due when the rule says: a renewal has a day of its own.
    await tx.query(
      `UPDATE program_assignment a SET due_on = ${due} FROM audience_rule r, person p
       WHERE a.rule_id = $1 AND a.withdrawn_at IS NULL AND r.id = a.rule_id AND p.id = a.person_id
         AND NOT EXISTS (SELECT 1 FROM program_standing s WHERE s.person_id = a.person_id AND s.program_id = a.program_id
                         AND ${programStatus('s', '$3')} = 'compliant')`,
      [ruleId, timeZone, today],
    );
  }

  /** Ends the rule; finished assignments stay, a valid certification to its end. */
  async withdraw(tx: Tx, ruleId: string, by: string, { now, today }: OrganisationDay): Promise<void> {
    await tx.query('UPDATE audience_rule SET withdrawn_at = $2, withdrawn_by = $3 WHERE id = $1', [
      ruleId,
      now,
      by,
    ]);
    await lockPeopleOfRule(tx, ruleId);
    await tx.query(
      `UPDATE assignment a SET withdrawn_at = $2 FROM standing s
       WHERE a.rule_id = $1 AND a.withdrawn_at IS NULL
         AND s.person_id = a.person_id AND s.course_id = a.course_id AND s.progress <> 'completed'`,
      [ruleId, now],
    );
    await tx.query(
      `UPDATE program_assignment a SET withdrawn_at = $2 FROM program_standing s
       WHERE a.rule_id = $1 AND a.withdrawn_at IS NULL
         AND s.person_id = a.person_id AND s.program_id = a.program_id AND ${programStatus('s', '$3')} <> 'compliant'`,
      [ruleId, now, today],
    );
  }
}
