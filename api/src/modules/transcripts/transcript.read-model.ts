import { Injectable } from '@nestjs/common';
import type { Certification, Text, Tier } from '@readyroom/contract';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { CertificationReadModel } from '../certification/index.js';
import { organisationDay, type Scope } from '../standings/index.js';

/** All days are those of the organisation. */
export interface Transcript {
  readonly today: string;
  readonly timeZone: string;
  readonly now: Date;
  readonly organisation: string;
  readonly person: {
    readonly name: string;
    readonly englishName: string | null;
    readonly employeeNo: string;
    readonly department: string;
    readonly tier: Tier;
    readonly position: string | null;
    readonly hiredOn: string | null;
    readonly left: boolean;
  };
  readonly certifications: readonly Certification[];
  readonly courses: readonly {
    readonly title: Text;
    readonly version: number;
    readonly tier: Tier;
    readonly completedOn: string;
    readonly scorePercent: number | null;
    readonly code: string | null;
    readonly revokedOn: string | null;
    readonly revokedReason: string | null;
  }[];
  readonly drills: readonly {
    readonly title: Text;
    readonly version: number;
    readonly endedOn: string;
    readonly mode: 'live' | 'solo';
  }[];
}

type Person = Transcript['person'] & { organisation: string };

/** What one person has completed, ever: nothing that was earned is left out because it ended or was taken back. */
@Injectable()
export class TranscriptReadModel {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly certifications: CertificationReadModel,
  ) {}

  async mine(personId: string): Promise<Transcript> {
    return this.read(personId, await this.certifications.read(personId));
  }

  /** @throws CertificationNotFound outside the scope */
  async ofPerson(personId: string, scope: Scope): Promise<Transcript> {
    return this.read(personId, await this.certifications.ofPerson(personId, scope));
  }

  private async read(personId: string, certifications: Certification[]): Promise<Transcript> {
    const { today, timeZone, now } = await organisationDay(this.database, this.clock);
    const [row] = await this.database.query<Person>(PERSON, [personId]);
    const { organisation, ...person } = row!;
    return {
      today,
      timeZone,
      now,
      organisation,
      person,
      certifications,
      courses: await this.database.query<Transcript['courses'][number]>(COURSES, [personId, timeZone]),
      drills: await this.database.query<Transcript['drills'][number]>(DRILLS, [personId, timeZone]),
    };
  }
}

const PERSON = `
  SELECT p.name, p.english_name AS "englishName", p.employee_no AS "employeeNo", d.path AS department, p.tier, p.position,
    p.hire_date AS "hiredOn", p.status = 'left' AS left, o.name AS organisation
  FROM person p JOIN department d ON d.id = p.department_id CROSS JOIN organisation o WHERE p.id = $1`;

/** Each round of a course is a completion of its own. */
const COURSES = `
  SELECT v.title, v.number AS version, c.tier, (c.completed_at AT TIME ZONE $2)::date AS "completedOn",
    c.score_percent AS "scorePercent", x.code, (x.revoked_at AT TIME ZONE $2)::date AS "revokedOn",
    x.revoked_reason AS "revokedReason"
  FROM completion c JOIN course_version v ON v.id = c.version_id LEFT JOIN certificate x ON x.completion_id = c.id
  WHERE c.person_id = $1 ORDER BY c.completed_at DESC, c.id DESC`;

const DRILLS = `
  SELECT s.document->'title' AS title, s.number AS version, (r.ended_at AT TIME ZONE $2)::date AS "endedOn", r.mode
  FROM drill_run r JOIN scenario_version s ON s.id = r.scenario_version_id
  WHERE r.status = 'ended' AND r.id IN (SELECT run_id FROM drill_holder WHERE person_id = $1)
  ORDER BY r.ended_at DESC, r.id DESC`;
