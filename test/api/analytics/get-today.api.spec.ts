import { randomUUID } from 'node:crypto';
import { refreshStandings } from '../../../api/src/modules/standings/index.js';
import { bareCourse, beginCourse, finishCourse } from '../../support/bare-course.js';
import { attemptOf, bareQuestions, withLessons } from '../../support/learning-history.js';
import { TestApp, type TestClient } from '../../support/test-app.js';

/** The list that each number opens, under the clock of the test. */
const LISTS: Record<string, string> = {
  people: '/people?status=active',
  neverSignedIn: '/people?status=active&signInState=never',
  liveRules: '/audience-rules?state=live',
  completedLast7Days: '/analytics/people?of=completions&from=2026-02-24&to=2026-03-02',
};

describe('GET /today', () => {
  let app: TestApp;
  let hr: TestClient;
  let scoped: TestClient;

  /** Tests write at many instants; a session would have run out in between. */
  const signIn = async () => {
    hr = (await app.signedIn({ roles: ['trainer', 'hr'], department: '人力' })).client;
    scoped = (await app.signedIn({ roles: ['hr'], department: '人力', scope: '客服' })).client;
  };

  beforeAll(async () => {
    app = await TestApp.start();
    const courses = [
      await bareCourse(app, '甲'),
      await bareCourse(app, '乙'),
      await bareCourse(app, '丙'),
    ] as const;
    await bareCourse(app, '草稿', { published: false });
    const service = await app.person({ department: '客服/在线' });
    const legal = await app.person({ department: '法务' });
    const gone = await app.person({ department: '客服', status: 'left' });
    const diligent = await app.person({ department: '客服' });
    const everyone = [service, legal, gone, diligent].map(({ id }) => id);

    app.clock.set('2026-02-01T01:00:00.000Z');
    await signIn();
    const assign = (courseIds: readonly string[], departmentIds: string[], dueOn: string | null) =>
      hr.post('/audience-rules', { courseIds, audience: { departmentIds }, dueOn }).expect(201);
    const departments = [await app.department('客服'), await app.department('法务')];
    // Two courses overdue for one person are one person; today is the last day in time, in a week still "this week".
    await assign([courses[0], courses[1]], departments, '2026-03-01');
    await assign([courses[2]], [departments[0]!], '2026-03-09');
    const { body: rule } = await assign([courses[2]], [departments[1]!], '2026-03-10');
    await hr.post(`/audience-rules/${rule.id}/withdraw`).expect(200);
    await scoped
      .post('/audience-rules', {
        courseIds: [courses[2]],
        audience: { departmentIds: [departments[0]] },
        dueOn: null,
      })
      .expect(201);

    // 23 February ended in Shanghai at 16:00 UTC; seven days with today begin then.
    app.clock.set('2026-02-23T15:59:59.000Z');
    await finishCourse(app, diligent.id, courses[0]);
    app.clock.set('2026-02-23T16:00:00.000Z');
    await finishCourse(app, diligent.id, courses[1]);
    await finishCourse(app, gone.id, courses[0]);
    app.clock.set('2026-03-02T01:00:00.000Z');
    await app.database.transaction((tx) => refreshStandings(tx, { personIds: everyone }));

    const quizId = randomUUID();
    await withLessons(app, courses[0], [{ id: randomUUID(), tiers: null }], quizId);
    const [[topic, [bad, fair]]] = [...(await bareQuestions(app, 1, 2))] as [[string, [string, string]]];
    for (let n = 0; n < 5; n++) {
      const { id } = await app.person({ department: '法务' });
      await beginCourse(app, id, courses[0]);
      const [enrolment] = await app.database.query<{ id: string }>(
        'SELECT id FROM enrolment WHERE person_id = $1',
        [id],
      );
      const answers = [
        { questionId: bad, topic, points: n < 3 ? 0.8 : 0 },
        { questionId: fair, topic, points: 0.5 },
      ];
      await attemptOf(app, enrolment!.id, {
        quizId,
        number: 1,
        finishedAt: app.clock.now(),
        passed: false,
        answers,
      });
    }
    await app.database.query(
      `INSERT INTO sign_in_link (token_hash, person_id, issued_at, expires_at)
       VALUES ('a', $1, $3, '2026-03-03'), ('b', $2, $3, '2026-03-01')`,
      [service.id, legal.id, app.clock.now()],
    );
    await signIn();
  });
  afterAll(() => app.stop());

  it('when HR asks it should count people, not rows, by the day of the organisation', async () => {
    expect((await hr.get('/today')).body).toEqual({
      overduePeople: 2,
      dueThisWeek: 2,
      completedLast7Days: 1,
      failingQuestions: 1,
      draftVersions: 1,
      neverSignedIn: 7,
      people: 12,
      liveRules: 3,
    });
  });

  it('when HR is limited to a sub-tree it should count that alone', async () => {
    expect((await scoped.get('/today')).body).toMatchObject({
      overduePeople: 1,
      dueThisWeek: 2,
      completedLast7Days: 1,
      failingQuestions: 0,
      neverSignedIn: 1,
      people: 2,
      liveRules: 1,
    });
  });

  it.each(Object.keys(LISTS))(
    'when %s is opened the list should be as long, in any scope',
    async (number) => {
      for (const client of [hr, scoped])
        expect((await client.get(LISTS[number]!)).body.total).toBe((await client.get('/today')).body[number]);
    },
  );

  it('when failingQuestions is opened the questions below half should be as many', async () => {
    const { items } = (await hr.get('/analytics/hardest-questions')).body;
    expect(items.map((item: { meanPercent: number }) => item.meanPercent)).toEqual([48, 50]);
    expect((await hr.get('/today')).body.failingQuestions).toBe(1);
  });

  it('when overduePeople is opened the rows should be of as many people', async () => {
    for (const client of [hr, scoped]) {
      const { items } = (await client.get('/completion/rows?state=overdue&perPage=200')).body;
      const people = new Set(items.map((row: { person: { id: string } }) => row.person.id));
      expect(people.size).toBe((await client.get('/today')).body.overduePeople);
    }
  });
});
