import type { AttemptResult, OpenAttempt } from '@readyroom/contract';
import { AttemptQuestion, TIERS } from '@readyroom/contract';
import { contentTemplate } from '../../support/content-template.js';
import { QuizSetting } from './quiz-setting.js';

describe('the quizzes that ship with the product', () => {
  let quiz: QuizSetting;
  beforeAll(async () => {
    quiz = await QuizSetting.start(await contentTemplate());
  });
  afterAll(() => quiz.stop());

  it.each(TIERS)(
    'when a learner of tier %s answers right every quiz should be passed, and failed when wrong',
    async (tier) => {
      const courses = await quiz.rows<{ courseId: string; quizId: string }>(
        'SELECT c.id AS "courseId", q.id AS "quizId" FROM course c JOIN quiz q ON q.version_id = c.published_version_id',
      );
      expect(courses).toHaveLength(6);
      for (const course of courses) {
        const good = await quiz.opened({ tier }, course);
        expect(good.attempt.questions).toHaveLength(10);
        for (const question of good.attempt.questions)
          expect(AttemptQuestion.parse(question)).toEqual(question);
        expect(await quiz.pass(good)).toMatchObject({
          scorePercent: 100,
          passed: true,
          courseCompleted: true,
        });

        const poor = await quiz.opened({ tier }, course);
        const met = new Set<string>();
        for (let attempt: OpenAttempt = poor.attempt; ;) {
          for (const { prompt } of attempt.questions) met.add(prompt.zh + prompt.en);
          const { body } = (await quiz.submit(poor.client, attempt.id, {
            answers: quiz.allWrong(attempt),
          })) as { body: AttemptResult };
          expect(body).toMatchObject({ scorePercent: 0, passed: false, wrong: 10 });
          if (body.attemptsLeft === 0) break;
          attempt = await quiz.open(poor, course);
        }
        // A retake is no repetition: three attempts meet clearly more than one draw.
        expect(met.size).toBeGreaterThanOrEqual(14);
      }
    },
  );
});
