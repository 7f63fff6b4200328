import { Reconciliation } from '../../../api/src/modules/audience-rules/index.js';
import { bareCourse } from '../../support/bare-course.js';
import { TestApp, type TestClient } from '../../support/test-app.js';

describe('POST /audience-rules', () => {
  let app: TestApp;
  let trainer: TestClient;
  let course: string;

  beforeAll(async () => {
    app = await TestApp.start();
    course = await bareCourse(app, '引导舆论');
    trainer = (await app.signedIn({ roles: ['trainer'], department: '培训部', tier: 'manager' })).client;
  });
  afterAll(() => app.stop());

  const create = (body: object, client = trainer) =>
    client.post('/audience-rules', {
      courseIds: [course],
      audience: { everybody: true },
      dueOn: '2026-03-31',
      ...body,
    });
  const assignments = (ruleId: string) =>
    app.database.query(
      `SELECT person_id, course_id, due_on, joined_later, withdrawn_at FROM assignment WHERE rule_id = $1`,
      [ruleId],
    );

  it('when nobody is signed in it should answer 401, without the permission 403, without a course 400', async () => {
    expect((await create({}, app.client())).status).toBe(401);
    expect((await create({}, (await app.signedIn({ department: '审计' })).client)).status).toBe(403);
    expect((await create({ courseIds: [] })).status).toBe(400);
  });

  it('when it is confirmed it should assign everybody in it and count them', async () => {
    const a = await app.person({ department: '甲/一' });
    const b = await app.person({ department: '甲' });
    const second = await bareCourse(app, '恢复与改进');
    const { status, body } = await create({
      courseIds: [course, second, course],
      audience: { departmentIds: [b.departmentId] },
      note: '季度培训',
    });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      name: '引导舆论 +1',
      note: '季度培训',
      dueOn: '2026-03-31',
      joinersDueDays: 14,
      people: 2,
      assigned: 4,
      completed: 0,
      overdue: 0,
      withdrawnAt: null,
      courses: [{ id: course }, { id: second }],
      audience: { departments: [{ id: b.departmentId, path: '甲' }], personIds: [], everybody: false },
    });
    const rows = await assignments(body.id);
    expect(rows).toHaveLength(4);
    expect(rows).toEqual(
      expect.arrayContaining([
        { person_id: a.id, course_id: second, due_on: '2026-03-31', joined_later: false, withdrawn_at: null },
      ]),
    );
    const standings = await app.database.query(
      `SELECT progress, due_on, counted FROM standing WHERE person_id = $1 AND course_id = $2`,
      [a.id, second],
    );
    expect(standings).toEqual([{ progress: 'not_started', due_on: '2026-03-31', counted: true }]);
  });

  it('when the due day is yesterday by the time zone of the organisation it should refuse, today not', async () => {
    app.clock.set('2026-03-02T17:30:00.000Z'); // 3 March, 01:30 in Shanghai
    const refused = await create({ dueOn: '2026-03-02' });
    expect(refused.status).toBe(400);
    expect(refused.body).toMatchObject({
      code: 'audience_rule.due_in_past',
      details: [{ path: 'dueOn', values: { today: '2026-03-03' } }],
    });
    expect((await create({ dueOn: '2026-03-03' })).status).toBe(201);
    app.clock.set('2026-03-02T01:00:00.000Z');
  });

  it('when nobody is in the audience it should refuse and write nothing', async () => {
    const before = await app.database.query('SELECT id FROM audience_rule');
    const { status, body } = await create({ audience: {} });
    expect(status).toBe(400);
    expect(body.code).toBe('audience_rule.audience_empty');
    expect(await app.database.query('SELECT id FROM audience_rule')).toHaveLength(before.length);
  });

  it('when a course has no published version it should refuse', async () => {
    const draft = await bareCourse(app, '草稿', { published: false });
    const { status, body } = await create({ courseIds: [course, draft] });
    expect(status).toBe(409);
    expect(body).toMatchObject({
      code: 'audience_rule.course_unpublished',
      details: [{ values: { id: draft } }],
    });
  });

  it('when the audience has changed since the preview it should refuse, and take the new fingerprint', async () => {
    const first = await app.person({ department: '乙' });
    const audience = { departmentIds: [first.departmentId] };
    const preview = () =>
      trainer.post('/audience-rules/preview', { courseIds: [course], audience, dueOn: null });
    const { fingerprint } = (await preview()).body;
    await app.person({ department: '乙' });
    const stale = await create({ audience, fingerprint });
    expect(stale.status).toBe(409);
    expect(stale.body.code).toBe('audience_rule.preview_stale');
    const made = await create({ audience, fingerprint: (await preview()).body.fingerprint });
    expect(made.status).toBe(201);
    expect(made.body.people).toBe(2);
  });

  it('when the trainer is limited to a sub-tree it should stay within it, also for whoever joins later', async () => {
    await app.person({ department: '丙/客服' });
    const outsider = await app.person({ department: '丙' });
    const { client } = await app.signedIn({ roles: ['trainer'], department: '丙/客服', scope: '丙/客服' });
    const { body } = await create({ audience: { everybody: true } }, client);
    expect(body.people).toBe(2);
    await app.app.get(Reconciliation).handle({ personIds: null });
    expect((await assignments(body.id)).map((row) => row.person_id)).not.toContain(outsider.id);
    const foreign = await create({ audience: { personIds: [outsider.id] } }, client);
    expect(foreign.status).toBe(404);
    expect(foreign.body.code).toBe('person.not_found');
  });

  it('when 5,000 people get six courses it should count every one of them', async () => {
    const department = await app.department('大部门');
    await app.database.query(
      `INSERT INTO person (employee_no, name, department_id, tier, created_at, updated_at)
       SELECT 'B' || n, '员工' || n, $1, 'frontline', now(), now() FROM generate_series(1, 5000) n`,
      [department],
    );
    const courses: string[] = [];
    for (let n = 1; n <= 6; n++) courses.push(await bareCourse(app, `大课 ${n}`));
    const { body } = await create({ courseIds: courses, audience: { departmentIds: [department] } });
    expect(body).toMatchObject({ people: 5000, assigned: 30_000 });
    const [count] = await app.database.query<{ n: number }>(
      'SELECT sum(not_started) AS n FROM standing_count WHERE department_id = $1',
      [department],
    );
    expect(count!.n).toBe(30_000);
  }, 60_000);
});
