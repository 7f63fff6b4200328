import { randomUUID } from 'node:crypto';
import type { TestApp } from './test-app.js';

/** A course of which only the title matters: one published version without lessons. */
export async function bareCourse(
  app: TestApp,
  title: string,
  options: { published?: boolean } = {},
): Promise<string> {
  const id = randomUUID();
  await app.database.query(
    `INSERT INTO course (id, slug, position) SELECT $1::uuid, $1::uuid::text, coalesce(max(position), 0) + 1 FROM course`,
    [id],
  );
  const [version] = await app.database.query<{ id: string }>(
    `INSERT INTO course_version (course_id, number, content_hash, status, title, summary, outcomes, imported_at)
     VALUES ($1, 1, 'none', $2, $3, $3, '{"zh": [], "en": []}', $4) RETURNING id`,
    [
      id,
      options.published === false ? 'draft' : 'published',
      JSON.stringify({ zh: title, en: `${title} (en)` }),
      app.clock.now(),
    ],
  );
  if (options.published !== false)
    await app.database.query('UPDATE course SET published_version_id = $2 WHERE id = $1', [id, version!.id]);
  return id;
}

/** Begins a course as the learner app would, as far as standings are concerned. */
export async function beginCourse(app: TestApp, personId: string, courseId: string): Promise<void> {
  await app.database.query(
    `INSERT INTO enrolment (person_id, course_id, version_id, tier, started_at, last_activity_at)
     SELECT p.id, c.id, c.published_version_id, p.tier, $3, $3 FROM person p, course c WHERE p.id = $1 AND c.id = $2
     ON CONFLICT DO NOTHING`,
    [personId, courseId, app.clock.now()],
  );
}

/** Begins and completes it, with this score. */
export async function finishCourse(
  app: TestApp,
  personId: string,
  courseId: string,
  score = 90,
): Promise<void> {
  await beginCourse(app, personId, courseId);
  await app.database.query(
    `INSERT INTO completion (person_id, course_id, version_id, enrolment_id, tier, department_id, score_percent, completed_at)
     SELECT e.person_id, e.course_id, e.version_id, e.id, e.tier, p.department_id, $3, $4
     FROM enrolment e JOIN person p ON p.id = e.person_id WHERE e.person_id = $1 AND e.course_id = $2
     ON CONFLICT DO NOTHING`,
    [personId, courseId, score, app.clock.now()],
  );
  await app.database.query(
    'UPDATE enrolment SET percent = 100, completed_at = $3 WHERE person_id = $1 AND course_id = $2',
    [personId, courseId, app.clock.now()],
  );
}
