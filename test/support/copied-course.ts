import { randomUUID } from 'node:crypto';
import { FIXTURE } from './content-template.js';
import type { TestApp } from './test-app.js';

/** A second course with the lessons and the quiz of the fixture course (its pool aside), published under this title. */
export async function copyCourse(app: TestApp, title: string): Promise<string> {
  const id = randomUUID();
  await app.database.transaction(async (tx) => {
    await tx.query(
      'INSERT INTO course (id, slug, position) SELECT $1::uuid, $1::uuid::text, coalesce(max(position), 0) + 1 FROM course',
      [id],
    );
    const [version] = await tx.query<{ id: string; original: string }>(
      `INSERT INTO course_version
         (course_id, number, content_hash, status, title, summary, outcomes, imported_at, published_at)
       SELECT $1::uuid, 1, v.content_hash, 'published', $3::jsonb, v.summary, v.outcomes, v.imported_at, v.published_at
       FROM course c JOIN course_version v ON v.id = c.published_version_id WHERE c.id = $2
       RETURNING id, (SELECT published_version_id FROM course WHERE id = $2) AS original`,
      [id, FIXTURE.courseId, JSON.stringify({ zh: title, en: `${title} (en)` })],
    );
    const copy = (table: string, columns: string) =>
      tx.query(
        `INSERT INTO ${table} (version_id, ${columns}) SELECT $1::uuid, ${columns} FROM ${table} WHERE version_id = $2`,
        [version!.id, version!.original],
      );
    await copy('course_module', 'id, position, title');
    await copy(
      'lesson',
      'id, module_id, position, title, tiers, blocks, case_graph, sources, minutes, content_hash',
    );
    await copy('quiz', 'id, title, pass_percent, attempts, limit_minutes, draw');
    await tx.query('UPDATE course SET published_version_id = $2 WHERE id = $1', [id, version!.id]);
  });
  return id;
}
