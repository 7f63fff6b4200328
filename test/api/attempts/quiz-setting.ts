import type { Answer, AttemptQuestion, AttemptResult, OpenAttempt, Text } from '@readyroom/contract';
import type { Keyed, QuestionAnswer, QuestionBody } from '../../../api/src/modules/content/index.js';
import { refreshStandings } from '../../../api/src/modules/standings/index.js';
import { FIXTURE, fixtureTemplate } from '../../support/content-template.js';
import { TestApp, type PersonSpec, type TestClient, type TestPerson } from '../../support/test-app.js';

// Whoever comes first imports the content for everybody, and machines are slow at times.
jest.setTimeout(60_000);

interface Known {
  body: QuestionBody;
  answer: QuestionAnswer;
}
export interface Learner {
  person: TestPerson;
  client: TestClient;
  enrolmentId: string;
}

/** A quiz and the course it belongs to. */
interface Place {
  courseId: string;
  quizId: string;
}

/** What a single, multiple or ordering question offers. */
const choicesOf = (body: QuestionBody): Keyed[] =>
  'options' in body ? body.options : 'items' in body ? body.items : [];

/** The fixture quiz: 7 questions, 2 attempts, 10 minutes, 60 per cent. */
export const QUIZ = {
  courseId: FIXTURE.courseId,
  quizId: FIXTURE.quizId,
  questions: 7,
  attempts: 2,
  minutes: 10,
};

/** The product with the fixture course, learners who stand before its quiz, and somebody who knows the answers. */
export class QuizSetting {
  private known = new Map<string, Known>();

  private constructor(readonly app: TestApp) {}

  static async start(template?: string): Promise<QuizSetting> {
    const setting = new QuizSetting(await TestApp.start({ template: template ?? (await fixtureTemplate()) }));
    await setting.learnKeys();
    return setting;
  }

  stop(): Promise<void> {
    return this.app.stop();
  }

  /** Reads the keys anew, for tests that changed them. */
  async learnKeys(): Promise<void> {
    const rows = await this.app.database.query<Known & { prompt: Text }>(
      'SELECT v.prompt, v.body, k.answer FROM question_version v JOIN question_key k ON k.question_version_id = v.id',
    );
    this.known = new Map(rows.map((row) => [row.prompt.en + row.prompt.zh, row]));
  }

  /** Somebody who has begun the course and done all of its lessons. */
  async learner(spec: PersonSpec = {}, course: Place = QUIZ): Promise<Learner> {
    const learner = await this.beginner(spec, course);
    await this.app.database.query(
      `INSERT INTO lesson_progress (enrolment_id, lesson_id, last_block_id, percent, seq, started_at, updated_at, done_at)
       SELECT e.id, l.id, l.id, 100, 1, $2, $2, $2 FROM enrolment e JOIN lesson l ON l.version_id = e.version_id
       WHERE e.id = $1 AND (l.tiers IS NULL OR e.tier = ANY(l.tiers))`,
      [learner.enrolmentId, this.app.clock.now()],
    );
    return learner;
  }

  /** Somebody who has begun the course and done none of its lessons. */
  async beginner(spec: PersonSpec = {}, course: Place = QUIZ): Promise<Learner> {
    const { person, client } = await this.app.signedIn(spec);
    const [row] = await this.app.database.query<{ id: string }>(
      `INSERT INTO enrolment (person_id, course_id, version_id, tier, started_at, last_activity_at)
       SELECT p.id, c.id, c.published_version_id, p.tier, $3, $3 FROM person p, course c WHERE p.id = $1 AND c.id = $2
       RETURNING id`,
      [person.id, course.courseId, this.app.clock.now()],
    );
    await refreshStandings(this.app.database, { personIds: [person.id], courseIds: [course.courseId] });
    return { person, client, enrolmentId: row!.id };
  }

  /** Somebody who has not yet replaced a temporary password: the one kind of person who may not learn. */
  async newcomer(): Promise<{ client: TestClient }> {
    const person = await this.app.person();
    await this.app.database.query(
      `INSERT INTO credential (person_id, password_hash, temporary, changed_at) VALUES ($1, 'none', true, $2)`,
      [person.id, this.app.clock.now()],
    );
    return { client: await this.app.as(person) };
  }

  startQuiz({ client }: { client: TestClient }, { courseId, quizId }: Place = QUIZ) {
    return client.post(`/learn/quizzes/${quizId}/attempts?courseId=${courseId}`);
  }

  /** An open attempt of a new learner. */
  async opened(spec: PersonSpec = {}, course: Place = QUIZ): Promise<Learner & { attempt: OpenAttempt }> {
    const learner = await this.learner(spec, course);
    return { ...learner, attempt: await this.open(learner, course) };
  }

  async open(learner: { client: TestClient }, course: Place = QUIZ): Promise<OpenAttempt> {
    const { status, body } = await this.startQuiz(learner, course);
    expect([200, 201]).toContain(status);
    return body as OpenAttempt;
  }

  save(client: TestClient, attemptId: string, answers: object[], deviceId = 'device-one') {
    return client.put(`/learn/attempts/${attemptId}/answers`, { deviceId, answers });
  }

  submit(client: TestClient, attemptId: string, body: object = {}, key?: string) {
    const sent = client.post(`/learn/attempts/${attemptId}/submit`, body);
    return key ? sent.set('idempotency-key', key) : sent;
  }

  /** Answers everything right and hands in. */
  async pass({ client, attempt }: { client: TestClient; attempt: OpenAttempt }): Promise<AttemptResult> {
    const { status, body } = await this.submit(client, attempt.id, { answers: this.allRight(attempt) });
    expect(status).toBe(200);
    return body as AttemptResult;
  }

  allRight(attempt: OpenAttempt, seq = 1) {
    return attempt.questions.map((question) => ({
      position: question.position,
      seq,
      answer: this.right(question),
    }));
  }
  allWrong(attempt: OpenAttempt, seq = 1) {
    return attempt.questions.map((question) => ({
      position: question.position,
      seq,
      answer: this.wrong(question),
    }));
  }

  /** The right answer in the ids of this attempt, found by the texts that the learner sees. */
  right(question: AttemptQuestion): Answer {
    const { body, answer } = this.known.get(question.prompt.en + question.prompt.zh)!;
    const textOf = (list: Keyed[], key: string) => list.find((item) => item.key === key)!.text.en;
    const option = (list: Keyed[], key: string) =>
      question.options.find(({ text }) => text.en === textOf(list, key))!.id;
    switch (answer.type) {
      case 'single':
        return { type: 'single', choice: option(choicesOf(body), answer.choice) };
      case 'multiple':
        return { type: 'multiple', choices: answer.choices.map((key) => option(choicesOf(body), key)) };
      case 'ordering':
        return { type: 'ordering', order: answer.order.map((key) => option(choicesOf(body), key)) };
      case 'matching': {
        const { left, right } = body as Extract<QuestionBody, { type: 'matching' }>;
        return {
          type: 'matching',
          pairs: answer.pairs.map((pair) => ({
            left: option(left, pair.left),
            right: question.targets.find(({ text }) => text.en === textOf(right, pair.right))!.id,
          })),
        };
      }
      case 'boolean':
        return answer;
      case 'numeric':
        return { type: 'numeric', value: answer.value };
      case 'short':
        return { type: 'short', text: answer.accepted.en[0]! };
    }
  }

  /** An answer that earns nothing. */
  wrong(question: AttemptQuestion): Answer {
    const right = this.right(question);
    const other = question.options.map(({ id }) => id);
    switch (right.type) {
      case 'single':
        return { type: 'single', choice: other.find((id) => id !== right.choice)! };
      case 'multiple':
        return { type: 'multiple', choices: other.filter((id) => !right.choices.includes(id)).slice(0, 1) };
      case 'ordering':
        return { type: 'ordering', order: [...right.order].reverse() };
      case 'matching': {
        const rights = right.pairs.map((pair) => pair.right);
        return {
          type: 'matching',
          pairs: right.pairs.map(({ left }, i) => ({ left, right: rights[(i + 1) % rights.length]! })),
        };
      }
      case 'boolean':
        return { type: 'boolean', value: !right.value };
      case 'numeric':
        return { type: 'numeric', value: right.value + 1_000 };
      case 'short':
        return { type: 'short', text: 'something else' };
    }
  }

  /** Rows as they lie in the database. */
  rows<Row>(sql: string, values: unknown[] = []): Promise<Row[]> {
    return this.app.database.query<Row>(sql, values);
  }
}
