import { FIXTURE, fixtureTemplate } from '../../support/content-template.js';
import { TestApp, type TestClient } from '../../support/test-app.js';
import { changeFixture } from '../courses/support.js';
import { answered } from './support.js';

const id = (n: number) => `00000000-0000-4000-8000-${n.toString(16).padStart(12, '0')}`;
const QUESTION = {
  single: id(0x201),
  multiple: id(0x202),
  boolean: id(0x203),
  ordering: id(0x204),
  matching: id(0x205),
  numeric: id(0x206),
  short: id(0x207),
};

describe('question bank of the console', () => {
  let app: TestApp;
  let trainer: TestClient;

  beforeAll(async () => {
    app = await TestApp.start({ template: await fixtureTemplate() });
    trainer = (await app.signedIn({ roles: ['trainer'] })).client;
  });
  afterAll(() => app.stop());

  it.each(['/topics', '/questions', `/questions/${QUESTION.single}`])(
    'GET %s: when nobody is signed in it should answer 401, to anybody who is no trainer 403',
    async (path) => {
      expect((await app.client().get(path)).status).toBe(401);
      for (const role of ['employee', 'hr', 'auditor'] as const) {
        const { client } = await app.signedIn({ roles: [role] });
        const { status, text } = await client.get(path);
        expect(status).toBe(403);
        expect(text).not.toMatch(/correct|rationale/);
      }
    },
  );

  it('GET /topics: should list the topics in their order', async () => {
    const { status, body } = await trainer.get('/topics');
    expect(status).toBe(200);
    expect(body).toEqual({
      total: 2,
      items: [
        { id: id(0x11), key: 'signals', title: { zh: '信号', en: 'Signals' } },
        { id: id(0x12), key: 'statements', title: { zh: '声明', en: 'Statements' } },
      ],
    });
  });

  describe('GET /questions', () => {
    const list = async (query: string) => {
      const { status, body } = await trainer.get(`/questions?${query}`);
      expect(status).toBe(200);
      return body;
    };

    it.each(['sort=prompt', 'type=essay', 'difficulty=4', 'tier=boss', 'perPage=0', 'retired=maybe'])(
      'when the query says %s it should answer 400',
      async (query) => {
        expect((await trainer.get(`/questions?${query}`)).body.code).toBe('request.invalid');
      },
    );

    it('should show what a question is, without its key', async () => {
      const { items, total } = await list('perPage=100');
      expect([items.length, total]).toEqual([17, 17]);
      expect(items.find((item: { id: string }) => item.id === QUESTION.single)).toEqual({
        id: QUESTION.single,
        versionId: expect.any(String) as string,
        versionNumber: 1,
        topic: 'signals',
        topicTitle: { zh: '信号', en: 'Signals' },
        type: 'single',
        difficulty: 1,
        tiers: null,
        prompt: { zh: '哪一个是信号？', en: 'Which one is a signal?' },
        retired: false,
        updatedAt: '2026-03-02T01:00:00.000Z',
        stats: { answered: 0, meanPercent: null },
      });
    });

    it.each([
      ['topic=statements', 4],
      ['topic=statements&topic=signals', 17],
      ['type=single&type=short', 6],
      ['difficulty=3', 4],
      ['tier=manager', 13],
      ['tier=manager&type=boolean', 3],
      ['q=SIGNAL', 2],
      [`q=${encodeURIComponent('信号')}`, 2],
      ['q=%25', 0],
      ['retired=true', 0],
      ['retired=false', 17],
      ['topic=none', 0],
    ])('when filtered by %s it should find %i', async (query, total) => {
      const body = await list(query);
      expect(body.total).toBe(total);
      expect(body.items).toHaveLength(Math.min(total, 25));
    });

    it('when paged it should show every question once', async () => {
      const pages = await Promise.all(
        [1, 2, 3].map((page) => list(`sort=difficulty&order=desc&perPage=7&page=${page}`)),
      );
      const items: { id: string; difficulty: number }[] = pages.flatMap((page) => page.items);
      expect(new Set(items.map((item) => item.id)).size).toBe(17);
      expect(items.map((item) => item.difficulty)).toEqual(
        items.map((item) => item.difficulty).toSorted((a, b) => b - a),
      );
    });
  });

  describe('results of people', () => {
    let scoped: TestClient;
    beforeAll(async () => {
      const [labs, sales, gone] = [
        await app.person({ department: '集团/研发/实验室' }),
        await app.person({ department: '集团/销售' }),
        await app.person({ department: '集团/研发', status: 'left' }),
      ];
      const choose = (choice: string, points: number) => ({
        questionId: QUESTION.single,
        answer: { type: 'single', choice },
        points,
      });
      const graded = await answered(app, labs, choose('a', 1));
      await answered(app, labs, choose('b', 0));
      await answered(app, sales, choose('c', 0));
      await answered(app, sales, { questionId: QUESTION.single, answer: null, points: 0 });
      await answered(app, labs, {
        questionId: QUESTION.multiple,
        answer: { type: 'multiple', choices: ['a', 'c'] },
        points: 0.25,
      });
      // None of these counts: practice, not finished, by somebody who has left.
      await answered(app, labs, { ...choose('c', 0), practiceOf: graded });
      await answered(app, labs, { ...choose('c', 0), finished: false });
      await answered(app, gone, choose('c', 0));
      scoped = (await app.signedIn({ roles: ['trainer'], department: '集团/研发', scope: '集团/研发' }))
        .client;
    });

    const single = async (client: TestClient) => (await client.get(`/questions/${QUESTION.single}`)).body;

    it('should count finished graded attempts of active people, an unanswered question as none', async () => {
      const { stats, options } = await single(trainer);
      expect(stats).toEqual({ answered: 4, meanPercent: 25 });
      expect(options.map((option: { chosenPercent: number }) => option.chosenPercent)).toEqual([25, 25, 25]);
    });

    it('when a trainer is limited to a department it should count the people of that sub-tree alone', async () => {
      const { stats, options } = await single(scoped);
      expect(stats).toEqual({ answered: 2, meanPercent: 50 });
      expect(options.map((option: { chosenPercent: number }) => option.chosenPercent)).toEqual([50, 50, 0]);
    });

    it('should show the same figures in the list, and sort by them', async () => {
      const { body } = await trainer.get('/questions?sort=answered&order=desc&perPage=3');
      expect(
        body.items.map((item: { id: string; stats: object }) => [item.id, item.stats]).slice(0, 2),
      ).toEqual([
        [QUESTION.single, { answered: 4, meanPercent: 25 }],
        [QUESTION.multiple, { answered: 1, meanPercent: 25 }],
      ]);
      const ascending = (await trainer.get('/questions?sort=answered&perPage=3')).body.items;
      expect(ascending[0].stats.answered).toBe(0);
      const hardest = (await scoped.get('/questions?sort=meanPercent&perPage=3')).body.items;
      expect(hardest.map((item: { id: string }) => item.id).slice(0, 2)).toEqual([
        QUESTION.multiple,
        QUESTION.single,
      ]);
      expect(hardest[2].stats.meanPercent).toBeNull();
    });

    it('when several were chosen it should count each', async () => {
      const { body } = await trainer.get(`/questions/${QUESTION.multiple}`);
      expect(body.options.map((option: { chosenPercent: number }) => option.chosenPercent)).toEqual([
        100, 0, 100, 0,
      ]);
    });
  });

  describe('GET /questions/:id', () => {
    const detail = async (questionId: string) => (await trainer.get(`/questions/${questionId}`)).body;

    it('when the id is none it should answer 400, when nothing has it 404', async () => {
      expect((await trainer.get('/questions/none')).status).toBe(400);
      const { status, body } = await trainer.get(`/questions/${FIXTURE.courseId}`);
      expect([status, body.code]).toEqual([404, 'question.not_found']);
    });

    it('should lay open the key of every type', async () => {
      const single = await detail(QUESTION.single);
      expect(single).toMatchObject({
        rationale: { zh: '因为次数。', en: 'Because of the count.' },
        source: 'Example Press, 2020',
      });
      expect(single.options.map((option: { correct: boolean }) => option.correct)).toEqual([
        true,
        false,
        false,
      ]);
      expect(
        (await detail(QUESTION.multiple)).options.map((option: { correct: boolean }) => option.correct),
      ).toEqual([true, true, false, false]);
      expect(await detail(QUESTION.boolean)).toMatchObject({
        answer: false,
        options: [],
        items: [],
        pairs: [],
        source: null,
      });
      expect((await detail(QUESTION.ordering)).items.map((item: { en: string }) => item.en)).toEqual([
        'What you saw',
        'How it differs',
        'What is not known',
      ]);
      expect((await detail(QUESTION.matching)).pairs[1]).toEqual({
        left: { zh: '橙', en: 'Orange' },
        right: { zh: '统一口径', en: 'Use agreed words' },
      });
      expect(await detail(QUESTION.numeric)).toMatchObject({
        answer: 3,
        tolerance: 0.1,
        unit: { zh: '倍', en: 'times' },
      });
      expect(await detail(QUESTION.short)).toMatchObject({
        answer: null,
        accepted: { zh: ['红', '红色'], en: ['red'] },
      });
    });

    it('when the content changed it should show the next version, keep the results and say who chose what of that version', async () => {
      const before = await detail(QUESTION.single);
      await changeFixture(app, [
        ['first-hour/questions/signals.yaml', 'Which one is a signal?', 'Which of these is a signal?'],
      ]);
      const after = await detail(QUESTION.single);
      expect(after).toMatchObject({
        versionNumber: 2,
        prompt: { en: 'Which of these is a signal?' },
        stats: before.stats,
      });
      expect(after.versionId).not.toBe(before.versionId);
      expect(after.options[0].chosenPercent).toBeNull();
    });
  });
});
