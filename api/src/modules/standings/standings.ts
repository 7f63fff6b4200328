import type { Sql } from '../../platform/database/database.js';

/**
 * Derives the standing of people in courses (all of theirs, or those named) anew from assignments, enrolments and
 * completions. The one definition of progress and of being counted; call it in the transaction that changed any of its
 * sources, or a person's department, tier or status. Repeating it changes nothing.
 *
 * Once completed, a course stays completed, unless it was begun again for an assignment made since: then that one counts.
 */
export async function refreshStandings(
  sql: Sql,
  which: { personIds: readonly string[]; courseIds?: readonly string[] },
): Promise<void> {
  const { personIds, courseIds } = which;
  if (personIds.length === 0) return;
  if (personIds.length === 1 && (courseIds?.length ?? 1) === 1) {
    // One person is the daily case. With plain values each connection plans these statements once and for all.
    const [person, course] = [personIds[0], courseIds?.[0]];
    await sql.prepared('standing_lock', 'SELECT 1 FROM person WHERE id = $1 FOR NO KEY UPDATE', [person]);
    if (course) await sql.prepared('standing_refresh', refresh('= $1', '= $2'), [person, course]);
    else await sql.prepared('standing_refresh_person', refresh('= $1'), [person]);
    return;
  }
  await sql.query(lock('SELECT unnest($1::uuid[])'), [personIds]);
  if (courseIds) await sql.query(refresh('= ANY($1)', '= ANY($2)'), [personIds, courseIds]);
  else await sql.query(refresh('= ANY($1)'), [personIds]);
}

/** The same for everybody whom a rule has reached, in its courses, without naming them. */
export async function refreshStandingsOfRule(sql: Sql, ruleId: string): Promise<void> {
  const people = 'SELECT person_id FROM assignment WHERE rule_id = $1';
  await sql.query(lock(people), [ruleId]);
  await sql.query(refresh(`IN (${people})`, 'IN (SELECT course_id FROM rule_course WHERE rule_id = $1)'), [
    ruleId,
  ]);
}

/**
 * Two transactions may change two sources of one standing. Whoever derives second must see what the first one wrote,
 * so each waits here, before its deriving statement takes its view of the data. Sorted, against deadlocks.
 */
const lock = (people: string): string =>
  `SELECT count(*) FROM (SELECT 1 FROM person WHERE id IN (${people}) ORDER BY id FOR NO KEY UPDATE) locked`;

/**
 * Held by whatever takes something back from people unless it is finished: nobody finishes it between the look and the
 * writing. Whoever finishes waits for the same lock.
 */
export async function lockPeople(sql: Sql, personIds: readonly string[]): Promise<void> {
  if (personIds.length > 0) await sql.query(lock('SELECT unnest($1::uuid[])'), [personIds]);
}

/** The same for everybody whom a rule has reached and who still has something of it. */
export async function lockPeopleOfRule(sql: Sql, ruleId: string): Promise<void> {
  await sql.query(
    lock(`SELECT person_id FROM assignment WHERE rule_id = $1 AND withdrawn_at IS NULL
          UNION SELECT person_id FROM program_assignment WHERE rule_id = $1 AND withdrawn_at IS NULL`),
    [ruleId],
  );
}

/** Whoever is locked has nobody else writing their standings, so a row that is not there can simply be inserted. */
function refresh(people: string, courses?: string): string {
  const those = `person_id ${people}${courses ? ` AND course_id ${courses}` : ''}`;
  return `
  MERGE INTO standing s
  USING (
    SELECT person_id, course_id, p.department_id, p.tier,
           p.status = 'active' AND coalesce(a.open, 0) > 0 AS counted,
           CASE WHEN a.again THEN 'in_progress' WHEN c.completed_at IS NOT NULL THEN 'completed' WHEN e.started_at IS NOT NULL THEN 'in_progress' ELSE 'not_started' END AS progress,
           coalesce(CASE WHEN a.again THEN a.due_again ELSE a.due_on END, 'infinity') AS due_on,
           CASE WHEN NOT coalesce(a.again, false) THEN c.completed_at END AS completed_at
    FROM (
      SELECT person_id, course_id, count(*) FILTER (WHERE withdrawn_at IS NULL) AS open,
             min(due_on) FILTER (WHERE withdrawn_at IS NULL) AS due_on,
             coalesce(bool_or(asks_again), false) AS again, min(due_on) FILTER (WHERE asks_again) AS due_again
      FROM (
        SELECT x.*, x.withdrawn_at IS NULL AND EXISTS (
          SELECT 1 FROM enrolment r WHERE r.person_id = x.person_id AND r.course_id = x.course_id
            AND r.round > 1 AND r.completed_at IS NULL AND r.superseded_at IS NULL AND r.started_at <= x.assigned_at
        ) AS asks_again
        FROM assignment x WHERE ${those}
      ) x GROUP BY 1, 2
    ) a
    FULL JOIN (SELECT person_id, course_id, started_at FROM enrolment WHERE ${those} AND superseded_at IS NULL) e USING (person_id, course_id)
    LEFT JOIN (
      SELECT person_id, course_id, min(completed_at) AS completed_at FROM completion WHERE ${those} GROUP BY 1, 2
    ) c USING (person_id, course_id)
    JOIN person p ON p.id = person_id
    ORDER BY person_id, course_id
  ) d ON s.person_id = d.person_id AND s.course_id = d.course_id
  WHEN MATCHED AND (s.department_id, s.tier, s.counted, s.progress, s.due_on, s.completed_at) IS DISTINCT FROM
                   (d.department_id, d.tier, d.counted, d.progress, d.due_on, d.completed_at)
  THEN UPDATE SET department_id = d.department_id, tier = d.tier, counted = d.counted,
                  progress = d.progress, due_on = d.due_on, completed_at = d.completed_at
  WHEN NOT MATCHED THEN
    INSERT (person_id, course_id, department_id, tier, counted, progress, due_on, completed_at)
    VALUES (d.person_id, d.course_id, d.department_id, d.tier, d.counted, d.progress, d.due_on, d.completed_at)`;
}
