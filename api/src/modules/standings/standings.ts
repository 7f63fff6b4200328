import type { Sql } from '../../platform/database/database.js';

/** More people than this are planned anew each time: a plan made for a few would be wrong for thousands. */
const FEW = 20;

/**
 * Derives the standing of people in courses (all of theirs, or those named) anew from assignments, enrolments and
 * completions. The one definition of progress and of being counted; call it in the transaction that changed any of its
 * sources, or a person's department, tier or status. Repeating it changes nothing.
 */
export async function refreshStandings(
  sql: Sql,
  which: { personIds: readonly string[]; courseIds?: readonly string[] },
): Promise<void> {
  const { personIds, courseIds } = which;
  if (personIds.length === 0) return;
  const few = personIds.length <= FEW;
  const run = (name: string, text: string, values: readonly unknown[]) =>
    few ? sql.prepared(name, text, values) : sql.query(text, values);
  await run('standings_lock', lock('SELECT unnest($1::uuid[])'), [personIds]);
  if (courseIds) await run('standings_refresh_some', refresh('= ANY($1)', '= ANY($2)'), [personIds, courseIds]);
  else await run('standings_refresh_all', refresh('= ANY($1)'), [personIds]);
}

/** The same for everybody whom a rule has reached, in its courses, without naming them. */
export async function refreshStandingsOfRule(sql: Sql, ruleId: string): Promise<void> {
  const people = 'SELECT person_id FROM assignment WHERE rule_id = $1';
  await sql.query(lock(people), [ruleId]);
  await sql.query(refresh(`IN (${people})`, 'IN (SELECT course_id FROM audience_rule_course WHERE rule_id = $1)'), [ruleId]);
}

/**
 * Two transactions may change two sources of one standing. Whoever derives second must see what the first one wrote,
 * so each waits here, before its deriving statement takes its view of the data. Sorted, against deadlocks.
 */
const lock = (people: string): string =>
  `SELECT count(*) FROM (SELECT 1 FROM person WHERE id IN (${people}) ORDER BY id FOR NO KEY UPDATE) locked`;

function refresh(people: string, courses?: string): string {
  const those = `person_id ${people}${courses ? ` AND course_id ${courses}` : ''}`;
  return `
  INSERT INTO standing AS s (person_id, course_id, department_id, tier, counted, progress, due_on, completed_at)
  SELECT person_id, course_id, p.department_id, p.tier,
         p.status = 'active' AND coalesce(a.open, 0) > 0,
         CASE WHEN c.completed_at IS NOT NULL THEN 'completed' WHEN e.started_at IS NOT NULL THEN 'in_progress' ELSE 'not_started' END,
         coalesce(a.due_on, 'infinity'),
         c.completed_at
  FROM (
    SELECT person_id, course_id, count(*) FILTER (WHERE withdrawn_at IS NULL) AS open,
           min(due_on) FILTER (WHERE withdrawn_at IS NULL) AS due_on
    FROM assignment WHERE ${those} GROUP BY 1, 2
  ) a
  FULL JOIN (SELECT person_id, course_id, started_at FROM enrolment WHERE ${those}) e USING (person_id, course_id)
  LEFT JOIN (
    SELECT person_id, course_id, min(completed_at) AS completed_at FROM completion WHERE ${those} GROUP BY 1, 2
  ) c USING (person_id, course_id)
  JOIN person p ON p.id = person_id
  ORDER BY person_id, course_id
  ON CONFLICT (person_id, course_id) DO UPDATE SET
    department_id = excluded.department_id, tier = excluded.tier, counted = excluded.counted,
    progress = excluded.progress, due_on = excluded.due_on, completed_at = excluded.completed_at
  WHERE (s.department_id, s.tier, s.counted, s.progress, s.due_on, s.completed_at) IS DISTINCT FROM
    (excluded.department_id, excluded.tier, excluded.counted, excluded.progress, excluded.due_on, excluded.completed_at)`;
}
