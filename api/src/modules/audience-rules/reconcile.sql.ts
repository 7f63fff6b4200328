import { dueDay, inStoredAudience, type StoredCondition } from './audience.sql.js';
import { placing } from './condition.sql.js';
import { programStatus, type OrganisationDay } from '../standings/index.js';

interface Kind {
  readonly name: string;
  readonly table: string;
  readonly what: string;
  /** `open` = assigned to somebody new too: an archived program stays with those who have it. */
  readonly wanted: string;
  readonly finished: string;
}
/**
 * Courses and programs are assigned alike; only the table, and what counts as finished, differ. What there is to do, from the
 * comparison `c` of what is wanted with what is there:
 */
const joining = (kind: Kind): string => `
  SELECT c.rule_id, c.person_id, c.${kind.what}, ${dueDay('k.assigned_on', 'k.joined_later', 'c', 'c')} AS due_on, k.joined_later, k.assigned_at
  FROM ${kind.name}_compared c
  CROSS JOIN LATERAL (SELECT coalesce((c.withdrawn_at AT TIME ZONE $4)::date = $3::date, false) AS stayed) s
  CROSS JOIN LATERAL (
    SELECT NOT s.stayed OR c.joined_later AS joined_later, CASE WHEN s.stayed THEN c.assigned_at ELSE $2::timestamptz END AS assigned_at,
           CASE WHEN s.stayed THEN (c.assigned_at AT TIME ZONE $4)::date ELSE $3::date END AS assigned_on
  ) k
  WHERE c.wanted AND (NOT c.had OR c.withdrawn_at IS NOT NULL) AND (c.open OR s.stayed)`;
const moving = (kind: Kind): string => `
  SELECT n.* FROM (
    SELECT c.rule_id, c.person_id, c.${kind.what}, c.had_due_on,
           ${dueDay('(c.assigned_at AT TIME ZONE $4)::date', 'c.joined_later', 'c', 'c')} AS due_on
    FROM ${kind.name}_compared c WHERE c.wanted AND c.had AND c.withdrawn_at IS NULL AND c.due_kind <> 'fixed'
  ) n WHERE n.had_due_on IS DISTINCT FROM n.due_on AND NOT ${finished(kind, 'n')}`;
const leaving = (kind: Kind): string => `
  SELECT c.rule_id, c.person_id, c.${kind.what} FROM ${kind.name}_compared c
  WHERE c.had AND c.withdrawn_at IS NULL AND NOT c.wanted AND NOT ${finished(kind, 'c')}`;

/** Doing it. */
const writing = (kind: Kind): string => {
  const { name, table, what } = kind;
  const these = `a.rule_id = n.rule_id AND a.person_id = n.person_id AND a.${what} = n.${what}`;
  return `${name}_joined AS (
    INSERT INTO ${table} (rule_id, person_id, ${what}, due_on, joined_later, assigned_at) ${joining(kind)}
    ON CONFLICT (rule_id, person_id${table === 'assignment' ? ', course_id' : ''}) DO UPDATE SET ${what} = excluded.${what},
      withdrawn_at = NULL, due_on = excluded.due_on, joined_later = excluded.joined_later, assigned_at = excluded.assigned_at
    RETURNING person_id
  ), ${name}_moved AS (
    UPDATE ${table} a SET due_on = n.due_on FROM (${moving(kind)}) n WHERE ${these} RETURNING a.person_id
  ), ${name}_gone AS (
    UPDATE ${table} a SET withdrawn_at = $2 FROM (${leaving(kind)}) n WHERE ${these} RETURNING a.person_id
  )`;
};

/** Of the assignment `a`. */
const finished = ({ what, finished: when, name }: Kind, a: string): string =>
  `EXISTS (SELECT 1 FROM ${name === 'course' ? 'standing' : 'program_standing'} f
    WHERE f.person_id = ${a}.person_id AND f.${what} = ${a}.${what} AND ${when})`;

/** What `dueDay` reads. */
const DUE_FACTS = (w: string): string =>
  ['due_kind', 'due_on', 'due_days', 'joiners_due_days', 'hire_date', 'department_since']
    .map((fact) => `${w}.${fact}`)
    .join(', ');

type Whom = readonly string[] | { ruleId: string };
interface Statement {
  readonly text: string;
  readonly values: unknown[];
}

/**
 * Brings the assignments of people ($1), or all of one rule, into line with the live rules, from how things are now: in
 * which order, how late or how often it is asked makes no difference. Who left an audience and came back on the same day
 * has never been away; on a later day they join anew. Answers each person for whom something changed, and whether a program
 * was new to them. Whoever calls it has the people locked, so that nobody finishes between what it sees and what it takes
 * back.
 */
export function reconcileStatement(
  whom: Whom,
  day: OrganisationDay,
  conditions: readonly StoredCondition[],
): Statement {
  const { tables, values, course, program } = wantedOf(whom, day, conditions);
  const text = `
  WITH ${tables}, ${writing(course)}, ${writing(program)}
  SELECT person_id AS "personId", bool_or(joined) AS "joinedProgram" FROM (
    SELECT person_id, false AS joined FROM course_joined
    UNION ALL SELECT person_id, false FROM course_moved UNION ALL SELECT person_id, false FROM course_gone
    UNION ALL SELECT person_id, true FROM program_joined
    UNION ALL SELECT person_id, false FROM program_moved UNION ALL SELECT person_id, false FROM program_gone
  ) changed GROUP BY person_id`;
  return { text, values };
}

/** For whom that would change anything. It writes and locks nothing: of many people it finds the few. */
export function outOfLineStatement(
  whom: Whom,
  day: OrganisationDay,
  conditions: readonly StoredCondition[],
): Statement {
  const { tables, values, course, program } = wantedOf(whom, day, conditions);
  const of = (kind: Kind): string =>
    `SELECT person_id FROM (${joining(kind)}) j UNION ALL SELECT person_id FROM (${moving(kind)}) m
     UNION ALL SELECT person_id FROM (${leaving(kind)}) l`;
  return {
    text: `WITH ${tables} SELECT DISTINCT person_id AS "personId" FROM (
      SELECT $2::timestamptz AS now, $4::text AS zone, NULL::uuid AS person_id UNION ALL
      SELECT NULL, NULL, person_id FROM (${of(course)} UNION ALL ${of(program)}) x
    ) found WHERE person_id IS NOT NULL ORDER BY 1`,
    values,
  };
}

function wantedOf(
  whom: Whom,
  { now, today, timeZone }: OrganisationDay,
  conditions: readonly StoredCondition[],
): { tables: string; values: unknown[]; course: Kind; program: Kind } {
  const ofRule = 'ruleId' in whom;
  const values: unknown[] = [ofRule ? whom.ruleId : whom, now, today, timeZone];
  const whose = ofRule ? 'a.rule_id = $1' : 'a.person_id = ANY($1)';
  const course: Kind = {
    name: 'course',
    table: 'assignment',
    what: 'course_id',
    wanted: `SELECT c.course_id, w.rule_id, w.person_id, ${DUE_FACTS('w')}, w.open OR EXISTS (SELECT 1 FROM audience_rule_course o WHERE o.rule_id = w.rule_id AND o.course_id = c.course_id) AS open
      FROM wanted w JOIN rule_course c ON c.rule_id = w.rule_id`,
    finished: `f.progress = 'completed'`,
  };
  const program: Kind = {
    name: 'program',
    table: 'program_assignment',
    what: 'program_id',
    wanted: 'SELECT * FROM wanted WHERE program_id IS NOT NULL',
    // A valid certification is kept to its end; it is not renewed for somebody of whom it is not asked any more.
    finished: `${programStatus('f', '$3')} = 'compliant'`,
  };
  // A full join compares by hash or in order, never everybody with everybody, however little PostgreSQL knows of the tables.
  const compared = ({ name, table, what, wanted }: Kind): string => `${name}_compared AS MATERIALIZED (
    SELECT rule_id, person_id, ${what}, w.due_kind IS NOT NULL AS wanted, w.open, ${DUE_FACTS('w')},
           a.assigned_at IS NOT NULL AS had, a.assigned_at, a.withdrawn_at, a.joined_later, a.due_on AS had_due_on
    FROM (${wanted}) w
    FULL JOIN (SELECT * FROM ${table} a WHERE ${whose}) a USING (rule_id, person_id, ${what}))`;
  const tables = `wanted AS MATERIALIZED (
    SELECT r.id AS rule_id, r.program_id, p.id AS person_id, g.archived_at IS NULL AS open,
           r.due_kind, r.due_on, r.due_days, r.joiners_due_days, p.hire_date, p.department_since
    FROM person p JOIN department d ON d.id = p.department_id
    JOIN audience_rule r ON r.withdrawn_at IS NULL AND ${inStoredAudience(conditions, placing(values))}
    LEFT JOIN program g ON g.id = r.program_id
    WHERE ${ofRule ? 'r.id = $1' : 'p.id = ANY($1)'}
  ), ${compared(course)}, ${compared(program)}`;
  return { tables, values, course, program };
}
