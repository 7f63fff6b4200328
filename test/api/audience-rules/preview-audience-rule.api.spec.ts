import { refreshStandings } from '../../../api/src/modules/standings/index.js';
import { bareCourse, finishCourse } from '../../support/bare-course.js';
import { TestApp, type TestClient, type TestPerson } from '../../support/test-app.js';

describe('POST /audience-rules/preview', () => {
  let app: TestApp;
  let trainer: TestClient;
  let course: string;
  const people: Record<string, TestPerson> = {};

  beforeAll(async () => {
    app = await TestApp.start();
    course = await bareCourse(app, '什么是危机');
    trainer = (await app.signedIn({ roles: ['trainer'], department: '总部/培训部', tier: 'manager' })).client;
    people.support = await app.person({ name: '张伟', department: '总部/客服中心/一组' });
    people.lead = await app.person({ name: '阿茉', department: '总部/客服中心', tier: 'manager' });
    people.chief = await app.person({ name: '沈砚秋', department: '总部', tier: 'executive' });
    people.gone = await app.person({ department: '总部/客服中心', status: 'left' });
  });
  afterAll(() => app.stop());

  const preview = (audience: object, extra: object = {}, client = trainer) =>
    client.post('/audience-rules/preview', { courseIds: [course], audience, dueOn: '2026-03-31', ...extra });

  it('when nobody is signed in it should answer 401', async () => {
    expect((await preview({ everybody: true }, {}, app.client())).status).toBe(401);
  });

  it('when the role does not include it it should answer 403', async () => {
    const { client } = await app.signedIn({ roles: ['auditor'], tier: 'executive', department: '审计' });
    expect((await preview({ everybody: true }, {}, client)).status).toBe(403);
  });

  it('when the body has no courses it should answer 400', async () => {
    const { status, body } = await preview({ everybody: true }, { courseIds: [] });
    expect(status).toBe(400);
    expect(body.details[0].path).toBe('courseIds');
  });

  it('when a department has a sub-tree it should take the people below it, active ones only', async () => {
    const { body } = await preview({ departmentIds: [people.lead!.departmentId] });
    expect(body.people).toBe(2);
    expect(body.byTier).toEqual({ executive: 0, manager: 1, frontline: 1 });
    expect(body.withoutSignIn).toBe(2);
    expect(body.sample).toEqual([
      {
        id: people.lead!.id,
        name: '阿茉',
        employeeNo: people.lead!.employeeNo,
        tier: 'manager',
        departmentPath: '总部/客服中心',
      },
      {
        id: people.support!.id,
        name: '张伟',
        employeeNo: people.support!.employeeNo,
        tier: 'frontline',
        departmentPath: '总部/客服中心/一组',
      },
    ]);
  });

  it('when tier and department are given it should ask for both, and add the people named', async () => {
    const both = { tiers: ['manager'], departmentIds: [people.lead!.departmentId] };
    expect((await preview(both)).body.people).toBe(1);
    expect((await preview({ ...both, personIds: [people.chief!.id] })).body.people).toBe(2);
    expect((await preview({ personIds: [people.chief!.id, people.gone!.id] })).body.people).toBe(1);
  });

  it('when all is empty it should mean nobody, unless everybody is said', async () => {
    expect((await preview({})).body.people).toBe(0);
    const { body } = await preview({ everybody: true });
    const [active] = await app.database.query<{ n: number }>(
      `SELECT count(*) AS n FROM person WHERE status = 'active'`,
    );
    expect(body.people).toBe(active!.n);
  });

  it('when some have the course or finished it already it should tell them apart', async () => {
    const other = await bareCourse(app, '预警与信息');
    const made = await trainer.post('/audience-rules', {
      courseIds: [other],
      audience: { personIds: [people.support!.id] },
      dueOn: null,
    });
    expect(made.status).toBe(201);
    await finishCourse(app, people.lead!.id, other);
    await app.database.transaction((tx) => refreshStandings(tx, { personIds: [people.lead!.id] }));
    const { body } = await preview(
      { personIds: [people.support!.id, people.lead!.id, people.chief!.id] },
      { courseIds: [other] },
    );
    expect(body.courses).toEqual([
      {
        courseId: other,
        title: { zh: '预警与信息', en: '预警与信息 (en)' },
        newlyAssigned: 1,
        alreadyAssigned: 1,
        alreadyCompleted: 1,
      },
    ]);
  });

  it('when the set is the same it should give the same fingerprint, and another one when it is not', async () => {
    const one = (await preview({ personIds: [people.lead!.id, people.chief!.id] })).body.fingerprint;
    const same = (await preview({ personIds: [people.chief!.id, people.lead!.id] })).body.fingerprint;
    const other = (await preview({ personIds: [people.chief!.id, people.support!.id] })).body.fingerprint;
    expect(same).toBe(one);
    expect(other).not.toBe(one);
  });

  it('when a course is unknown or unpublished it should refuse', async () => {
    const draft = await bareCourse(app, '草稿', { published: false });
    expect((await preview({ everybody: true }, { courseIds: [draft] })).body.code).toBe(
      'audience_rule.course_unpublished',
    );
    const unknown = await preview(
      { everybody: true },
      { courseIds: ['00000000-0000-4000-8000-000000000000'] },
    );
    expect(unknown.status).toBe(404);
    expect(unknown.body.code).toBe('course.not_found');
  });

  it('when the trainer is limited to a sub-tree it should reach nobody else', async () => {
    const { client } = await app.signedIn({
      roles: ['trainer'],
      department: '总部/客服中心',
      tier: 'manager',
      scope: '总部/客服中心',
    });
    const { body } = await preview({ everybody: true }, {}, client);
    expect(
      body.sample.map((person: { departmentPath: string }) => person.departmentPath.slice(0, 7)),
    ).toEqual(['总部/客服中心', '总部/客服中心', '总部/客服中心']);
    expect(body.people).toBe(3);
  });

  it('when a scoped trainer names what lies outside it should answer as for something missing', async () => {
    const { client } = await app.signedIn({
      roles: ['trainer'],
      department: '总部/客服中心',
      scope: '总部/客服中心',
    });
    const missing = '00000000-0000-4000-8000-000000000000';
    for (const [key, outside] of [
      ['departmentIds', people.chief!.departmentId],
      ['personIds', people.chief!.id],
    ] as const) {
      const foreign = await preview({ [key]: [outside] }, {}, client);
      const unknown = await preview({ [key]: [missing] }, {}, client);
      expect(foreign.status).toBe(404);
      expect(foreign.body).toEqual(unknown.body);
    }
  });
});
