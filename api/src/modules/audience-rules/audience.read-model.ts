import { Injectable } from '@nestjs/common';
import type { Audience, AudienceRulePreview } from '@readyroom/contract';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import {
  CourseNotFound,
  CourseUnpublished,
  DepartmentNotFound,
  PersonNotFound,
} from './audience-rules.errors.js';
import { fingerprintOf, IN_GIVEN_AUDIENCE } from './audience.sql.js';

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
    const departments = await this.database.query(
      `SELECT 1 FROM department d WHERE d.id = ANY($1) AND ${INSIDE_SCOPE}`,
      [audience.departmentIds, scope],
    );
    if (departments.length < new Set(audience.departmentIds).size) throw new DepartmentNotFound();
    const people = await this.database.query(
      `SELECT 1 FROM person p JOIN department d ON d.id = p.department_id WHERE p.id = ANY($1) AND ${INSIDE_SCOPE}`,
      [audience.personIds, scope],
    );
    if (people.length < new Set(audience.personIds).size) throw new PersonNotFound();
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

  async preview(
    courseIds: readonly string[],
    audience: Audience,
    scope: string | null,
  ): Promise<AudienceRulePreview> {
    const [row] = await this.database.query<AudienceRulePreview>(PREVIEW, [
      audience.everybody,
      audience.tiers,
      audience.departmentIds,
      audience.personIds,
      scope,
      courseIds,
      this.clock.now(),
    ]);
    return row!;
  }
}

const PREVIEW = `
  WITH audience AS MATERIALIZED (
    SELECT p.id, p.tier, p.name, p.employee_no, d.path
    FROM person p JOIN department d ON d.id = p.department_id
    CROSS JOIN (
      SELECT $1::boolean AS everybody, $2::tier[] AS tiers, $3::uuid[] AS department_ids, $4::uuid[] AS person_ids,
             $5::uuid AS scope_department_id
    ) r
    WHERE ${IN_GIVEN_AUDIENCE}
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
       WHERE c.id = ANY($6) GROUP BY c.id, v.title, c.position
     ) n) AS courses,
    (SELECT coalesce(json_agg(json_build_object(
       'id', f.id, 'name', f.name, 'employeeNo', f.employee_no, 'tier', f.tier, 'departmentPath', f.path)
       ORDER BY f.name, f.id), '[]')
     FROM (SELECT * FROM audience ORDER BY name, id LIMIT 20) f) AS sample,
    (SELECT ${fingerprintOf('id')} FROM audience) AS fingerprint`;
