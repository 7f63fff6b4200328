import { Injectable } from '@nestjs/common';
import type { Audience, AudienceRulePreview, PreviewAudienceRuleBody } from '@readyroom/contract';
import type { z } from 'zod';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import {
  CourseNotFound,
  CourseUnpublished,
  DepartmentNotFound,
  PersonNotFound,
  ProgramArchived,
  ProgramNotFound,
} from './audience-rules.errors.js';
import { fingerprintOf, inGivenAudience } from './audience.sql.js';
import { departmentsIn, peopleIn } from './condition-ids.js';
import { placing, type Place } from './condition.sql.js';

const INSIDE_SCOPE = '($2::uuid IS NULL OR d.lineage @> ARRAY[$2::uuid])';

/** Who is in an audience that is not a rule yet, and whether it names only what the actor may reach. */
@Injectable()
export class AudienceReadModel {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Refuses departments and people outside the scope exactly like ones that do not exist. */
  async checkReach(audience: Audience, scope: string | null): Promise<void> {
    const departments = [...new Set([...audience.departmentIds, ...departmentsIn(audience.condition)])];
    const people = [...new Set([...audience.personIds, ...peopleIn(audience.condition)])];
    const known = await this.database.query(
      `SELECT 1 FROM department d WHERE d.id = ANY($1) AND ${INSIDE_SCOPE}`,
      [departments, scope],
    );
    if (known.length < departments.length) throw new DepartmentNotFound();
    const reached = await this.database.query(
      `SELECT 1 FROM person p JOIN department d ON d.id = p.department_id WHERE p.id = ANY($1) AND ${INSIDE_SCOPE}`,
      [people, scope],
    );
    if (reached.length < people.length) throw new PersonNotFound();
  }

  async checkCourses(courseIds: readonly string[]): Promise<void> {
    const rows = await this.database.query<{ id: string; published: boolean }>(
      'SELECT id, published_version_id IS NOT NULL AS published FROM course WHERE id = ANY($1)',
      [courseIds],
    );
    if (rows.length < new Set(courseIds).size) throw new CourseNotFound();
    const unpublished = rows.filter((row) => !row.published);
    if (unpublished.length > 0) throw new CourseUnpublished(unpublished.map((row) => row.id));
  }

  async checkProgram(programId: string): Promise<void> {
    const [program] = await this.database.query<{ archived: boolean }>(
      'SELECT archived_at IS NOT NULL AS archived FROM program WHERE id = $1',
      [programId],
    );
    if (!program) throw new ProgramNotFound();
    if (program.archived) throw new ProgramArchived();
  }

  async preview(
    { courseIds, programId, audience }: z.infer<typeof PreviewAudienceRuleBody>,
    scope: string | null,
  ): Promise<Omit<AudienceRulePreview, 'warnings'>> {
    const values: unknown[] = [
      audience.everybody,
      audience.tiers,
      audience.departmentIds,
      audience.personIds,
      scope,
      courseIds,
      this.clock.now(),
      programId,
    ];
    const [row] = await this.database.query<Omit<AudienceRulePreview, 'warnings'>>(
      preview(audience.condition, placing(values)),
      values,
    );
    return row!;
  }
}

const preview = (condition: Audience['condition'], place: Place): string => `
  WITH audience AS MATERIALIZED (
    SELECT p.id, p.tier, p.name, p.employee_no, d.path
    FROM person p JOIN department d ON d.id = p.department_id
    CROSS JOIN (
      SELECT $1::boolean AS everybody, $2::tier[] AS tiers, $3::uuid[] AS department_ids, $4::uuid[] AS person_ids,
             $5::uuid AS scope_department_id
    ) r
    WHERE ${inGivenAudience(condition, place)}
  )
  SELECT
    (SELECT count(*) FROM audience) AS people,
    (SELECT json_build_object(
       'executive', count(*) FILTER (WHERE tier = 'executive'),
       'manager', count(*) FILTER (WHERE tier = 'manager'),
       'frontline', count(*) FILTER (WHERE tier = 'frontline')) FROM audience) AS "byTier",
    (SELECT count(*) FROM audience a
     WHERE NOT EXISTS (SELECT 1 FROM credential c WHERE c.person_id = a.id)
       AND NOT EXISTS (SELECT 1 FROM sign_in_link l WHERE l.person_id = a.id AND l.used_at IS NULL AND l.expires_at > $7)
    ) AS "withoutSignIn",
    (SELECT coalesce(json_agg(json_build_object(
       'courseId', n.id, 'title', n.title, 'newlyAssigned', n.people - n.assigned - n.completed,
       'alreadyAssigned', n.assigned, 'alreadyCompleted', n.completed) ORDER BY n.position), '[]')
     FROM (
       SELECT c.id, v.title, c.position, count(a.id) AS people,
              count(*) FILTER (WHERE s.counted AND s.progress <> 'completed') AS assigned,
              count(*) FILTER (WHERE s.progress = 'completed') AS completed
       FROM course c JOIN course_version v ON v.id = c.published_version_id
       LEFT JOIN audience a ON true
       LEFT JOIN standing s ON s.person_id = a.id AND s.course_id = c.id
       WHERE c.id = ANY($6) OR c.id IN (SELECT course_id FROM program_course WHERE program_id = $8 AND path = 'full' AND required) GROUP BY c.id, v.title, c.position
     ) n) AS courses,
    (SELECT coalesce(json_agg(json_build_object(
       'id', f.id, 'name', f.name, 'employeeNo', f.employee_no, 'tier', f.tier, 'departmentPath', f.path)
       ORDER BY f.name, f.id), '[]')
     FROM (SELECT * FROM audience ORDER BY name, id LIMIT 20) f) AS sample,
    (SELECT ${fingerprintOf('id')} FROM audience) AS fingerprint`;
