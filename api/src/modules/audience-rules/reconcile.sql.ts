import { dueDay, inStoredAudience, type StoredCondition } from './audience.sql.js';
import { placing } from './condition.sql.js';
import { programStatus, type OrganisationDay } from '../standings/index.js';

/** Courses and programs are assigned alike; only the table, and what counts as finished, differ. */
const JOIN_AND_LEAVE = (kind: {
  name: string;
  table: string;
  what: string;
  /** `open` = assigned to somebody new too: an archived program stays with those who have it. */
  wanted: string;
  finished: string;
  whose: string;
}): string => {
  const { name, table, what, wanted, finished, whose } = kind;
  const same = `a.rule_id = w.rule_id AND a.person_id = w.person_id AND a.${what} = w.${what}`;
  return `
  ${name}_wanted AS (${wanted}),
  ${name}_joined AS (
    INSERT INTO ${table} (rule_id, person_id, ${what}, due_on, joined_later, assigned_at)
    SELECT r.id, p.id, w.${what}, ${dueDay('k.assigned_on', 'k.joined_later')}, k.joined_later, k.assigned_at
    FROM ${name}_wanted w JOIN audience_rule r ON r.id = w.rule_id JOIN person p ON p.id = w.person_id
    LEFT JOIN ${table} a ON ${same}
    CROSS JOIN LATERAL (SELECT coalesce((a.withdrawn_at AT TIME ZONE $4)::date = $3::date, false) AS stayed) s
    CROSS JOIN LATERAL (
      SELECT NOT s.stayed OR a.joined_later AS joined_later, CASE WHEN s.stayed THEN a.assigned_at ELSE $2::timestamptz END AS assigned_at,
             CASE WHEN s.stayed THEN (a.assigned_at AT TIME ZONE $4)::date ELSE $3::date END AS assigned_on
    ) k
    WHERE (a.person_id IS NULL OR a.withdrawn_at IS NOT NULL) AND (w.open OR s.stayed)
    ON CONFLICT (rule_id, person_id${table === 'assignment' ? ', course_id' : ''}) DO UPDATE SET ${what} = excluded.${what},
      withdrawn_at = NULL, due_on = excluded.due_on, joined_later = excluded.joined_later, assigned_at = excluded.assigned_at
    RETURNING person_id
  ), ${name}_moved AS (
    UPDATE ${table} a SET due_on = n.due_on
    FROM (
      SELECT w.rule_id, w.person_id, w.${what}, ${dueDay('(a.assigned_at AT TIME ZONE $4)::date', 'a.joined_later')} AS due_on
      FROM ${name}_wanted w JOIN audience_rule r ON r.id = w.rule_id AND r.due_kind <> 'fixed'
      JOIN person p ON p.id = w.person_id JOIN ${table} a ON ${same} AND a.withdrawn_at IS NULL
    ) n
    WHERE a.rule_id = n.rule_id AND a.person_id = n.person_id AND a.${what} = n.${what}
      AND a.due_on IS DISTINCT FROM n.due_on AND NOT ${finished}
    RETURNING a.person_id
  ), ${name}_gone AS (
    UPDATE ${table} a SET withdrawn_at = $2
    WHERE ${whose} AND a.withdrawn_at IS NULL AND NOT ${finished}
      AND NOT EXISTS (SELECT 1 FROM ${name}_wanted w WHERE ${same})
    RETURNING a.person_id
  )`;
};

const COURSE_FINISHED = `EXISTS (SELECT 1 FROM standing f
  WHERE f.person_id = a.person_id AND f.course_id = a.course_id AND f.progress = 'completed')`;
/** A valid certification is kept to its end; it is not renewed for somebody of whom it is not asked any more. */
const PROGRAM_FINISHED = `EXISTS (SELECT 1 FROM program_standing f
  WHERE f.person_id = a.person_id AND f.program_id = a.program_id AND ${programStatus('f', '$3')} = 'compliant')`;

/**
 * Brings the assignments of people ($1), or all of one rule, into line with the live rules, from how things are now: in which order, how late
 * or how often it is asked makes no difference. Who left an audience and came back on the same day has never been away; on
 * a later day they join anew. Answers each person for whom something changed, and whether a program was new to them.
 */
export function reconcileStatement(
  whom: readonly string[] | { ruleId: string },
  { now, today, timeZone }: OrganisationDay,
  conditions: readonly StoredCondition[],
): { text: string; values: unknown[] } {
  const ofRule = 'ruleId' in whom;
  const values: unknown[] = [ofRule ? whom.ruleId : whom, now, today, timeZone];
  const whose = ofRule ? 'a.rule_id = $1' : 'a.person_id = ANY($1)';
  const text = `
  WITH wanted AS MATERIALIZED (
    SELECT r.id AS rule_id, r.program_id, p.id AS person_id, g.archived_at IS NULL AS open
    FROM person p JOIN department d ON d.id = p.department_id
    JOIN audience_rule r ON r.withdrawn_at IS NULL AND ${inStoredAudience(conditions, placing(values))}
    LEFT JOIN program g ON g.id = r.program_id
    WHERE ${ofRule ? 'r.id = $1' : 'p.id = ANY($1)'}
  ), ${JOIN_AND_LEAVE({
    name: 'course',
    table: 'assignment',
    what: 'course_id',
    wanted: `SELECT w.rule_id, w.person_id, c.course_id,
        w.open OR EXISTS (SELECT 1 FROM audience_rule_course o WHERE o.rule_id = w.rule_id AND o.course_id = c.course_id) AS open
      FROM wanted w JOIN rule_course c ON c.rule_id = w.rule_id`,
    finished: COURSE_FINISHED,
    whose,
  })}, ${JOIN_AND_LEAVE({
    name: 'program',
    table: 'program_assignment',
    what: 'program_id',
    wanted: 'SELECT rule_id, person_id, program_id, open FROM wanted WHERE program_id IS NOT NULL',
    finished: PROGRAM_FINISHED,
    whose,
  })}
  SELECT person_id AS "personId", bool_or(joined) AS "joinedProgram" FROM (
    SELECT person_id, false AS joined FROM course_joined
    UNION ALL SELECT person_id, false FROM course_moved UNION ALL SELECT person_id, false FROM course_gone
    UNION ALL SELECT person_id, true FROM program_joined
    UNION ALL SELECT person_id, false FROM program_moved UNION ALL SELECT person_id, false FROM program_gone
  ) changed GROUP BY person_id`;
  return { text, values };
}
