import { FIXTURE } from '../../support/content-template.js';
import type { TestApp, TestPerson } from '../../support/test-app.js';

let numbers = 0;

interface Given {
  questionId: string;
  /** As the API stores it, in keys of the question. */
  answer: object | null;
  points: number;
  /** Makes it practice of that graded attempt. */
  practiceOf?: string;
  finished?: boolean;
}

/** Records an attempt of this person with one question in it, worth one point. Answers its id. */
export async function answered(app: TestApp, person: TestPerson, given: Given): Promise<string> {
  const now = app.clock.now();
  const [attempt] = await app.database.query<{ id: string }>(
    `WITH e AS (
       INSERT INTO enrolment (person_id, course_id, version_id, tier, started_at, last_activity_at)
       SELECT $1, id, published_version_id, 'frontline', $4, $4 FROM course WHERE id = $2
       ON CONFLICT (person_id, course_id) WHERE superseded_at IS NULL DO UPDATE SET last_activity_at = $4 RETURNING *)
     INSERT INTO attempt (enrolment_id, person_id, course_id, version_id, quiz_id, tier, department_id, kind, practice_of, number, started_at, finished_at)
     SELECT id, person_id, course_id, version_id, $3, tier, $5, $6, $7, $8, $4, $9 FROM e RETURNING id`,
    [
      person.id,
      FIXTURE.courseId,
      FIXTURE.quizId,
      now,
      person.departmentId,
      given.practiceOf ? 'practice' : 'graded',
      given.practiceOf ?? null,
      ++numbers,
      given.finished === false ? null : now,
    ],
  );
  await app.database.query(
    `INSERT INTO attempt_question (attempt_id, position, question_id, question_version_id, topic_key, presentation, answer, points, max_points)
     SELECT $1, 1, q.id, q.current_version_id, q.topic_key, '{}', $3, $4, 1 FROM question q WHERE q.id = $2`,
    [attempt!.id, given.questionId, given.answer && JSON.stringify(given.answer), given.points],
  );
  return attempt!.id;
}
