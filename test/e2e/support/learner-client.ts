import { randomUUID } from 'node:crypto';
import type { CourseOutline, LessonPage, OpenAttempt, AttemptResult } from '@readyroom/contract';
import { PASSWORD, type Product } from '../../support/product.js';
import { rightAnswers } from './answering.js';

/** A learner who goes through courses over HTTP, as the app does. */
export class LearnerClient {
  private constructor(
    private readonly product: Product,
    private readonly cookie: string,
  ) {}

  static async signIn(product: Product, login: string): Promise<LearnerClient> {
    const answer = await fetch(`${product.url}/api/auth/sign-in`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ login, password: PASSWORD }),
    });
    if (!answer.ok) throw new Error(`Sign-in of ${login}: ${answer.status}`);
    return new LearnerClient(
      product,
      answer.headers
        .getSetCookie()
        .map((one) => one.split(';')[0])
        .join('; '),
    );
  }

  /** Reads every lesson, plays every case, and takes the quiz with the first `wrong` answers left out. */
  async finish(courseId: string, wrong = 0): Promise<AttemptResult> {
    const outline = await this.readAll(courseId);
    const attempt = await this.send<OpenAttempt>(
      'POST',
      `learn/quizzes/${outline.quiz.id}/attempts?courseId=${courseId}`,
    );
    const right = await rightAnswers(this.product.database, attempt.id);
    const answers = attempt.questions
      .slice(wrong)
      .map(({ position }) => ({ position, seq: 1, answer: right.get(position)! }));
    return this.send<AttemptResult>('POST', `learn/attempts/${attempt.id}/submit`, { answers });
  }

  /** Reads the lessons of a course, or the first ones of them. */
  async readAll(courseId: string, lessons = Infinity): Promise<CourseOutline> {
    const outline = await this.send<CourseOutline>('GET', `learn/courses/${courseId}?locale=zh-CN`);
    const ids = outline.modules.flatMap((module) => module.lessons.map(({ id }) => id)).slice(0, lessons);
    for (const [index, id] of ids.entries()) await this.read(courseId, id, index + 1);
    return outline;
  }

  private async read(courseId: string, lessonId: string, seq: number): Promise<void> {
    const path = (rest = '') => `learn/lessons/${lessonId}${rest}?courseId=${courseId}&locale=zh-CN`;
    let lesson = await this.send<LessonPage>('GET', path());
    while (lesson.case?.open) {
      const { id: nodeId, options } = lesson.case.open;
      await this.send('POST', path('/decisions'), { nodeId, optionId: options[0]!.id });
      lesson = await this.send<LessonPage>('GET', path());
    }
    await this.send('PUT', path('/progress'), { blockId: lesson.blocks.at(-1)!.id, seq, done: true });
  }

  private async send<T>(method: string, path: string, body?: object): Promise<T> {
    const answer = await fetch(`${this.product.url}/api/${path}`, {
      method,
      headers: {
        cookie: this.cookie,
        'idempotency-key': randomUUID(),
        ...(body ? { 'content-type': 'application/json' } : {}),
      },
      body: body && JSON.stringify(body),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
    return JSON.parse(text) as T;
  }
}
