import type { Sql } from '../../platform/database/database.js';
import type { SourceCourse } from './source/content.js';
import { contentHash } from './content-hash.js';
import { minutesOf, renderBlock, renderCase } from './render-lesson.js';

export interface ExistingVersion {
  id: string;
  number: number;
  status: 'draft' | 'published' | 'retired';
  hash: string;
}

export const saveCourse = (sql: Sql, course: SourceCourse): Promise<unknown> =>
  sql.query(
    `INSERT INTO course AS c (id, slug, position) VALUES ($1, $2, $3)
     ON CONFLICT (id) DO UPDATE SET slug = excluded.slug, position = excluded.position
     WHERE (c.slug, c.position) IS DISTINCT FROM (excluded.slug, excluded.position)`,
    [course.id, course.slug, course.order],
  );

/** Versions of a course, newest first. */
export const versionsOf = (sql: Sql, courseId: string): Promise<ExistingVersion[]> =>
  sql.query<ExistingVersion>(
    `SELECT id, number, status, content_hash AS hash FROM course_version WHERE course_id = $1 ORDER BY number DESC FOR UPDATE`,
    [courseId],
  );

/** Only a draft may go: nobody has begun it. */
export const deleteDraft = (sql: Sql, versionId: string): Promise<unknown> =>
  sql.query(`DELETE FROM course_version WHERE id = $1 AND status = 'draft'`, [versionId]);

/** Writes a course as a new draft, everything rendered, its pool of questions frozen. Answers the id. */
export async function insertDraft(
  sql: Sql,
  course: SourceCourse,
  number: number,
  hash: string,
  at: Date,
): Promise<string> {
  const json = JSON.stringify;
  const { quiz } = course;
  const [row] = await sql.query<{ id: string }>(
    `INSERT INTO course_version (course_id, number, content_hash, status, title, summary, outcomes, imported_at)
     VALUES ($1, $2, $3, 'draft', $4, $5, $6, $7) RETURNING id`,
    [course.id, number, hash, json(course.title), json(course.summary), json(course.outcomes), at],
  );
  const versionId = row!.id;
  await sql.query(
    `INSERT INTO course_module (version_id, id, position, title)
     SELECT $1, id, position, title FROM jsonb_to_recordset($2::jsonb) AS m(id uuid, position int, title jsonb)`,
    [versionId, json(course.modules.map(({ id, title }, i) => ({ id, title, position: i + 1 })))],
  );
  await sql.query(
    `INSERT INTO lesson (version_id, id, module_id, position, title, tiers, blocks, case_graph, sources, minutes, content_hash)
     SELECT $1, l.* FROM jsonb_to_recordset($2::jsonb) AS l(id uuid, module_id uuid, position int, title jsonb,
       tiers tier[], blocks jsonb, case_graph jsonb, sources jsonb, minutes jsonb, content_hash text)`,
    [versionId, json(lessonRows(course))],
  );
  await sql.query(
    `INSERT INTO quiz (version_id, id, title, pass_percent, attempts, limit_minutes, draw) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [
      versionId,
      quiz.id,
      json(quiz.title),
      quiz.passPercent,
      quiz.attempts,
      quiz.limitMinutes,
      json(quiz.draw),
    ],
  );
  await sql.query(
    `INSERT INTO course_version_question (version_id, question_version_id)
     SELECT $1, current_version_id FROM question WHERE NOT retired AND topic_key = ANY($2)`,
    [versionId, quiz.draw.map(({ topic }) => topic)],
  );
  return versionId;
}

const lessonRows = (course: SourceCourse) =>
  course.modules
    .flatMap((module) => module.lessons.map((lesson) => ({ module, lesson })))
    .map(({ module, lesson }, i) => ({
      id: lesson.id,
      module_id: module.id,
      position: i + 1,
      title: lesson.title,
      tiers: lesson.tiers,
      blocks: lesson.blocks.map(renderBlock),
      // A missing key becomes NULL; JSON null would become a JSON value.
      ...(lesson.case ? { case_graph: renderCase(lesson.case) } : {}),
      sources: lesson.sources.map((source) => ({ ...source, url: source.url ?? null })),
      minutes: minutesOf(lesson),
      content_hash: contentHash(lesson),
    }));
