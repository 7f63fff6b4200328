import { FIXTURE, fixtureTemplate } from '../../support/content-template.js';
import {
  assign,
  attempted,
  complete,
  doLessons,
  learner,
  lessonPath,
  save,
  withdraw,
} from '../../support/learner.js';
import { copyCourse } from '../../support/copied-course.js';
import { hrDesk } from '../certification/program-setting.js';
import { TestApp, type TestClient } from '../../support/test-app.js';

const { signals, courseId } = FIXTURE;

describe('GET /learn/home', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await TestApp.start({ template: await fixtureTemplate() });
  });
  afterAll(() => app.stop());
  beforeEach(() => app.clock.set('2026-03-02T01:00:00.000Z'));

  const home = async (client: TestClient, locale = 'zh-CN') =>
    (await client.get(`/learn/home?locale=${locale}`)).body;
  const titles = (cards: { title: string }[]) => cards.map(({ title }) => title);

  it('when nobody is signed in it should answer 401, for an unknown language 400', async () => {
    expect((await app.client().get('/learn/home')).status).toBe(401);
    const { client } = await app.signedIn();
    expect((await client.get('/learn/home?locale=fr')).status).toBe(400);
  });

  it('when nothing is assigned it should be empty and tell the day of the organisation', async () => {
    const { client } = await app.signedIn();
    app.clock.set('2026-03-02T17:30:00.000Z');
    const { status, body } = await client.get('/learn/home');
    expect(status).toBe(200);
    expect(body).toEqual({ continue: null, due: [], done: [], today: '2026-03-03' });
  });

  it('when courses of others exist it should not show them', async () => {
    await learner(app);
    const { client } = await app.signedIn();
    expect(await home(client)).toMatchObject({ continue: null, due: [], done: [] });
  });

  it('when a course is assigned and not begun it should be the one to go on with, from its first lesson', async () => {
    const { client } = await learner(app);
    expect((await home(client)).continue).toEqual({
      courseId,
      title: '第一个小时',
      summary: '出事后的第一个小时做什么。',
      progress: 'not_started',
      percent: 0,
      minutesLeft: expect.any(Number),
      dueOn: null,
      overdue: false,
      mandatory: true,
      byItself: true,
      completedAt: null,
      certificateId: null,
      resume: { kind: 'lesson', id: signals.id, title: '信号', blockId: null, openAttemptId: null },
    });
    expect((await home(client, 'en')).continue).toMatchObject({
      title: 'The first hour',
      resume: { title: 'Signals' },
    });
  });

  it('when a course comes with a program alone it should say so, until a rule of its own assigns it too', async () => {
    const desk = await hrDesk(app);
    const { client, person } = await app.signedIn({ department: '客服' });
    await desk.rule(await desk.program(), { personIds: [person.id] });
    expect((await home(client)).continue).toMatchObject({ courseId, mandatory: true, byItself: false });
    await assign(app, person.id, { dueOn: null });
    expect((await home(client)).continue).toMatchObject({ dueOn: '2026-04-01', byItself: true });
  });

  it('when several are assigned it should put the one due first in front, the undated last', async () => {
    const { client, person } = await app.signedIn();
    await assign(app, person.id, { dueOn: null });
    await assign(app, person.id, { courseId: await copyCourse(app, '四月'), dueOn: '2026-04-30' });
    await assign(app, person.id, { courseId: await copyCourse(app, '三月'), dueOn: '2026-03-31' });
    const body = await home(client);
    expect(body.continue).toMatchObject({ title: '三月', dueOn: '2026-03-31' });
    expect(titles(body.due)).toEqual(['四月', '第一个小时']);
  });

  it('when some are begun it should go on with the one learnt in last', async () => {
    const { client, person } = await app.signedIn();
    const [a, b] = [await copyCourse(app, '甲'), await copyCourse(app, '乙')];
    await assign(app, person.id, { dueOn: '2026-03-03' });
    for (const course of [a, b]) await assign(app, person.id, { courseId: course, dueOn: '2026-05-01' });
    const learn = (course: string, seq: number) =>
      client
        .put(`/learn/lessons/${signals.id}/progress?courseId=${course}`, {
          blockId: signals.firstBlockId,
          done: false,
          seq,
        })
        .expect(200);
    await learn(a, 1);
    app.clock.advance({ minutes: 1 });
    await learn(b, 2);
    expect((await home(client)).continue.title).toBe('乙');
    app.clock.advance({ minutes: 1 });
    await learn(a, 3);
    const body = await home(client);
    expect(body.continue.title).toBe('甲');
    expect(titles(body.due)).toEqual(['第一个小时', '乙']);
  });

  it('when the due day is over where the organisation is it should be overdue, on the day itself not', async () => {
    const { client, person } = await app.signedIn();
    await assign(app, person.id, { dueOn: '2026-03-02' });
    app.clock.set('2026-03-02T15:59:00.000Z'); // still 2 March in Shanghai
    expect((await home(client)).continue).toMatchObject({ dueOn: '2026-03-02', overdue: false });
    app.clock.set('2026-03-02T16:00:00.000Z');
    expect(await home(client)).toMatchObject({ today: '2026-03-03', continue: { overdue: true } });
  });

  it('when a begun course is no longer wanted it should stay, not mandatory and not due', async () => {
    const { client, rule } = await learner(app);
    await client.get(lessonPath(signals.id)).expect(200);
    await withdraw(app, rule);
    expect((await home(client)).continue).toMatchObject({
      mandatory: false,
      dueOn: null,
      overdue: false,
      progress: 'in_progress',
    });
  });

  it('when a course is completed it should be listed as done with its certificate, until that is revoked', async () => {
    const { client, person } = await app.signedIn();
    await assign(app, person.id, { dueOn: '2026-03-01' });
    await doLessons(client);
    await attempted(app, person.id, 90, true);
    await complete(app, person.id);
    const body = await home(client);
    expect(body).toMatchObject({
      continue: null,
      due: [],
      done: [
        {
          progress: 'completed',
          percent: 100,
          overdue: false,
          resume: null,
          completedAt: app.clock.now().toISOString(),
        },
      ],
    });
    const [certificate] = await app.database.query<{ id: string }>(
      'SELECT id FROM certificate WHERE person_id = $1',
      [person.id],
    );
    expect(body.done[0].certificateId).toBe(certificate!.id);
    await app.database.query('UPDATE certificate SET revoked_at = $2 WHERE id = $1', [
      certificate!.id,
      app.clock.now(),
    ]);
    expect((await home(client)).done[0].certificateId).toBeNull();
  });

  it('when somebody else learns it should change nothing here', async () => {
    const { client } = await learner(app);
    const before = await home(client);
    const other = await learner(app);
    await save(other.client, signals.id, { blockId: signals.lastBlockId, seq: 1, done: true });
    expect(await home(client)).toEqual(before);
  });
});
