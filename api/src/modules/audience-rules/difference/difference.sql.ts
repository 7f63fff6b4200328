import { programStatus, type OrganisationDay } from '../../standings/index.js';
import { dueDay, inGivenAudience } from '../audience.sql.js';
import { placing } from '../condition.sql.js';
import type { PlannedRule } from './planned-rule.js';

/**
 * Common tables of what a planned rule would do: `meant` (who it means then), and `person_of_rule` (each who is touched, with
 * the group, the due days, and whether anything changes in what they have to do). The same definitions as the statements
 * that write: the audience, the due day, and what counts as finished. A test writes what was planned and compares.
 */
export function differenceOf(
  rule: PlannedRule,
  { now, today, timeZone }: OrganisationDay,
): { tables: string; values: unknown[] } {
  const { audience } = rule;
  const values: unknown[] = [
    rule.ruleId,
    audience?.everybody ?? false,
    audience?.tiers ?? [],
    audience?.departmentIds ?? [],
    audience?.personIds ?? [],
    rule.scopeDepartmentId,
    rule.dueKind,
    rule.dueOn,
    rule.dueDays,
    rule.joinersDueDays,
    rule.courseIds,
    rule.programId,
    today,
    timeZone,
    now,
    rule.movesDue,
  ];
  const place = placing(values);
  const meant = audience ? inGivenAudience(audience.condition, place) : 'false';
  const tables = `
  r AS NOT MATERIALIZED (
    SELECT $1::uuid AS id, $2::boolean AS everybody, $3::tier[] AS tiers, $4::uuid[] AS department_ids, $5::uuid[] AS person_ids,
      $6::uuid AS scope_department_id, $7::text AS due_kind, $8::date AS due_on, $9::int AS due_days, $10::int AS joiners_due_days,
      $16::boolean AS moves_due, $15::timestamptz AS now, $14::text AS time_zone, $13::date AS today
  ), thing AS MATERIALIZED (
    SELECT course_id AS id, bool_or(open) AS open, false AS is_program FROM (
      SELECT unnest($11::uuid[]) AS course_id, true AS open
      UNION ALL SELECT c.course_id, g.archived_at IS NULL FROM program g JOIN program_course c ON c.program_id = g.id
      WHERE g.id = $12::uuid AND c.path = 'full' AND c.required
    ) c GROUP BY course_id
    UNION ALL SELECT id, archived_at IS NULL, true FROM program WHERE id = $12
  ), meant AS MATERIALIZED (
    SELECT p.id FROM person p JOIN department d ON d.id = p.department_id CROSS JOIN r WHERE ${meant}
  ), ${rule.ruleId === null ? MAKE : CHANGE}`;
  return { tables, values };
}

/** Of a thing that a person has in any case: through another rule, or because it is finished. */
const has = (person: string): string => `(
  SELECT s.person_id, count(*) AS n FROM (
    SELECT person_id FROM standing WHERE (counted OR progress = 'completed') AND course_id = ANY(ARRAY(SELECT id FROM thing WHERE NOT is_program))
    UNION ALL SELECT person_id FROM program_standing WHERE counted AND program_id = ANY(ARRAY(SELECT id FROM thing WHERE is_program))
  ) s GROUP BY 1) ${person}`;

/** Nobody has anything through a rule that is not there. */
const MAKE = `person_of_rule AS MATERIALIZED (
    SELECT p.id, 'gains' AS "group", ${dueDay('$13::date', 'false')} AS due_on, NULL::date AS due_before,
           coalesce(h.n, 0) = (SELECT count(*) FROM thing) AS elsewhere
    FROM meant m JOIN person p ON p.id = m.id CROSS JOIN r LEFT JOIN ${has('h')} ON h.person_id = m.id
  )`;

const had = (kind: { table: string; what: string; finished: string }): string => `
  SELECT a.person_id, a.${kind.what} AS thing_id, a.due_on, a.joined_later, (a.assigned_at AT TIME ZONE $14)::date AS assigned_on,
         a.withdrawn_at IS NULL AS open, (a.withdrawn_at AT TIME ZONE $14)::date = $13::date AS left_today, ${kind.finished} AS finished
  FROM ${kind.table} a WHERE a.rule_id = $1 AND (a.withdrawn_at IS NULL OR (a.withdrawn_at AT TIME ZONE $14)::date = $13::date)`;

const CHANGE = `had AS MATERIALIZED (${had({
  table: 'assignment',
  what: 'course_id',
  finished: `EXISTS (SELECT 1 FROM standing f WHERE f.person_id = a.person_id AND f.course_id = a.course_id AND f.progress = 'completed')`,
})} UNION ALL ${had({
  table: 'program_assignment',
  what: 'program_id',
  finished: `EXISTS (SELECT 1 FROM program_standing f WHERE f.person_id = a.person_id AND f.program_id = a.program_id
    AND ${programStatus('f', '$13')} = 'compliant')`,
})}
  ), state AS MATERIALIZED (
    SELECT x.person_id, x.thing_id,
      CASE WHEN x.wanted AND x.open THEN CASE WHEN due.day IS DISTINCT FROM x.due_on THEN 2 ELSE 3 END
           WHEN x.wanted AND (x.thing_open OR x.left_today) THEN 1
           WHEN x.open THEN CASE WHEN x.finished THEN 5 ELSE 4 END END AS rank,
      CASE WHEN x.wanted THEN due.day WHEN x.finished THEN x.due_on END AS due_on,
      CASE WHEN x.open THEN x.due_on END AS due_before
    FROM (
      SELECT person_id, thing_id, w.person_id IS NOT NULL AS wanted, coalesce(w.open, false) AS thing_open,
             coalesce(h.open, false) AS open, coalesce(h.left_today, false) AS left_today, coalesce(h.finished, false) AS finished,
             h.due_on, h.joined_later, h.assigned_on
      FROM (SELECT m.id AS person_id, t.id AS thing_id, t.open FROM meant m CROSS JOIN thing t) w
      FULL JOIN had h USING (person_id, thing_id)
    ) x JOIN person p ON p.id = x.person_id CROSS JOIN r
    CROSS JOIN LATERAL (SELECT x.open OR x.left_today AS stayed) s
    CROSS JOIN LATERAL (
      SELECT CASE WHEN s.stayed THEN x.joined_later ELSE true END AS joined_later,
             CASE WHEN s.stayed THEN x.assigned_on ELSE $13::date END AS assigned_on
    ) k
    CROSS JOIN LATERAL (SELECT CASE WHEN x.open AND (NOT r.moves_due OR x.finished) THEN x.due_on
      ELSE ${dueDay('k.assigned_on', 'k.joined_later')} END AS day) due
  ), person_of_rule AS MATERIALIZED (
    SELECT s.person_id AS id, (ARRAY['gains', 'due_moves', 'keeps', 'ends', 'stays'])[min(s.rank)] AS "group",
      min(s.due_on) AS due_on, min(s.due_before) AS due_before,
      CASE min(s.rank)
        WHEN 1 THEN bool_and(coalesce(h.n, 0) = (SELECT count(*) FROM thing))
        WHEN 4 THEN bool_and(s.rank <> 4
          OR EXISTS (SELECT 1 FROM assignment a WHERE a.person_id = s.person_id AND a.course_id = s.thing_id AND a.rule_id <> $1 AND a.withdrawn_at IS NULL)
          OR EXISTS (SELECT 1 FROM program_assignment a WHERE a.person_id = s.person_id AND a.program_id = s.thing_id AND a.rule_id <> $1
                     AND a.withdrawn_at IS NULL))
        ELSE false END AS elsewhere
    FROM state s LEFT JOIN ${has('h')} ON s.rank = 1 AND h.person_id = s.person_id
    WHERE s.rank IS NOT NULL GROUP BY s.person_id
  )`;

/** Who is in which group with which due day: equal when, and only when, the differences are. */
export const DIFFERENCE_FINGERPRINT = `coalesce(encode(sha256(convert_to(
  string_agg(x.id || x."group" || coalesce(x.due_on::text, '-'), ',' ORDER BY x.id), 'UTF8')), 'hex'), 'nobody')`;
