import type { Cast } from '../drill-runs/drill-setting.js';
import { ReportSetting } from './report-setting.js';

describe('who may write what comes after a drill', () => {
  let setting: ReportSetting;
  let desk: Cast;
  let runId: string;
  /** Trainers of another department, who see the run only because of their part in it. */
  const guests: Record<string, Cast> = {};

  beforeAll(async () => {
    setting = await ReportSetting.start();
    desk = await setting.cast({ tier: 'frontline' });
    for (const role of ['observer', 'evaluator', 'simulator', 'controller'])
      guests[role] = await setting.cast({ roles: ['employee', 'trainer'], tier: 'manager', scope: '法务部' });
    const participants = Object.entries(guests).map(([role, { person }]) => ({
      personId: person.id,
      role,
      seat: null,
    }));
    const { drills } = setting;
    const run = await drills.running({ desk }, { participants });
    runId = run.id;
    await drills.pass(12);
    const rate = { kind: 'rate', objective: 'speed', seat: 'desk', rating: 'U', note: '' } as const;
    await drills.observe(drills.trainer, runId, rate);
    await drills.control(runId, { kind: 'end' });
    await setting.app.drainJobs();
  });
  afterAll(() => setting.stop());

  const action = (ownerId: string) => ({
    what: '把值班表写下来',
    ownerId,
    scenarioId: setting.scenarioId,
    objective: 'speed',
    runId,
    startOn: '2026-03-02',
    dueOn: '2026-04-02',
  });

  it.each(['observer', 'evaluator', 'simulator'])(
    'an %s reads the report, and neither closes it nor takes back what followed from it',
    async (role) => {
      const { client } = guests[role]!;
      expect((await client.get(`/drill-runs/${runId}/report`)).status).toBe(200);
      const close = await client.post(`/drill-runs/${runId}/report/close`);
      expect([close.status, close.body.code]).toEqual([403, 'drill.role_forbids']);
      const [followUp] = (await client.get(`/drill-runs/${runId}/follow-ups`)).body.items;
      const undo = await client.post(`/follow-ups/${followUp.id}/undo`);
      expect([undo.status, undo.body.code]).toEqual([403, 'drill.role_forbids']);
    },
  );

  it.each([
    ['observer', 403],
    ['simulator', 403],
    ['evaluator', 201],
    ['controller', 201],
  ])('an %s who asks for a corrective action of the run should get %d', async (role, status) => {
    const { client, person } = guests[role]!;
    await setting.app.database.query('UPDATE person SET department_id = scope_department_id WHERE id = $1', [
      person.id,
    ]);
    const answer = await client.post('/improvement-actions', action(person.id));
    expect([answer.status, answer.body.code]).toEqual([
      status,
      status === 403 ? 'drill.role_forbids' : undefined,
    ]);
  });

  it('a controller takes back what followed and closes the report', async () => {
    const { client } = guests['controller']!;
    const [followUp] = (await client.get(`/drill-runs/${runId}/follow-ups`)).body.items;
    expect((await client.post(`/follow-ups/${followUp.id}/undo`)).status).toBe(200);
    expect((await client.post(`/drill-runs/${runId}/report/close`)).status).toBe(200);
  });
});
