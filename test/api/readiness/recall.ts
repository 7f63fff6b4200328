import { randomUUID } from 'node:crypto';
import { bareCourse, beginCourse } from '../../support/bare-course.js';
import { attemptOf, bareQuestions, withLessons } from '../../support/learning-history.js';
import type { TestApp } from '../../support/test-app.js';

/** Quizzes that people pass or fail, topic by topic. */
export class Recall {
  private attempts = 0;

  private constructor(
    private readonly app: TestApp,
    private readonly courseId: string,
    private readonly quizId: string,
    private readonly questions: Map<string, string[]>,
  ) {}

  /** With the topics `topic-1`, `topic-2`, `topic-3`. */
  static async make(app: TestApp): Promise<Recall> {
    const courseId = await bareCourse(app, '预警');
    const quizId = randomUUID();
    await withLessons(app, courseId, [{ id: randomUUID(), tiers: null }], quizId);
    return new Recall(app, courseId, quizId, await bareQuestions(app, 3, 2));
  }

  /** A finished graded attempt now: points (of 1) of the two questions of each topic named. */
  async take(
    personId: string,
    points: Record<string, [number | null, number | null]>,
    more: { finishedAt?: Date | null } = {},
  ): Promise<string> {
    await beginCourse(this.app, personId, this.courseId);
    const [enrolment] = await this.app.database.query<{ id: string }>(
      'SELECT id FROM enrolment WHERE person_id = $1 AND course_id = $2',
      [personId, this.courseId],
    );
    return attemptOf(this.app, enrolment!.id, {
      quizId: this.quizId,
      number: ++this.attempts,
      finishedAt: more.finishedAt === undefined ? this.app.clock.now() : more.finishedAt,
      passed: true,
      answers: Object.entries(points).flatMap(([topic, each]) =>
        each.map((of, n) => ({ questionId: this.questions.get(topic)![n]!, topic, points: of })),
      ),
    });
  }
}
