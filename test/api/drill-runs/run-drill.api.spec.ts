import { DrillRuns, RunHosts } from '../../../api/src/modules/drill-runs/index.js';
import { DrillSetting, message, type Cast } from './drill-setting.js';

describe('a run from lobby to end', () => {
  let setting: DrillSetting;
  let desk: Cast;
  let lead: Cast;

  beforeAll(async () => {
    setting = await DrillSetting.start();
    desk = await setting.player('desk');
    lead = await setting.player('lead');
  });
  afterAll(() => setting.stop());

  it('when it is created, joined, started and acted in it should show events to those they are for', async () => {
    const run = await setting.create({ desk, lead });
    expect(run).toMatchObject({
      mode: 'live',
      seed: 7,
      players: 2,
      joined: 0,
      clock: { status: 'lobby', at: 0 },
    });
    expect((await setting.act(desk, run.id, message('lead'))).body.code).toBe('drill.not_started');
    expect((await desk.client.post(`/drills/${run.id}/ready`)).status).toBe(204);
    const started = await setting.control(run.id, { kind: 'start' });
    expect(started.body).toMatchObject({ at: 0, refused: null });
    await setting.pass(12);
    const sent = await setting.act(desk, run.id, message('lead', 'look at this'));
    expect(sent.body).toMatchObject({ at: 120, refused: null });
    expect(JSON.stringify(await setting.events(lead, run.id))).toContain('look at this');
    expect(await setting.kinds(setting.trainer, run.id)).toEqual(
      expect.arrayContaining(['status', 'message']),
    );
    expect((await setting.log(run.id)).map(({ action }) => action.kind)).toEqual([
      'begin',
      'start',
      'message',
    ]);
  });

  it('when the server makes and starts it nobody has to be there, and starting it again changes nothing', async () => {
    const { app } = setting.app;
    const id = await app.get(DrillRuns).open(
      { personId: setting.trainer.person.id, scopeDepartmentId: null },
      {
        scenarioId: setting.document.id,
        title: null,
        plannedFor: null,
        participants: [{ personId: desk.person.id, role: 'player', seat: 'desk' }],
      },
    );
    await app.get(RunHosts).advance(id, 'start');
    await setting.pass(12);
    await app.get(RunHosts).advance(id, 'start');
    expect((await setting.log(id)).map(({ by, action }) => [by, action.kind])).toEqual([
      ['system', 'begin'],
      ['system', 'start'],
    ]);
    await (await setting.stream(desk, id)).next();
    expect((await setting.log(id)).at(-1)!.action).toEqual({ kind: 'seat', seat: 'desk', played: true });
  });
});
