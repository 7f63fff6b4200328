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
});
