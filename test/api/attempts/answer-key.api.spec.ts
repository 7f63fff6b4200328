import type { Keyed, QuestionAnswer } from '../../../api/src/modules/content/index.js';
import { QUIZ, QuizSetting } from './quiz-setting.js';

const CANARY = /canary|kk-/i;
const NUMBER = 73571;
const marked = (key: string) => `kk-${key}`;

/** What nobody may read before handing in, made recognisable: keys of options, reasons, accepted texts, numbers. */
async function plantCanaries(quiz: QuizSetting): Promise<void> {
  const rows = await quiz.rows<{ id: string; body: Record<string, unknown>; answer: QuestionAnswer }>(
    'SELECT v.id, v.body, k.answer FROM question_version v JOIN question_key k ON k.question_version_id = v.id',
  );
  for (const { id, body, answer } of rows) {
    const lists = Object.entries(body).map(([name, value]) => [
      name,
      Array.isArray(value) ? (value as Keyed[]).map((item) => ({ ...item, key: marked(item.key) })) : value,
    ]);
    await quiz.rows('UPDATE question_version SET body = $2 WHERE id = $1', [id, Object.fromEntries(lists)]);
    await quiz.rows(
      'UPDATE question_key SET answer = $2, rationale = $3, source = $4 WHERE question_version_id = $1',
      [id, markedAnswer(answer), { zh: 'canary 理由', en: 'canary rationale' }, 'canary source'],
    );
  }
  await quiz.learnKeys();
}

function markedAnswer(answer: QuestionAnswer): QuestionAnswer {
  switch (answer.type) {
    case 'single':
      return { ...answer, choice: marked(answer.choice) };
    case 'multiple':
      return { ...answer, choices: answer.choices.map(marked) };
    case 'ordering':
      return { ...answer, order: answer.order.map(marked) };
    case 'matching':
      return {
        ...answer,
        pairs: answer.pairs.map(({ left, right }) => ({ left: marked(left), right: marked(right) })),
      };
    case 'numeric':
      return { ...answer, value: NUMBER };
    case 'short':
      return { ...answer, accepted: { zh: ['canary 词'], en: ['canary word'] } };
    case 'boolean':
      return answer;
  }
}

describe('the answer key before its time', () => {
  let quiz: QuizSetting;
  let contentIds: string[];

  beforeAll(async () => {
    quiz = await QuizSetting.start();
    await plantCanaries(quiz);
    const rows = await quiz.rows<{ id: string }>(
      'SELECT id FROM question UNION ALL SELECT id FROM question_version',
    );
    contentIds = rows.map(({ id }) => id);
  });
  afterAll(() => quiz.stop());

  /** Everything of a reply that reaches the learner. */
  const wire = ({ headers, text }: { headers: object; text: string }) => JSON.stringify(headers) + text;

  it('when an attempt is open no reply of any kind should carry a key, a reason or an id of the content', async () => {
    for (const tier of ['executive', 'manager', 'frontline'] as const) {
      const learner = await quiz.learner({ tier });
      const { client } = learner;
      const started = await quiz.startQuiz(learner);
      const attempt = started.body as { id: string; questions: [] };
      const opened = { ...started.body };
      const url = `/learn/attempts/${attempt.id}`;
      const replies = [
        started,
        await quiz.startQuiz(learner),
        await client.get(url),
        await quiz.save(client, attempt.id, quiz.allWrong(opened, 2)),
        await quiz.save(
          client,
          attempt.id,
          quiz.allRight(opened, 3).map((answer) => withoutCanary(answer)),
        ),
        await quiz.save(client, attempt.id, quiz.allWrong(opened, 1)),
        await client.get(url),
        await quiz.save(client, attempt.id, [
          { position: 1, seq: 9, answer: { type: 'single', choice: 'o9' } },
        ]),
        await quiz.save(client, attempt.id, [{ position: 99, seq: 9, answer: null }]),
        await quiz.save(client, attempt.id, [{ position: 'one' }]),
        await quiz.submit(client, attempt.id, { answers: [{ position: 99, seq: 9, answer: null }] }),
        await quiz.submit(client, attempt.id, {}, 'bad'),
        await client.get(`${url}/result`),
        await client.post(`${url}/practice`),
        await client.get('/learn/home'),
        await client.get(`/learn/courses/${QUIZ.courseId}`),
      ];
      expect(replies.map(({ status }) => status)).toEqual([
        201, 200, 200, 200, 200, 200, 200, 400, 400, 400, 400, 400, 409, 409, 200, 200,
      ]);
      for (const reply of replies) {
        const seen = wire(reply);
        expect(seen).not.toMatch(CANARY);
        expect(seen).not.toMatch(
          new RegExp(
            `${NUMBER}|"key"|"points"|"correct|rationale|tolerance|accepted|difficulty|"tiers"`,
            'i',
          ),
        );
        for (const id of contentIds) expect(seen).not.toContain(id);
      }
      const result = await quiz.submit(client, attempt.id);
      expect(result.text).toContain('canary rationale');
      expect(result.text).not.toContain('kk-');
      expect(result.text).not.toContain('canary source');
      for (const id of contentIds) expect(result.text).not.toContain(id);
    }
  });

  it('when a practice is open it should keep the same silence, and its result no keys', async () => {
    const { client, attempt } = await quiz.opened();
    await quiz.submit(client, attempt.id);
    const practice = await client.post(`/learn/attempts/${attempt.id}/practice`);
    expect(practice.status).toBe(201);
    const replies = [
      practice,
      await client.get(`/learn/attempts/${practice.body.id}`),
      await client.get(`/learn/attempts/${practice.body.id}/result`),
    ];
    for (const reply of replies) expect(wire(reply)).not.toMatch(CANARY);
    expect((await quiz.submit(client, practice.body.id)).text).not.toContain('kk-');
  });

  it('when an answer is right or wrong the reply to its save should be the same, byte for byte', async () => {
    const { client, attempt } = await quiz.opened();
    const right = quiz.allRight(attempt).map((answer) => withoutCanary(answer));
    const wrong = quiz.allWrong(attempt);
    for (const i of right.keys()) {
      const one = await quiz.save(client, attempt.id, [{ ...right[i]!, seq: 10 + i * 2 }]);
      const other = await quiz.save(client, attempt.id, [{ ...wrong[i]!, seq: 11 + i * 2 }]);
      expect(other.text.replace(/"seq":\d+/, '')).toBe(one.text.replace(/"seq":\d+/, ''));
      expect(other.headers['content-length']).toBe(one.headers['content-length']);
    }
  });

  it('when an order is asked for it should never be shown as the right one', async () => {
    const answers = await quiz.rows<{ order: string[]; shown: string[] }>(
      `SELECT k.answer -> 'order' AS "order", q.presentation -> 'options' AS shown FROM attempt_question q
       JOIN question_key k ON k.question_version_id = q.question_version_id WHERE k.answer ->> 'type' = 'ordering'`,
    );
    for (const { order, shown } of answers) expect(shown).not.toEqual(order);
  });

  /** The number and the word that are right are canaries themselves and come back as the own answer: leave them out. */
  function withoutCanary<T extends { answer: { type: string } }>(
    entry: T,
  ): T | (Omit<T, 'answer'> & { answer: null }) {
    return entry.answer.type === 'numeric' || entry.answer.type === 'short'
      ? { ...entry, answer: null }
      : entry;
  }
});
