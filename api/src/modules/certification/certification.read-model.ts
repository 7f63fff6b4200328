import { Injectable } from '@nestjs/common';
import type {
  Certification,
  CertificationList,
  CertificationPeriod,
  ProgramStatus,
  Text,
  Tier,
  Waiver,
} from '@readyroom/contract';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { inScope, organisationDay, programStatus, type Scope } from '../standings/index.js';
import { askedOn, readFacts, type CertificationFacts } from './certification-facts.js';
import { CertificationNotFound } from './certification.errors.js';
import { addMonths } from './renewal.js';

interface Row {
  programId: string;
  slug: string;
  title: Text;
  summary: Text;
  tier: Tier;
  hireDate: string | null;
  assignedOn: string;
  status: ProgramStatus;
  assigned: boolean;
  dueOn: string | null;
  graceUntil: string | null;
  validUntil: string | null;
  renewalOpensOn: string | null;
  waivedUntil: string | null;
  periods: CertificationPeriod[];
  waivers: Waiver[];
}

/** Where people stand in programs, one by one. The same rows are behind every board and list. */
@Injectable()
export class CertificationReadModel {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async mine(personId: string): Promise<CertificationList> {
    return this.listed(personId, await this.read(personId));
  }

  /** As `ofPerson`, with the day. @throws CertificationNotFound outside the scope */
  async list(personId: string, scope: Scope): Promise<CertificationList> {
    return this.listed(personId, await this.ofPerson(personId, scope));
  }

  /** Of a person in scope, whether asked of them now or finished. @throws CertificationNotFound outside the scope */
  async ofPerson(personId: string, scope: Scope): Promise<Certification[]> {
    const found = await this.database.query(
      `SELECT 1 FROM person p JOIN department d ON d.id = p.department_id WHERE p.id = $1 AND ${inScope('d', '$2')}`,
      [personId, scope],
    );
    if (found.length === 0) throw new CertificationNotFound();
    return this.read(personId);
  }

  async read(personId: string): Promise<Certification[]> {
    const day = await organisationDay(this.database, this.clock);
    const rows = await this.database.query<Row>(OF_PERSON, [personId, day.today, day.timeZone]);
    return Promise.all(
      rows.map(async (row) => {
        const facts = (await readFacts(this.database, personId, row.programId, day))!;
        return toCertification(row, facts, day.today);
      }),
    );
  }

  private async listed(personId: string, items: Certification[]): Promise<CertificationList> {
    const { today } = await organisationDay(this.database, this.clock);
    const [person] = await this.database.query<CertificationList['person']>(
      `SELECT p.id, p.name, p.employee_no AS "employeeNo", p.tier, d.path AS "departmentPath"
       FROM person p JOIN department d ON d.id = p.department_id WHERE p.id = $1`,
      [personId],
    );
    return { today, person: person!, items, total: items.length };
  }
}

function toCertification(row: Row, facts: CertificationFacts, today: string): Certification {
  const { programId: id, slug, title, summary, tier: _, hireDate: __, assignedOn: ___, ...rest } = row;
  const asked = row.assigned ? askedOn(facts, today) : null;
  return {
    ...rest,
    program: { id, slug, title, summary },
    drill: drillOf(row, facts, today),
    path: asked?.path ?? null,
    items: asked?.progress.items ?? [],
  };
}

/** The next drill by the cadence of the program: so many months after the last one, or after the program was assigned. */
function drillOf(row: Row, { document, drills }: CertificationFacts, today: string): Certification['drill'] {
  const months = document.drillEveryMonths[row.tier];
  if (!months || !row.assigned) return null;
  const lastOn = drills.at(-1)?.endedOn ?? null;
  const dueOn = addMonths(lastOn ?? row.assignedOn, months);
  return { lastOn, dueOn, overdue: dueOn < today };
}

const PERSON = (id: string): string =>
  `(SELECT json_build_object('id', x.id, 'name', x.name) FROM person x WHERE x.id = ${id})`;
/** As the contract writes an instant. */
const instant = (column: string): string =>
  `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
const day = (column: string): string => `nullif(nullif(${column}, 'infinity'), '-infinity')`;

/** $1 person, $2 today, $3 time zone. What is open first, by due day. */
const OF_PERSON = `
  SELECT s.program_id AS "programId", g.slug, v.document->'title' AS title, v.document->'summary' AS summary,
    p.tier, p.hire_date AS "hireDate",
    (SELECT (min(assigned_at) AT TIME ZONE $3)::date FROM program_assignment a
     WHERE a.person_id = s.person_id AND a.program_id = s.program_id) AS "assignedOn",
    ${programStatus('s', '$2')} AS status, s.counted AS assigned,
    ${day('s.due_on')} AS "dueOn", ${day('s.grace_until')} AS "graceUntil", ${day('s.valid_until')} AS "validUntil",
    ${day('s.renewal_on')} AS "renewalOpensOn",
    CASE WHEN s.waived_until >= $2::date THEN ${day('s.waived_until')} END AS "waivedUntil",
    (SELECT coalesce(json_agg(json_build_object('id', c.id, 'number', c.number, 'path', c.path, 'opensOn', c.opens_on,
       'programVersion', (SELECT number FROM program_version w WHERE w.id = c.version_id),
       'dueOn', c.due_on, 'completedAt', ${instant('c.completed_at')}, 'validFrom', c.valid_from, 'validUntil', ${day('c.valid_until')},
       'revoked', CASE WHEN c.revoked_at IS NOT NULL THEN
          json_build_object('at', ${instant('c.revoked_at')}, 'by', ${PERSON('c.revoked_by')}, 'reason', c.revoked_reason) END,
       'pulledForward', c.pulled_forward) ORDER BY c.number DESC), '[]')
     FROM certification_period c WHERE c.person_id = s.person_id AND c.program_id = s.program_id) AS periods,
    (SELECT coalesce(json_agg(json_build_object('id', w.id, 'kind', w.kind, 'until', ${day('w.until')}, 'reason', w.reason,
       'author', ${PERSON('w.created_by')}, 'createdAt', ${instant('w.created_at')},
       'ended', CASE WHEN w.ended_at IS NOT NULL THEN json_build_object('at', ${instant('w.ended_at')}, 'by', ${PERSON('w.ended_by')}, 'reason', w.ended_reason) END)
       ORDER BY w.created_at DESC, w.id DESC), '[]')
     FROM waiver w WHERE w.person_id = s.person_id AND w.program_id = s.program_id) AS waivers
  FROM program_standing s
  JOIN person p ON p.id = s.person_id
  JOIN program g ON g.id = s.program_id JOIN program_version v ON v.id = g.version_id
  WHERE s.person_id = $1
  ORDER BY NOT s.counted, s.due_on, g.slug`;
