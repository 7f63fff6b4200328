import type { ProgramStatus } from '@readyroom/contract';
import { addDays } from '../../../api/src/platform/clock/clock.js';
import type { TestApp } from '../../support/test-app.js';

/** What the tables say of one person in one program, read without standings and without counts. */
export interface Fact {
  personId: string;
  programId: string;
  path: string;
  tier: string;
  status: ProgramStatus;
}

interface Row extends Omit<Fact, 'status'> {
  dueOn: string | null;
  /** First day of those assignments that are open. */
  since: string;
  graceDays: number;
  begun: string[];
  periods: {
    number: number;
    opensOn: string;
    dueOn: string | null;
    completed: boolean;
    validUntil: string | null;
    revoked: boolean;
  }[];
  waivers: { kind: string; until: string | null; period: number }[];
}

/** The status as docs/NUMBERS.md words it, step by step. */
function statusOf(row: Row, today: string): ProgramStatus {
  const held = row.periods.filter((period) => period.completed).at(-1);
  const open = row.periods.find((period) => !period.completed);
  const number = open?.number ?? (held ? held.number + 1 : 1);
  const valid = held && !held.revoked && (held.validUntil === null || held.validUntil >= today);
  const extended = row.waivers
    .filter(({ kind, period }) => kind === 'extension' && period === number)
    .flatMap(({ until }) => until ?? [])
    .sort()
    .at(-1);
  const cameLater = open?.dueOn != null && open.dueOn < row.since;
  const ownDue = held && !cameLater ? (open?.dueOn ?? null) : row.dueOn;
  const due = ownDue !== null && extended && extended > ownDue ? extended : ownDue;
  const hasHeld = held !== undefined && !held.revoked;
  const begun = open
    ? row.begun.some((day) => day >= open.opensOn)
    : held === undefined && row.begun.length > 0;

  if (row.waivers.some(({ kind, until }) => kind === 'waiver' && (until === null || until >= today)))
    return 'waived';
  if (held?.revoked) return 'revoked';
  if (valid) return open && open.opensOn <= today ? 'expiring_soon' : 'compliant';
  if (due !== null && due < today) return addDays(due, row.graceDays) >= today ? 'in_grace' : 'overdue';
  // Expired, and given more time.
  if (hasHeld) return 'in_grace';
  return begun ? 'in_progress' : 'not_started';
}

/** Everybody of whom a program is asked, with the status that follows from what is recorded. */
export async function factsOn(app: TestApp, today: string): Promise<Fact[]> {
  const rows = await app.database.query<Row>(
    `SELECT p.id AS "personId", a.program_id AS "programId", d.path, p.tier, a.due_on AS "dueOn", a.since,
       (v.document->'renewal'->>'graceDays')::int AS "graceDays",
       (SELECT coalesce(json_agg((e.last_activity_at AT TIME ZONE 'Asia/Shanghai')::date), '[]') FROM enrolment e
        JOIN program_course c ON c.course_id = e.course_id AND c.program_id = a.program_id WHERE e.person_id = p.id) AS begun,
       (SELECT coalesce(json_agg(json_build_object('number', number, 'opensOn', opens_on, 'dueOn', due_on, 'completed', completed_at IS NOT NULL,
          'validUntil', nullif(valid_until, 'infinity'), 'revoked', revoked_at IS NOT NULL) ORDER BY number), '[]')
        FROM certification_period c WHERE c.person_id = p.id AND c.program_id = a.program_id) AS periods,
       (SELECT coalesce(json_agg(json_build_object('kind', kind, 'until', nullif(until, 'infinity'), 'period', period)), '[]')
        FROM waiver w WHERE w.person_id = p.id AND w.program_id = a.program_id AND w.ended_at IS NULL) AS waivers
     FROM (SELECT person_id, program_id, min(due_on) AS due_on, (min(assigned_at) AT TIME ZONE 'Asia/Shanghai')::date AS since FROM program_assignment WHERE withdrawn_at IS NULL GROUP BY 1, 2) a
     JOIN person p ON p.id = a.person_id AND p.status = 'active' JOIN department d ON d.id = p.department_id
     JOIN program g ON g.id = a.program_id JOIN program_version v ON v.id = g.version_id`,
  );
  return rows.map((row) => ({ ...row, status: statusOf(row, today) }));
}
