import type { Sql } from '../../platform/database/database.js';
import type { OrganisationDay } from './organisation-day.js';

/** Far enough for a calendar, and every column of days stays without nulls. */
const NEVER = "'-infinity'::date";
const ALWAYS = "'infinity'::date";

/** The facts of program_standing `s` in the order of the SQL functions about them. */
const FACTS = (s: string): string =>
  ['in_progress', 'due_on', 'grace_until', 'valid_until', 'renewal_on', 'waived_until', 'revoked']
    .map((fact) => `${s}.${fact}`)
    .join(', ');

/** Status of program_standing `s` on the day `today`. The one way to read it: what is stored may be of an earlier day. */
export const programStatus = (s: string, today: string): string =>
  `program_status(${FACTS(s)}, ${today}::date)`;

/**
 * Derives where people stand in programs (all of theirs, or those named) anew from assignments, periods, waivers and
 * what they have begun. Call it in the transaction that changed any of these, or a person's department, tier or status.
 * Repeating it changes nothing.
 */
export async function refreshProgramStandings(
  sql: Sql,
  day: OrganisationDay,
  which: { personIds: readonly string[]; programIds?: readonly string[] },
): Promise<void> {
  if (which.personIds.length === 0) return;
  const those = `person_id = ANY($3) ${which.programIds ? 'AND program_id = ANY($4)' : ''}`;
  await sql.query(refresh(those), [
    day.today,
    day.timeZone,
    which.personIds,
    ...(which.programIds ? [which.programIds] : []),
  ]);
}

/** The same for everybody whom a rule has reached, in its program, without naming them. */
export async function refreshProgramStandingsOfRule(
  sql: Sql,
  day: OrganisationDay,
  ruleId: string,
): Promise<void> {
  await sql.query(
    refresh(`program_id = (SELECT program_id FROM audience_rule WHERE id = $3)
             AND person_id IN (SELECT person_id FROM program_assignment WHERE rule_id = $3)`),
    [day.today, day.timeZone, ruleId],
  );
}

/** Writes down the status of those whose day has come; nothing that is read changes by it. Returns how many. */
export async function turnProgramStandings(
  sql: Sql,
  { today }: OrganisationDay,
  limit: number,
): Promise<number> {
  const rows = await sql.query(
    `UPDATE program_standing s
     SET status = ${programStatus('s', '$1')}, changes_on = program_status_changes_on(${FACTS('s')}, $1::date)
     FROM (SELECT person_id, program_id FROM program_standing WHERE counted AND changes_on <= $1::date
           ORDER BY person_id, program_id LIMIT $2 FOR UPDATE SKIP LOCKED) due
     WHERE s.person_id = due.person_id AND s.program_id = due.program_id RETURNING 1`,
    [today, limit],
  );
  return rows.length;
}

/**
 * `a` says who is or was assigned, `h` the newest period that was completed, `o` the one that is open. Without an open
 * one the first is meant, which is due when the assignment says; a renewal is due on the last valid day. Whoever was not
 * here when it was due (rehired, or back in the audience) has as long as the new assignment says.
 */
function refresh(those: string): string {
  return `
  MERGE INTO program_standing s
  USING (
    SELECT f.*, program_status(${FACTS('f')}, $1::date) AS status, program_status_changes_on(${FACTS('f')}, $1::date) AS changes_on
    FROM (
      SELECT a.person_id, a.program_id, p.department_id, p.tier,
             p.status = 'active' AND a.open > 0 AS counted,
             asked.due_on, asked.due_on + CASE WHEN asked.due_on = ${ALWAYS} THEN 0 ELSE grace.days END AS grace_until,
             CASE WHEN h.revoked_at IS NULL THEN coalesce(h.valid_until, ${NEVER}) ELSE ${NEVER} END AS valid_until,
             CASE WHEN h.id IS NULL OR h.revoked_at IS NOT NULL THEN ${ALWAYS} ELSE coalesce(o.opens_on, ${ALWAYS}) END AS renewal_on,
             coalesce(w.waived_until, ${NEVER}) AS waived_until,
             h.revoked_at IS NOT NULL AS revoked,
             EXISTS (
               SELECT 1 FROM program_course c
               JOIN enrolment e ON e.course_id = c.course_id AND e.person_id = a.person_id
               WHERE c.program_id = a.program_id
                 AND (o.id IS NULL AND h.id IS NULL
                      OR o.id IS NOT NULL AND (e.last_activity_at AT TIME ZONE $2)::date >= o.opens_on)
             ) AS in_progress
      FROM (
        SELECT person_id, program_id, count(*) FILTER (WHERE withdrawn_at IS NULL) AS open,
               min(due_on) FILTER (WHERE withdrawn_at IS NULL) AS due_on,
               (min(assigned_at) FILTER (WHERE withdrawn_at IS NULL) AT TIME ZONE $2)::date AS since
        FROM program_assignment WHERE ${those} GROUP BY 1, 2
      ) a
      JOIN person p ON p.id = a.person_id
      JOIN program g ON g.id = a.program_id
      JOIN program_version v ON v.id = g.version_id
      CROSS JOIN LATERAL (SELECT (v.document->'renewal'->>'graceDays')::int AS days) grace
      LEFT JOIN certification_period o
        ON o.person_id = a.person_id AND o.program_id = a.program_id AND o.completed_at IS NULL
      LEFT JOIN LATERAL (
        SELECT * FROM certification_period h
        WHERE h.person_id = a.person_id AND h.program_id = a.program_id AND h.completed_at IS NOT NULL
        ORDER BY number DESC LIMIT 1
      ) h ON true
      LEFT JOIN LATERAL (
        SELECT max(until) FILTER (WHERE kind = 'waiver') AS waived_until,
               max(until) FILTER (WHERE kind = 'extension' AND period = coalesce(o.number, h.number + 1, 1)) AS extended_to
        FROM waiver w WHERE w.person_id = a.person_id AND w.program_id = a.program_id AND w.ended_at IS NULL
      ) w ON true
      CROSS JOIN LATERAL (
        SELECT greatest(coalesce(CASE WHEN h.id IS NULL OR o.due_on < a.since THEN a.due_on ELSE o.due_on END, ${ALWAYS}), w.extended_to) AS due_on
      ) asked
      ORDER BY 1, 2
    ) f
  ) d ON s.person_id = d.person_id AND s.program_id = d.program_id
  WHEN MATCHED AND (s.department_id, s.tier, s.counted, ${FACTS('s')}, s.status, s.changes_on) IS DISTINCT FROM
                   (d.department_id, d.tier, d.counted, ${FACTS('d')}, d.status, d.changes_on)
  THEN UPDATE SET department_id = d.department_id, tier = d.tier, counted = d.counted, in_progress = d.in_progress,
    due_on = d.due_on, grace_until = d.grace_until, valid_until = d.valid_until, renewal_on = d.renewal_on,
    waived_until = d.waived_until, revoked = d.revoked, status = d.status, changes_on = d.changes_on
  WHEN NOT MATCHED THEN
    INSERT (person_id, program_id, department_id, tier, counted, in_progress, due_on, grace_until, valid_until, renewal_on,
            waived_until, revoked, status, changes_on)
    VALUES (d.person_id, d.program_id, d.department_id, d.tier, d.counted, ${FACTS('d')}, d.status, d.changes_on)`;
}
