import { ATTENTION_STATUSES } from '@readyroom/contract';
import { programStatus } from '../standings/index.js';

/** Everybody below $1. A circle of managers ends where it began; the reports of somebody who left are still found. */
export const BELOW = `
  WITH RECURSIVE below(id) AS (
    SELECT id FROM person WHERE manager_id = $1 AND id <> $1
    UNION
    SELECT p.id FROM below b JOIN person p ON p.manager_id = b.id WHERE p.id <> $1
  )`;

const day = (column: string): string => `nullif(nullif(${column}, 'infinity'), '-infinity')`;
const status = programStatus('s', '$2');
const NEEDS = `(${ATTENTION_STATUSES.map((one) => `'${one}'`).join(', ')})`;
const ORDER = ATTENTION_STATUSES.map((one, rank) => `WHEN '${one}' THEN ${rank}`).join(' ');

/** Of the people `p` of `source` on the day $2: what is asked of them, and how urgent the worst of it is. */
export const STANDING_OF = (source: string): string => `
  SELECT p.id, p.name, p.english_name, p.position, d.name AS department, p.manager_id = $1 AS direct,
    coalesce(g.programs, '[]') AS programs, coalesce(c.courses, '[]') AS courses,
    least(g.rank, CASE WHEN c.courses IS NOT NULL THEN 0 END) AS rank,
    coalesce(g.open, false) OR c.courses IS NOT NULL AS remindable,
    least(g.due_on, c.due_on) AS due_on
  FROM ${source} p
  JOIN department d ON d.id = p.department_id
  LEFT JOIN LATERAL (
    SELECT json_agg(json_build_object('id', s.program_id, 'title', v.document->'title', 'status', ${status},
        'dueOn', ${day('s.due_on')}, 'graceUntil', ${day('s.grace_until')}, 'validUntil', ${day('s.valid_until')})
        ORDER BY CASE ${status} ${ORDER} ELSE 9 END, s.due_on, r.slug) AS programs,
      min(CASE ${status} ${ORDER} END) AS rank,
      bool_or(${status} NOT IN ('compliant', 'waived')) AS open,
      min(s.due_on) FILTER (WHERE ${status} IN ${NEEDS}) AS due_on
    FROM program_standing s
    JOIN program r ON r.id = s.program_id JOIN program_version v ON v.id = r.version_id
    WHERE s.person_id = p.id AND s.counted
  ) g ON true
  LEFT JOIN LATERAL (
    SELECT json_agg(json_build_object('id', s.course_id, 'title', v.title, 'dueOn', s.due_on)
        ORDER BY s.due_on, k.position) AS courses, min(s.due_on) AS due_on
    FROM standing s
    JOIN course k ON k.id = s.course_id JOIN course_version v ON v.id = k.published_version_id
    WHERE s.person_id = p.id AND s.counted AND s.progress <> 'completed' AND s.due_on < $2::date
      AND NOT EXISTS (SELECT 1 FROM program_course x JOIN program_standing y ON y.program_id = x.program_id
                      WHERE x.course_id = s.course_id AND y.person_id = p.id AND y.counted)
  ) c ON true
  WHERE p.status = 'active'`;
