import type { Sql } from '../../platform/database/database.js';

/**
 * Derives the standing of people in courses anew from assignments, enrolments and completions. The one definition of
 * progress and of being counted; call it in the transaction that changed any of its sources. Give people, courses or
 * both. Repeating it changes nothing.
 */
export async function refreshStandings(
  sql: Sql,
  which: { personIds?: readonly string[]; courseIds?: readonly string[] },
): Promise<void> {
  if (!which.personIds && !which.courseIds) throw new Error('Name people or courses');
  await sql.prepared('standings_refresh', REFRESH, [which.personIds ?? null, which.courseIds ?? null]);
}

const REFRESH = `
  INSERT INTO standing AS s (person_id, course_id, department_id, tier, counted, progress, due_on, completed_at)
  SELECT k.person_id, k.course_id, p.department_id, p.tier,
         p.status = 'active' AND a.open > 0,
         CASE WHEN c.completed_at IS NOT NULL THEN 'completed' WHEN e.id IS NOT NULL THEN 'in_progress' ELSE 'not_started' END,
         coalesce(a.due_on, 'infinity'),
         c.completed_at
  FROM (
    SELECT person_id, course_id FROM assignment
    WHERE ($1::uuid[] IS NULL OR person_id = ANY($1)) AND ($2::uuid[] IS NULL OR course_id = ANY($2))
    UNION
    SELECT person_id, course_id FROM enrolment
    WHERE ($1::uuid[] IS NULL OR person_id = ANY($1)) AND ($2::uuid[] IS NULL OR course_id = ANY($2))
  ) k
  JOIN person p ON p.id = k.person_id
  CROSS JOIN LATERAL (
    SELECT count(*) AS open, min(due_on) AS due_on FROM assignment
    WHERE person_id = k.person_id AND course_id = k.course_id AND withdrawn_at IS NULL
  ) a
  LEFT JOIN enrolment e ON e.person_id = k.person_id AND e.course_id = k.course_id
  LEFT JOIN LATERAL (
    SELECT min(completed_at) AS completed_at FROM completion
    WHERE person_id = k.person_id AND course_id = k.course_id
  ) c ON true
  ORDER BY k.person_id, k.course_id
  ON CONFLICT (person_id, course_id) DO UPDATE SET
    department_id = excluded.department_id, tier = excluded.tier, counted = excluded.counted,
    progress = excluded.progress, due_on = excluded.due_on, completed_at = excluded.completed_at
  WHERE (s.department_id, s.tier, s.counted, s.progress, s.due_on, s.completed_at) IS DISTINCT FROM
    (excluded.department_id, excluded.tier, excluded.counted, excluded.progress, excluded.due_on, excluded.completed_at)`;
