import { Injectable } from '@nestjs/common';
import type {
  Course,
  CourseDetail,
  CourseList,
  CoursesQuery,
  CourseVersion,
  Text,
  Tier,
} from '@readyroom/contract';
import type { z } from 'zod';
import type { Actor } from '../../platform/access/actor.js';
import { Database, type Sql } from '../../platform/database/database.js';
import { languageOf, wholeMinutes } from '../content/index.js';

type Viewer = Pick<Actor, 'locale' | 'scopeDepartmentId'>;
type CourseRow = Omit<Course, 'minutes'> & { tenths: Record<Tier, number>; outcomes: Text[] };
type VersionRow = Omit<CourseVersion, 'importedAt' | 'publishedAt'> & {
  importedAt: Date;
  publishedAt: Date | null;
};

const SORTS = { position: 'c.position', slug: 'c.slug' } as const;

/** Courses as the console shows them. Texts and figures are those of the published version, else of the draft. */
@Injectable()
export class CoursesReadModel {
  constructor(private readonly database: Database) {}

  async list(viewer: Viewer, query: z.infer<typeof CoursesQuery>): Promise<z.infer<typeof CourseList>> {
    const pattern = query.q ? `%${query.q.replace(/[\\%_]/g, '\\$&')}%` : null;
    const where = `($1::text IS NULL OR c.slug ILIKE $1 OR v.title ->> 'zh' ILIKE $1 OR v.title ->> 'en' ILIKE $1)`;
    const [count] = await this.database.query<{ total: number }>(
      `SELECT count(*) AS total FROM course c ${SHOWN_VERSION} WHERE ${where}`,
      [pattern],
    );
    const ids = await this.database.query<{ id: string }>(
      `SELECT c.id FROM course c ${SHOWN_VERSION} WHERE ${where}
       ORDER BY ${SORTS[query.sort]} ${query.order}, c.id LIMIT $2 OFFSET $3`,
      [pattern, query.perPage, (query.page - 1) * query.perPage],
    );
    const courses = new Map(
      (
        await this.courses(
          viewer,
          ids.map(({ id }) => id),
        )
      ).map((row) => [row.id, toCourse(row)]),
    );
    return { items: ids.flatMap(({ id }) => courses.get(id) ?? []), total: count!.total };
  }

  async detail(viewer: Viewer, courseId: string): Promise<z.infer<typeof CourseDetail> | null> {
    const [row] = await this.courses(viewer, [courseId]);
    if (!row) return null;
    return { ...toCourse(row), versions: await this.versions(viewer, { courseId }) };
  }

  async version(viewer: Viewer, versionId: string, sql: Sql = this.database): Promise<CourseVersion | null> {
    return (await this.versions(viewer, { versionId }, sql))[0] ?? null;
  }

  private courses(viewer: Viewer, courseIds: readonly string[]): Promise<CourseRow[]> {
    return this.database.query<CourseRow>(COURSES, [
      courseIds,
      viewer.scopeDepartmentId,
      languageOf(viewer.locale),
    ]);
  }

  private async versions(
    viewer: Viewer,
    which: { courseId?: string; versionId?: string },
    sql: Sql = this.database,
  ): Promise<CourseVersion[]> {
    const rows = await sql.query<VersionRow>(VERSIONS, [
      which.courseId ?? null,
      viewer.scopeDepartmentId,
      which.versionId ?? null,
    ]);
    return rows.map((row) => ({
      ...row,
      importedAt: row.importedAt.toISOString(),
      publishedAt: row.publishedAt?.toISOString() ?? null,
    }));
  }
}

/** The outcomes stay: a list's schema strips them, a detail shows them. */
function toCourse({ tenths, ...row }: CourseRow): Course & Pick<CourseRow, 'outcomes'> {
  const minutes = (tier: Tier) => wholeMinutes(tenths[tier]);
  return {
    ...row,
    minutes: {
      executive: minutes('executive'),
      manager: minutes('manager'),
      frontline: minutes('frontline'),
    },
  };
}

/** The version whose words stand for the course: the published one, before that the draft. */
const SHOWN_VERSION = `
  JOIN LATERAL (
    SELECT * FROM course_version WHERE course_id = c.id ORDER BY status = 'published' DESC, number DESC LIMIT 1
  ) v ON true`;

/**
 * Joins how many people learn and how many have completed: learners have begun and not finished, completions are
 * recorded for good. Both count who is active now and in the scope of whoever looks (parameter $2). `by` names the
 * column that is counted by, `value` what it must equal.
 */
const withPeople = (by: 'course_id' | 'version_id', value: string): string => `
  LEFT JOIN (
    SELECT e.${by} AS id, count(*) AS people FROM enrolment e ${visiblePerson('e')} WHERE e.completed_at IS NULL AND e.superseded_at IS NULL GROUP BY 1
  ) learning ON learning.id = ${value}
  LEFT JOIN (
    SELECT k.${by} AS id, count(*) AS people FROM completion k ${visiblePerson('k')} GROUP BY 1
  ) completed ON completed.id = ${value}`;

const PEOPLE = `coalesce(learning.people, 0) AS learners, coalesce(completed.people, 0) AS completions`;

function visiblePerson(of: string): string {
  return `
    JOIN person p ON p.id = ${of}.person_id AND p.status = 'active'
    JOIN department d ON d.id = p.department_id AND ($2::uuid IS NULL OR d.lineage @> ARRAY[$2::uuid])`;
}

const brief = (status: 'published' | 'draft') => `
  (SELECT json_build_object('id', b.id, 'number', b.number) FROM course_version b
   WHERE b.course_id = c.id AND b.status = '${status}')`;

const tenths = (tier: Tier) =>
  `'${tier}', coalesce(sum((l.minutes -> '${tier}' ->> $3)::int) FILTER (WHERE l.tiers IS NULL OR '${tier}' = ANY(l.tiers)), 0)`;

const COURSES = `
  SELECT c.id, c.slug, c.position, v.title, v.summary, v.outcomes,
    ${brief('published')} AS "publishedVersion", ${brief('draft')} AS "draftVersion",
    (SELECT count(*) FROM lesson l WHERE l.version_id = v.id) AS lessons,
    (SELECT count(*) FROM course_version_question q WHERE q.version_id = v.id) AS questions,
    (SELECT json_build_object(${(['executive', 'manager', 'frontline'] as const).map(tenths).join(', ')})
     FROM lesson l WHERE l.version_id = v.id) AS tenths,
    ${PEOPLE}
  FROM course c ${SHOWN_VERSION} ${withPeople('course_id', 'c.id')} WHERE c.id = ANY($1::uuid[])`;

/** Lessons and questions of two versions side by side, told apart by the fingerprints of their content. */
const VERSIONS = `
  SELECT v.id, v.course_id AS "courseId", v.number, v.status, v.imported_at AS "importedAt", v.published_at AS "publishedAt",
    ${PEOPLE},
    CASE WHEN b.id IS NULL THEN NULL ELSE (
      SELECT json_build_object(
        'added', count(*) FILTER (WHERE old.id IS NULL),
        'changed', count(*) FILTER (WHERE old.hash <> new.hash),
        'removed', count(*) FILTER (WHERE new.id IS NULL))
      FROM (${parts('v.id')}) new FULL JOIN (${parts('b.id')}) old ON old.id = new.id
    ) END AS changes
  FROM course_version v
  LEFT JOIN LATERAL (
    SELECT id FROM course_version WHERE course_id = v.course_id AND number < v.number ORDER BY number DESC LIMIT 1
  ) b ON true
  ${withPeople('version_id', 'v.id')}
  WHERE ($1::uuid IS NULL OR v.course_id = $1) AND ($3::uuid IS NULL OR v.id = $3)
  ORDER BY v.number DESC`;

function parts(versionId: string): string {
  return `
    SELECT l.id, l.content_hash AS hash FROM lesson l WHERE l.version_id = ${versionId}
    UNION ALL
    SELECT q.question_id, q.content_hash FROM course_version_question p
    JOIN question_version q ON q.id = p.question_version_id WHERE p.version_id = ${versionId}`;
}
