import { randomUUID } from 'node:crypto';
import type { Tier } from '@readyroom/contract';
import type { TestApp } from './test-app.js';

const TEXT = JSON.stringify({ zh: '题', en: 'text' });

/** Topics with questions, of which only their identity matters; answers topic keys and question ids by topic. */
export async function bareQuestions(
  app: TestApp,
  topics: number,
  each: number,
): Promise<Map<string, string[]>> {
  const made = new Map<string, string[]>();
  for (let t = 1; t <= topics; t++) {
    const key = `topic-${t}`;
    await app.database.query('INSERT INTO topic (key, id, title, position) VALUES ($1, $2, $3, $4)', [
      key,
      randomUUID(),
      TEXT,
      t,
    ]);
    const ids = Array.from({ length: each }, () => randomUUID());
    await app.database.query('INSERT INTO question (id, topic_key) SELECT unnest($1::uuid[]), $2', [
      ids,
      key,
    ]);
    await app.database.query(
      `INSERT INTO question_version (question_id, number, content_hash, topic_key, type, difficulty, prompt, body, created_at)
       SELECT unnest($1::uuid[]), 1, 'none', $2, 'single', 2, $3, '{}', $4`,
      [ids, key, TEXT, app.clock.now()],
    );
    made.set(key, ids);
  }
  await app.database.query(
    'UPDATE question q SET current_version_id = v.id FROM question_version v WHERE v.question_id = q.id AND q.current_version_id IS NULL',
  );
  return made;
}

/** Gives the published version of a bare course a module, lessons for these tiers (null = everybody) and a quiz. */
export async function withLessons(
  app: TestApp,
  courseId: string,
  lessons: { id: string; tiers: Tier[] | null }[],
  quizId: string,
): Promise<string> {
  const [version] = await app.database.query<{ id: string }>(
    'SELECT published_version_id AS id FROM course WHERE id = $1',
    [courseId],
  );
  const versionId = version!.id;
  const moduleId = randomUUID();
  await app.database.query(
    'INSERT INTO course_module (version_id, id, position, title) VALUES ($1, $2, 1, $3)',
    [versionId, moduleId, TEXT],
  );
  for (const [i, { id, tiers }] of lessons.entries())
    await app.database.query(
      `INSERT INTO lesson (version_id, id, module_id, position, title, tiers, blocks, sources, minutes, content_hash)
       VALUES ($1, $2, $3, $4, $5, $6, '[]', '[]', '{}', 'none')`,
      [versionId, id, moduleId, i + 1, TEXT, tiers],
    );
  await app.database.query(
    `INSERT INTO quiz (version_id, id, title, pass_percent, attempts, limit_minutes, draw) VALUES ($1, $2, $3, 80, 0, 0, '[]')`,
    [versionId, quizId, TEXT],
  );
  return versionId;
}

/** A new published version of a course, without lessons yet. */
export async function nextVersion(app: TestApp, courseId: string): Promise<void> {
  await app.database.query(`UPDATE course_version SET status = 'retired' WHERE course_id = $1`, [courseId]);
  await app.database.query(
    `WITH v AS (
       INSERT INTO course_version (course_id, number, content_hash, status, title, summary, outcomes, imported_at)
       SELECT course_id, max(number) + 1, 'none', 'published', $2::jsonb, $2::jsonb, '{"zh": [], "en": []}', $3
       FROM course_version WHERE course_id = $1 GROUP BY 1 RETURNING id)
     UPDATE course SET published_version_id = v.id FROM v WHERE course.id = $1`,
    [courseId, TEXT, app.clock.now()],
  );
}

/** An attempt with a question for each entry; `finishedAt: null` = still open. Points are of one each. */
export async function attemptOf(
  app: TestApp,
  enrolmentId: string,
  spec: {
    quizId: string;
    kind?: 'graded' | 'practice';
    practiceOf?: string;
    number: number;
    finishedAt: Date | null;
    passed: boolean;
    answers: { questionId: string; topic: string; points: number | null }[];
  },
): Promise<string> {
  const [attempt] = await app.database.query<{ id: string }>(
    `INSERT INTO attempt (enrolment_id, person_id, course_id, version_id, quiz_id, tier, department_id, kind, practice_of,
                          number, started_at, finished_at, finished_by, points, max_points, score_percent, passed)
     SELECT e.id, e.person_id, e.course_id, e.version_id, $2, e.tier, p.department_id, $3, $4, $5,
            coalesce($6::timestamptz, $8), $6, CASE WHEN $6::timestamptz IS NOT NULL THEN 'learner' END, 0, 1, 0, $7
     FROM enrolment e JOIN person p ON p.id = e.person_id WHERE e.id = $1 RETURNING id`,
    [
      enrolmentId,
      spec.quizId,
      spec.kind ?? 'graded',
      spec.practiceOf ?? null,
      spec.number,
      spec.finishedAt,
      spec.passed,
      app.clock.now(),
    ],
  );
  await app.database.query(
    `INSERT INTO attempt_question (attempt_id, position, question_id, question_version_id, topic_key, presentation, points, max_points)
     SELECT $1, i.position, i.question_id, q.current_version_id, i.topic, '{}', i.points, 1
     FROM unnest($2::uuid[], $3::text[], $4::numeric[]) WITH ORDINALITY AS i(question_id, topic, points, position)
     JOIN question q ON q.id = i.question_id`,
    [
      attempt!.id,
      spec.answers.map((a) => a.questionId),
      spec.answers.map((a) => a.topic),
      spec.answers.map((a) => a.points),
    ],
  );
  return attempt!.id;
}
