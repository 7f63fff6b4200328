import type { FollowUp } from '@readyroom/contract';
import type { Sql } from '../../../platform/database/database.js';

/** Who held the seats, and what the course already is to them. */
export const PEOPLE = `
  SELECT p.id AS "personId",
    CASE WHEN c.last > $4 THEN 'completed_since'
         WHEN c.last IS NOT NULL THEN 'assigned_again'
         WHEN s.counted OR s.progress = 'in_progress' THEN 'already_open'
         ELSE 'assigned' END AS outcome,
    (w.scope_department_id IS NULL OR d.lineage @> ARRAY[w.scope_department_id]) AS reached
  FROM person p
  JOIN department d ON d.id = p.department_id
  JOIN person w ON w.id = $5
  LEFT JOIN standing s ON s.person_id = p.id AND s.course_id = $3
  CROSS JOIN LATERAL (SELECT max(completed_at) AS last FROM completion WHERE person_id = p.id AND course_id = $3) c
  WHERE p.status = 'active'
    AND p.id IN (SELECT person_id FROM drill_holder WHERE run_id = $1 AND seat = ANY($2))
  ORDER BY p.id`;

interface Row extends Omit<FollowUp, 'createdAt' | 'undoneAt'> {
  createdAt: Date;
  undoneAt: Date | null;
}

export async function readFollowUps(
  sql: Sql,
  which: { runId: string } | { id: string },
): Promise<FollowUp[]> {
  const [column, value] = 'runId' in which ? ['f.run_id', which.runId] : ['f.id', which.id];
  const rows = await sql.query<Row>(
    `SELECT f.id, json_build_object('id', c.id, 'title', v.title) AS course,
       (SELECT json_agg(json_build_object('key', o->>'key', 'final', o->>'final', 'title',
          (SELECT d->'title' FROM jsonb_array_elements(sv.document->'objectives') d WHERE d->>'key' = o->>'key')))
        FROM jsonb_array_elements(f.objectives) o) AS objectives,
       (SELECT json_agg(json_build_object('id', p.id, 'name', p.name, 'outcome', fp.outcome) ORDER BY p.name, p.id)
        FROM drill_follow_up_person fp JOIN person p ON p.id = fp.person_id
        WHERE fp.run_id = f.run_id AND fp.course_id = f.course_id) AS people,
       f.rule_id AS "ruleId", f.due_on AS "dueOn", f.created_at AS "createdAt", f.undone_at AS "undoneAt"
     FROM drill_follow_up f
     JOIN drill_run r ON r.id = f.run_id JOIN scenario_version sv ON sv.id = r.scenario_version_id
     JOIN course c ON c.id = f.course_id JOIN course_version v ON v.id = c.published_version_id
     WHERE ${column} = $1 ORDER BY f.created_at, f.id`,
    [value],
  );
  return rows.map((row) => ({
    ...row,
    createdAt: row.createdAt.toISOString(),
    undoneAt: row.undoneAt?.toISOString() ?? null,
  }));
}
