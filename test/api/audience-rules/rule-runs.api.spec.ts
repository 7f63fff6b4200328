import { Reconciliation } from '../../../api/src/modules/audience-rules/index.js';
import { Jobs } from '../../../api/src/platform/queue/jobs.js';
import { bareCourse } from '../../support/bare-course.js';
import { TestApp, type TestClient } from '../../support/test-app.js';

describe('evaluating all rules for everybody', () => {
  let app: TestApp;
  let hr: TestClient;

  beforeEach(async () => {
    app = await TestApp.start();
    hr = (await app.signedIn({ roles: ['hr'], department: '人力', tier: 'manager' })).client;
    await hr
      .post('/audience-rules', { courseIds: [await bareCourse(app, '一')], audience: { everybody: true } })
      .expect(201);
    // People whom no event has told of.
    await app.database.query(
      `INSERT INTO person (employee_no, name, email, department_id, tier, created_at, updated_at)
       SELECT 'N' || i, '新人' || i, 'n' || i || '@example.com', d.id, 'frontline', $1, $1
       FROM generate_series(1, 1200) i, department d`,
      [app.clock.now()],
    );
  });
  afterEach(async () => {
    jest.restoreAllMocks();
    await app.stop();
  });

  const run = () => app.app.get(Jobs).run('rules.run', {});
  const start = async () => (await hr.post('/audience-rules/runs').expect(200)).body as { id: string };
  const look = async (id: string) => (await hr.get(`/audience-rules/runs/${id}`).expect(200)).body;
  const assigned = async () =>
    (await app.database.query<{ n: number }>('SELECT count(*) AS n FROM assignment'))[0]!.n;

  it('should refuse who may not, and a run that is not there', async () => {
    await app.client().post('/audience-rules/runs').expect(401);
    const { client } = await app.signedIn();
    await client.post('/audience-rules/runs').expect(403);
    await client.get('/audience-rules/runs').expect(403);
    const none = await hr.get('/audience-rules/runs/00000000-0000-4000-8000-000000000000').expect(404);
    expect(none.body.code).toBe('rule_run.not_found');
  });

  it('should show how far it is and reach everybody; a second click shows the same run', async () => {
    const { id } = await start();
    expect(await look(id)).toMatchObject({ state: 'waiting', done: 0, of: 1201, changed: 0 });
    expect((await start()).id).toBe(id);
    await app.drainJobs();
    expect(await look(id)).toMatchObject({ state: 'done', done: 1201, of: 1201, changed: 1200, failures: 0 });
    expect(await assigned()).toBe(1201);
    const next = await start();
    expect(next.id).not.toBe(id);
    await app.drainJobs();
    expect(await look(next.id)).toMatchObject({ state: 'done', changed: 0 });
    const list = await hr.get('/audience-rules/runs').expect(200);
    expect((list.body.items as { id: string }[]).map((one) => one.id)).toEqual([next.id, id]);
  });

  it('when its worker dies it should go on where it was, and say what happened', async () => {
    const { id } = await start();
    const real = app.app.get(Reconciliation).reconcileWithin.bind(app.app.get(Reconciliation));
    let pieces = 0;
    jest.spyOn(app.app.get(Reconciliation), 'reconcileWithin').mockImplementation(async (tx, ids) => {
      const changed = await real(tx, ids);
      if (++pieces === 2) throw new Error('Connection terminated unexpectedly');
      return changed;
    });
    await expect(run()).rejects.toThrow('terminated');
    // The piece that broke off left nothing behind.
    expect(await look(id)).toMatchObject({
      state: 'running',
      done: 501,
      failures: 1,
      error: 'Connection terminated unexpectedly',
    });
    expect(await assigned()).toBe(501);
    await run();
    expect(await look(id)).toMatchObject({ state: 'done', done: 1201, changed: 1200 });
    expect(pieces).toBe(4);
  });

  it('when two workers are at it they should do no piece twice', async () => {
    const { id } = await start();
    const spy = jest.spyOn(app.app.get(Reconciliation), 'reconcileWithin');
    await Promise.all([run(), run(), run()]);
    await run();
    expect(await look(id)).toMatchObject({ state: 'done', done: 1201, changed: 1200 });
    const seen = spy.mock.calls.flatMap(([, ids]) => ids);
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toHaveLength(1200);
  });

  it('when it fails again and again it should give up, and let another one be started', async () => {
    const { id } = await start();
    jest.spyOn(app.app.get(Reconciliation), 'reconcileWithin').mockRejectedValue(new Error('disk full'));
    for (let i = 0; i < 5; i++) await expect(run()).rejects.toThrow('disk full');
    expect(await look(id)).toMatchObject({ state: 'failed', failures: 5, error: 'disk full' });
    jest.restoreAllMocks();
    const again = await start();
    expect(again.id).not.toBe(id);
    await app.drainJobs();
    expect(await look(again.id)).toMatchObject({ state: 'done' });
  });
});
