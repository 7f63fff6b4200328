import fc from 'fast-check';
import { ACTION_STATUSES, type ImprovementAction, type MyActions } from '@readyroom/contract';
import { Jobs } from '../../../api/src/platform/queue/jobs.js';
import { NOWHERE, type Cast } from '../drill-runs/drill-setting.js';
import { ReportSetting } from './report-setting.js';

describe('Corrective actions', () => {
  let setting: ReportSetting;
  let desk: Cast;

  beforeAll(async () => {
    setting = await ReportSetting.start();
    desk = await setting.cast({ name: '刘䶮', tier: 'frontline' });
  });
  afterAll(() => setting.stop());

  const create = async (more: object = {}): Promise<ImprovementAction> => {
    const { status, body } = await setting.action(more);
    if (status !== 201) throw new Error(JSON.stringify(body));
    return body as ImprovementAction;
  };
  const change = (id: string, body: object, who = setting.trainer) =>
    who.client.patch(`/improvement-actions/${id}`, body);
  const read = async (id: string): Promise<ImprovementAction> =>
    (await setting.trainer.client.get(`/improvement-actions/${id}`)).body;

  it('when nobody is signed in or the role does not include it, it should refuse', async () => {
    const { id } = await create();
    for (const who of [setting.app.client(), desk.client]) {
      const expected = who === desk.client ? 403 : 401;
      for (const answer of [
        who.get('/improvement-actions'),
        who.post('/improvement-actions', {}),
        who.get(`/improvement-actions/${id}`),
        who.patch(`/improvement-actions/${id}`, {}),
        who.delete(`/improvement-actions/${id}`),
      ])
        expect((await answer).status).toBe(expected);
    }
  });

  it.each([
    ['what', '', 400],
    ['dueOn', '2026-03-01', 400],
    ['dueOn', 'soon', 400],
    ['objective', 'unknown', 400],
    ['status', 'done', 400],
    ['ownerId', NOWHERE, 404],
    ['scenarioId', NOWHERE, 404],
    ['runId', NOWHERE, 404],
  ])('when %s is %p it should say so', async (field, value, status) => {
    expect((await setting.action({ [field]: value })).status).toBe(status);
  });

  it('should keep what was written, and show it with its scenario and objective', async () => {
    const action = await create({ ownerId: desk.person.id });
    expect(action).toMatchObject({
      what: '更新上报名单',
      owner: { id: desk.person.id, name: '刘䶮' },
      scenario: { id: setting.scenarioId, title: { en: 'Leak' } },
      objective: { key: 'speed', title: { en: 'speed' } },
      startOn: '2026-03-02',
      dueOn: '2026-03-20',
      status: 'open',
      overdue: false,
      verified: null,
    });
    expect(await read(action.id)).toEqual(action);
    const { body } = await setting.trainer.client.get(
      `/improvement-actions?ownerId=${desk.person.id}&status=open&sort=createdAt&order=desc`,
    );
    expect(body).toEqual({ items: [action], total: 1 });
  });

  it('should be shown in the report of the run that showed the need', async () => {
    const runId = await setting.played({ desk });
    const { id } = await create({ runId, ownerId: desk.person.id });
    expect((await setting.report(runId)).actions).toEqual([
      expect.objectContaining({ id, status: 'open', owner: { id: desk.person.id, name: '刘䶮' } }),
    ]);
  });

  it('when it is outside the scope of the caller it should look missing', async () => {
    const { id } = await create();
    const scoped = await setting.cast({ roles: ['employee', 'trainer'], scope: '法务部' });
    for (const answer of [
      scoped.client.get(`/improvement-actions/${id}`),
      change(id, { what: '别的' }, scoped),
      scoped.client.delete(`/improvement-actions/${id}`),
    ])
      expect((await answer).body).toMatchObject({
        statusCode: 404,
        code: 'improvement_action.not_found',
      });
    expect((await scoped.client.get('/improvement-actions')).body.total).toBe(0);
    const foreign = await scoped.client.post('/improvement-actions', {
      what: '别的',
      ownerId: desk.person.id,
      scenarioId: setting.scenarioId,
      objective: 'speed',
      startOn: '2026-03-02',
      dueOn: '2026-03-20',
    });
    expect(foreign.body.code).toBe('person.not_found');
  });

  it('should change, and be removed', async () => {
    const { id } = await create();
    const changed = await change(id, { dueOn: '2026-04-01', status: 'in_progress', proof: '见附件' });
    expect(changed.body).toMatchObject({ dueOn: '2026-04-01', status: 'in_progress', proof: '见附件' });
    expect((await change(id, { dueOn: '2026-03-01' })).body.details[0].path).toBe('dueOn');
    expect((await change(id, { startOn: '2026-05-01' })).body.details[0].path).toBe('dueOn');
    await setting.trainer.client.delete(`/improvement-actions/${id}`).expect(204);
    expect((await setting.trainer.client.get(`/improvement-actions/${id}`)).status).toBe(404);
    expect((await setting.trainer.client.delete(`/improvement-actions/${id}`)).status).toBe(404);
  });

  describe('verified', () => {
    it('when somebody sets it by hand it should be refused, whatever stood before', async () => {
      const { id } = await create({ ownerId: desk.person.id });
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.constantFrom(...ACTION_STATUSES), { minLength: 1, maxLength: 8 }),
          async (statuses) => {
            for (const status of statuses) {
              const { status: answer, body } = await change(id, { status });
              if (status === 'verified') expect([answer, body.details[0].path]).toEqual([400, 'status']);
              else expect([answer, body.status]).toEqual([200, status]);
            }
            expect((await read(id)).verified).toBeNull();
          },
        ),
        { numRuns: 10 },
      );
      await change(id, { status: 'open' });
      expect((await desk.client.patch(`/learn/actions/${id}`, { status: 'verified' })).status).toBe(400);
    });

    const PASSES = { escalates: true } as const;
    const FAILS = {} as const;
    it.each([
      ['done before a run that passes', 'done', 'speed', PASSES, true],
      ['done before a run that evaluators pass', 'done', 'care', { ratings: { care: 'S' } }, true],
      ['done before a run that evaluators do not pass', 'done', 'care', { ratings: { care: 'M' } }, false],
      ['done before a run that fails', 'done', 'speed', FAILS, false],
      ['done before a run that says nothing of it', 'done', 'care', PASSES, false],
      ['open before a run that passes', 'open', 'speed', PASSES, false],
      ['in progress before a run that passes', 'in_progress', 'speed', PASSES, false],
      ['dropped before a run that passes', 'dropped', 'speed', PASSES, false],
      ['done before a run that was stopped', 'done', 'speed', { ...PASSES, ends: 'stop' }, false],
    ] as const)('when it was %s', async (_, status, objective, course, verified) => {
      const { id } = await create({ objective });
      await change(id, { status });
      const runId = await setting.played({ desk }, course);
      const after = await read(id);
      expect(after.status).toBe(verified ? 'verified' : status);
      expect(after.verified?.runId ?? null).toBe(verified ? runId : null);
    });

    it('when it was done while the run was on, that run should not verify it', async () => {
      const { id } = await create();
      const runId = await setting.played({ desk }, PASSES, false);
      await change(id, { status: 'done' });
      await setting.app.drainJobs();
      await setting.tellAgain(runId);
      expect((await read(id)).status).toBe('done');
    });

    it('when a solo run passes it should not count for the organisation', async () => {
      const { id } = await create();
      await change(id, { status: 'done' });
      const { body } = await desk.client.post('/learn/drills/solo', { scenarioId: setting.scenarioId });
      await setting.drills.pass(20);
      await setting.drills.act(desk, body.runId, {
        kind: 'message',
        message: '00000000-0000-4000-8000-00000000abcd',
        to: ['lead'],
        text: '上报',
      });
      await setting.longer(640);
      await setting.app.drainJobs();
      const [speed] = await setting.app.database.query(
        `SELECT final FROM drill_objective WHERE run_id = $1 AND seat IS NULL AND objective = 'speed'`,
        [body.runId],
      );
      expect([speed, (await read(id)).status]).toEqual([{ final: 'P' }, 'done']);
    });

    it('when it is verified it should stay as the first run left it', async () => {
      const { id } = await create({ ownerId: desk.person.id });
      await change(id, { status: 'done' });
      const runId = await setting.played({ desk }, PASSES);
      await setting.tellAgain(runId);
      await setting.played({ desk }, PASSES);
      await setting.played({ desk }, FAILS);
      expect((await read(id)).verified!.runId).toBe(runId);
      for (const answer of [
        change(id, { status: 'open' }),
        change(id, { proof: '别的' }),
        setting.trainer.client.delete(`/improvement-actions/${id}`),
        desk.client.patch(`/learn/actions/${id}`, { status: 'open' }),
      ])
        expect((await answer).body).toMatchObject({ statusCode: 409, code: 'improvement_action.verified' });
    });
  });

  describe('GET and PATCH /learn/actions', () => {
    it('when nobody is signed in, or it is another’s, it should refuse', async () => {
      const { id } = await create();
      expect((await setting.app.client().get('/learn/actions')).status).toBe(401);
      expect((await setting.app.client().patch(`/learn/actions/${id}`, {})).status).toBe(401);
      expect((await desk.client.patch('/learn/actions/1', {})).status).toBe(400);
      expect((await desk.client.patch(`/learn/actions/${id}`, { status: 'done' })).body).toMatchObject({
        statusCode: 404,
        code: 'improvement_action.not_found',
      });
      expect((await desk.client.patch(`/learn/actions/${id}`, { dueOn: '2027-01-01' })).status).toBe(400);
    });

    it('should let the owner say how far it has come', async () => {
      const owner = await setting.cast({});
      const { id } = await create({ ownerId: owner.person.id });
      await owner.client.patch(`/learn/actions/${id}`, { status: 'done', proof: '已核对' }).expect(200);
      const { items } = (await owner.client.get('/learn/actions')).body as MyActions;
      expect(items).toEqual([
        expect.objectContaining({ id, status: 'done', proof: '已核对', doneAt: expect.any(String) }),
      ]);
    });
  });

  it('should remind the owner once a step, however often and wherever the job runs', async () => {
    const owner = await setting.cast({ name: '李娜' });
    const { id } = await create({ ownerId: owner.person.id, dueOn: '2026-03-20' });
    const remind = (jobs = setting.app.app.get(Jobs)) => jobs.run('improvement-actions.remind', {});
    const twin = await setting.app.twin();
    try {
      for (let day = 2; day <= 41; day++) {
        await Promise.all([remind(), remind(), remind(twin.get(Jobs))]);
        await setting.days(1);
      }
    } finally {
      await twin.close();
    }
    const steps = async () => {
      const { reminders } = (await (await setting.app.as(owner.person)).get('/learn/actions'))
        .body as MyActions;
      return reminders.map(({ step, weeks, createdAt }) => [step, weeks, createdAt.slice(0, 10)]);
    };
    const all = [
      ['overdue', 3, '2026-04-10'],
      ['overdue', 2, '2026-04-03'],
      ['overdue', 1, '2026-03-27'],
      ['due_day', 0, '2026-03-20'],
      ['week_before', 0, '2026-03-13'],
    ];
    expect(await steps()).toEqual(all);
    expect(await read(id)).toMatchObject({ overdue: true });
    await change(id, { status: 'done' });
    await setting.days(30);
    await remind();
    expect(await steps()).toEqual(all);
  });
});
