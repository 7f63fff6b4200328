import { randomUUID } from 'node:crypto';
import { beginCourse, bareCourse, finishCourse } from '../../support/bare-course.js';
import { attemptOf, bareQuestions, nextVersion, withLessons } from '../../support/learning-history.js';
import { TestApp, type TestClient, type TestPerson } from '../../support/test-app.js';

const NOWHERE = '00000000-0000-7000-8000-000000000000';
const PATHS = [
  '/today',
  '/analytics/completion-trend',
  '/analytics/topics',
  '/analytics/hardest-questions',
  `/analytics/drop-off?courseId=${NOWHERE}`,
  '/analytics/people?of=completions',
];

describe('analytics', () => {
  let app: TestApp;
  let hr: TestClient;
  let scoped: TestClient;

  beforeAll(async () => {
    app = await TestApp.start();
    hr = (await app.signedIn({ roles: ['hr'], department: '人力资源部' })).client;
    scoped = (await app.signedIn({ roles: ['trainer'], department: '客服中心', scope: '客服中心' })).client;
  });
  afterAll(() => app.stop());

  describe.each(PATHS)('GET %s', (path) => {
    it('when nobody is signed in or the role does not include it, it should refuse', async () => {
      expect((await app.client().get(path)).status).toBe(401);
      for (const role of ['employee', 'auditor'] as const)
        expect((await (await app.signedIn({ roles: [role] })).client.get(path)).status).toBe(403);
    });
  });

  describe('filters', () => {
    it('when a filter is no such thing it should say where', async () => {
      const refused: [string, string][] = [
        ['/analytics/topics?tier=boss', 'tier.0'],
        ['/analytics/topics?departmentId=1', 'departmentId'],
        ['/analytics/topics?from=2026-02-30', 'from'],
        ['/analytics/hardest-questions?to=0000-01-01', 'to'],
        ['/analytics/completion-trend?from=1990-01-01', 'from'],
        ['/analytics/drop-off', 'courseId'],
        ['/analytics/people', 'of'],
        ['/analytics/people?of=topic', 'topic'],
        ['/analytics/people?of=question', 'questionId'],
        ['/analytics/people?of=completions&sort=tier', 'sort'],
      ];
      for (const [path, where] of refused) {
        const { status, body } = await hr.get(path);
        expect([path, status, body.details?.[0].path]).toEqual([path, 400, where]);
      }
    });

    it('when the course does not exist it should be missing', async () => {
      expect((await hr.get(`/analytics/drop-off?courseId=${NOWHERE}`)).body.code).toBe('course.not_found');
    });
  });

  describe('GET /analytics/completion-trend', () => {
    it('when nothing is completed it should have no weeks, unless a range asks for them', async () => {
      expect((await hr.get('/analytics/completion-trend')).body).toEqual({ points: [] });
      const { body } = await hr.get('/analytics/completion-trend?from=2026-02-25&to=2026-03-02');
      expect(body.points).toEqual([
        { weekStart: '2026-02-23', completions: 0, total: 0 },
        { weekStart: '2026-03-02', completions: 0, total: 0 },
      ]);
    });

    it('when a completion falls on Sunday night it should count in that week of the organisation', async () => {
      const courseId = await bareCourse(app, '周界');
      // Sunday 23:30 and Monday 00:30 in Shanghai; both are Sunday in UTC.
      for (const instant of ['2026-01-11T15:30:00.000Z', '2026-01-11T16:30:00.000Z']) {
        app.clock.set(instant);
        await finishCourse(app, (await app.person({ department: '客服中心' })).id, courseId);
      }
      app.clock.set('2026-03-02T01:00:00.000Z');
      const { body } = await hr.get(`/analytics/completion-trend?courseId=${courseId}`);
      expect(body.points).toHaveLength(9);
      expect(body.points.slice(0, 3)).toEqual([
        { weekStart: '2026-01-05', completions: 1, total: 1 },
        { weekStart: '2026-01-12', completions: 1, total: 2 },
        { weekStart: '2026-01-19', completions: 0, total: 2 },
      ]);
      expect(body.points.at(-1)).toEqual({ weekStart: '2026-03-02', completions: 0, total: 2 });
    });
  });

  describe('GET /analytics/topics and /analytics/hardest-questions', () => {
    it('when attempts are open, for practice or of people who left, they should not count; blank answers count as nothing', async () => {
      const courseId = await bareCourse(app, '题目');
      const quizId = randomUUID();
      await withLessons(app, courseId, [{ id: randomUUID(), tiers: null }], quizId);
      const [[topic, [first, second]]] = [...(await bareQuestions(app, 1, 2))] as [
        [string, [string, string]],
      ];
      const sit = async (person: TestPerson, points: (number | null)[], options: object = {}) => {
        await beginCourse(app, person.id, courseId);
        const [enrolment] = await app.database.query<{ id: string }>(
          'SELECT id FROM enrolment WHERE person_id = $1 AND course_id = $2',
          [person.id, courseId],
        );
        const answers = points.map((value, i) => ({
          questionId: i === 0 ? first : second,
          topic,
          points: value,
        }));
        return attemptOf(app, enrolment!.id, {
          quizId,
          number: 1,
          finishedAt: app.clock.now(),
          passed: false,
          answers,
          ...options,
        });
      };
      const manager = await app.person({ tier: 'manager', department: '客服中心' });
      const graded = await sit(manager, [1, 0.5]);
      await sit(manager, [0, 0], { kind: 'practice', practiceOf: graded });
      await sit(await app.person({ department: '客服中心' }), [1, null]);
      await sit(await app.person({ department: '财务部' }), [0, 0], { finishedAt: null });
      await sit(await app.person({ department: '财务部', status: 'left' }), [0, 0]);
      expect((await hr.get(`/analytics/topics?courseId=${courseId}`)).body.items).toEqual([
        {
          topic,
          title: { zh: '题', en: 'text' },
          answers: 4,
          people: 2,
          meanPercent: 62.5,
          byTier: [
            { tier: 'executive', answers: 0, meanPercent: null },
            { tier: 'manager', answers: 2, meanPercent: 75 },
            { tier: 'frontline', answers: 2, meanPercent: 50 },
          ],
        },
      ]);
      expect((await hr.get(`/analytics/hardest-questions?courseId=${courseId}`)).body).toEqual({
        minAnswers: 5,
        items: [],
      });
      for (let n = 0; n < 3; n++)
        await sit(await app.person({ department: '财务部' }), [n === 0 ? 0.75 : 1, 0]);
      const { body } = await hr.get(`/analytics/hardest-questions?courseId=${courseId}`);
      expect(body.items).toEqual([
        {
          questionId: second,
          prompt: { zh: '题', en: 'text' },
          topicTitle: { zh: '题', en: 'text' },
          type: 'single',
          difficulty: 2,
          answers: 5,
          people: 5,
          meanPercent: 10,
          fullPointsPercent: 0,
        },
        {
          questionId: first,
          prompt: { zh: '题', en: 'text' },
          topicTitle: { zh: '题', en: 'text' },
          type: 'single',
          difficulty: 2,
          answers: 5,
          people: 5,
          meanPercent: 95,
          fullPointsPercent: 80,
        },
      ]);
      expect((await scoped.get(`/analytics/hardest-questions?courseId=${courseId}`)).body.items).toEqual([]);
      const people = (
        await scoped.get(`/analytics/people?of=question&questionId=${second}&sort=percent&order=desc`)
      ).body;
      expect(people.items.map((row: { percent: number; attemptId: string }) => row.percent)).toEqual([50, 0]);
      expect(people.items[0]).toMatchObject({
        person: { id: manager.id },
        departmentPath: '客服中心',
        tier: 'manager',
        attemptId: graded,
        at: '2026-03-02T01:00:00.000Z',
      });
    });
  });

  describe('GET /analytics/drop-off', () => {
    it('when people are at different steps it should say where they stand, by the version and tier they began with', async () => {
      const courseId = await bareCourse(app, '流失');
      const [a, b, c, d, quiz] = Array.from({ length: 5 }, () => randomUUID()) as [
        string,
        string,
        string,
        string,
        string,
      ];
      await withLessons(
        app,
        courseId,
        [
          { id: a, tiers: null },
          { id: b, tiers: ['executive'] },
          { id: c, tiers: null },
        ],
        quiz,
      );
      const lesson = async (person: TestPerson, lessonId: string, seq: number, done: boolean) =>
        app.database.query(
          `INSERT INTO lesson_progress (enrolment_id, lesson_id, last_block_id, percent, seq, started_at, updated_at, done_at)
           SELECT id, $2, $2, 0, $3, $4, $4, CASE WHEN $5 THEN $4::timestamptz END FROM enrolment WHERE person_id = $1`,
          [person.id, lessonId, seq, app.clock.now(), done],
        );
      const learner = async (...spec: Parameters<TestApp['person']>) => {
        const person = await app.person(...spec);
        await beginCourse(app, person.id, courseId);
        return person;
      };
      app.clock.set('2026-02-20T01:00:00.000Z');
      await learner();
      const skipped = await learner();
      await lesson(skipped, c, 5, true);
      const executive = await learner({ tier: 'executive' });
      await lesson(executive, a, 1, true);
      const atQuiz = await learner();
      await lesson(atQuiz, a, 1, true);
      await lesson(atQuiz, c, 2, true);
      await finishCourse(app, (await app.person()).id, courseId);
      await nextVersion(app, courseId);
      await withLessons(
        app,
        courseId,
        [
          { id: d, tiers: null },
          { id: a, tiers: null },
        ],
        quiz,
      );
      app.clock.set('2026-03-02T01:00:00.000Z');
      await learner();
      const { body } = await hr.get(`/analytics/drop-off?courseId=${courseId}`);
      const steps = body.steps.map(
        (s: { id: string; reached: number; finished: number; stopped: number }) => [
          s.id,
          s.reached,
          s.finished,
          s.stopped,
        ],
      );
      expect([body.started, body.completed]).toEqual([6, 1]);
      // Nobody but the newcomer has d; the executive stands at b; who did c first is sent back to a.
      expect(steps).toEqual([
        [d, 1, 0, 0],
        [a, 5, 3, 2],
        [b, 1, 0, 1],
        [c, 3, 3, 0],
        [quiz, 2, 1, 1],
      ]);
      const stopped = (await hr.get(`/analytics/people?of=stopped&courseId=${courseId}&stepId=${b}`)).body;
      expect(stopped.items).toMatchObject([
        { person: { id: executive.id }, at: '2026-02-20T01:00:00.000Z', percent: 0, attemptId: null },
      ]);
      expect(
        (await hr.get(`/analytics/drop-off?courseId=${courseId}&tier=frontline`)).body.steps,
      ).toHaveLength(4);
    });
  });
});
