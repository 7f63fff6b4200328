import { RunHosts } from '../../../api/src/modules/drill-runs/index.js';
import { Jobs } from '../../../api/src/platform/queue/jobs.js';
import { DrillSetting, message, plan, type Cast } from './drill-setting.js';

describe('the clock of a run', () => {
  let setting: DrillSetting;
  let desk: Cast;

  beforeEach(async () => {
    setting = await DrillSetting.start();
    desk = await setting.player('desk');
  });
  afterEach(() => setting.stop());

  const clock = async (runId: string) => (await desk.client.get(`/drills/${runId}/events`)).body.clock;

  it('should stand still in the lobby and while paused, and go on at the pace that was set', async () => {
    const run = await setting.create({ desk });
    await setting.pass(60);
    expect(await clock(run.id)).toMatchObject({ status: 'lobby', at: 0 });
    await setting.control(run.id, { kind: 'start' });
    await setting.pass(10);
    await setting.control(run.id, { kind: 'pause', reason: '茶歇' });
    for (let i = 0; i < 5; i++) await setting.pass(200);
    expect(await clock(run.id)).toMatchObject({ status: 'paused', at: 100 });
    expect((await setting.act(desk, run.id, plan)).body.code).toBe('drill.paused');
    await setting.control(run.id, { kind: 'resume' });
    await setting.control(run.id, { kind: 'set_rate', rate: 60 });
    await setting.pass(10);
    expect(await clock(run.id)).toMatchObject({ status: 'running', at: 700, rate: 60 });
    await setting.control(run.id, { kind: 'jump', toMinute: 30 });
    expect(await clock(run.id)).toMatchObject({ at: 1_800 });
    const minutes = (await setting.events(desk, run.id)).flatMap(({ body }) =>
      body.kind === 'indicators' ? [body.sample.minute] : [],
    );
    expect(minutes).toEqual(Array.from({ length: 31 }, (_, i) => i).slice(-minutes.length));
    expect(minutes.length).toBeGreaterThanOrEqual(30);
  });

  it('when it is turned a way that makes no sense it should refuse and leave it', async () => {
    const run = await setting.running({ desk });
    await setting.pass(60);
    for (const action of [{ kind: 'start' }, { kind: 'resume' }, { kind: 'jump', toMinute: 5 }] as const) {
      const { status, body } = await setting.control(run.id, action);
      expect([status, typeof body.refused]).toEqual([200, 'string']);
    }
    expect(await clock(run.id)).toMatchObject({ status: 'running', at: 600 });
  });

  it('when it jumps beyond the end it should end there, whatever was set while it stood still', async () => {
    const run = await setting.running({ desk });
    await setting.pass(60);
    await setting.control(run.id, { kind: 'pause' });
    await setting.control(run.id, { kind: 'set_rate', rate: 240 });
    await setting.pass(3_600);
    expect(await clock(run.id)).toMatchObject({ status: 'paused', at: 600, rate: 240 });
    expect((await setting.control(run.id, { kind: 'jump', toMinute: 4_320 })).body.refused).toBeNull();
    expect(await clock(run.id)).toMatchObject({ status: 'ended', at: 3_600 });
    const { status, body } = await setting.control(run.id, { kind: 'resume' });
    expect([status, body.code]).toEqual([409, 'drill.over']);
  });

  it('when the wall clock is set back scenario time should never fall, and go on at its pace', async () => {
    const run = await setting.running({ desk });
    await setting.pass(60);
    setting.app.clock.advance({ hours: -2 });
    expect((await setting.act(desk, run.id, message('lead'))).body.at).toBe(600);
    await setting.pass(30);
    expect((await setting.act(desk, run.id, message('lead'))).body.at).toBe(900);
  });

  it('when clocks of two servers differ a little it should neither fall nor run ahead', async () => {
    const run = await setting.running({ desk });
    await setting.pass(10);
    for (let i = 0; i < 20; i++) {
      setting.app.clock.advance({ seconds: i % 2 ? 1 : -1 });
      await setting.act(desk, run.id, message('lead'));
    }
    const ats = (await setting.log(run.id)).map(({ at }) => at);
    expect(ats).toEqual(ats.toSorted((a, b) => a - b));
    expect(ats.at(-1)).toBe(100);
  });

  it('when the machine slept it should pause the run where it was, and say why', async () => {
    const run = await setting.running({ desk });
    await setting.pass(60);
    await setting.pass(6 * 60);
    expect(await clock(run.id)).toMatchObject({ status: 'paused', at: 600 });
    const pause = (await setting.log(run.id)).at(-1)!;
    expect(pause).toMatchObject({ by: 'system', at: 600, action: { kind: 'pause' } });
    expect(pause.action.reason).toContain('自动暂停');
    await setting.control(run.id, { kind: 'resume' });
    await setting.pass(6);
    expect(await clock(run.id)).toMatchObject({ status: 'running', at: 660 });
  });

  it('when an action is the first to come after the sleep it should find the run standing, and count when it goes on', async () => {
    const run = await setting.running({ desk });
    await setting.pass(60);
    setting.app.clock.advance({ hours: 3 });
    expect((await setting.act(desk, run.id, message('lead'))).body.code).toBe('drill.paused');
    await setting.control(run.id, { kind: 'resume' });
    expect((await setting.act(desk, run.id, message('lead'))).body.at).toBe(600);
    expect((await setting.log(run.id)).map(({ action }) => action.kind)).toEqual([
      'begin',
      'start',
      'pause',
      'resume',
      'message',
    ]);
  });

  it('when its time is up it should end by itself, once, and take nothing more', async () => {
    const run = await setting.running({ desk });
    for (let i = 0; i < 3; i++) await setting.pass(200);
    const ends = (await setting.events(desk, run.id)).filter(
      ({ body }) => body.kind === 'status' && body.status === 'ended',
    );
    expect(ends).toEqual([expect.objectContaining({ at: 3_600 })]);
    expect(await clock(run.id)).toMatchObject({ status: 'ended', at: 3_600 });
    const late = await setting.act(desk, run.id, plan);
    expect([late.status, late.body.code]).toEqual([409, 'drill.over']);
    expect((await setting.control(run.id, { kind: 'resume' })).body.code).toBe('drill.over');
  });

  it('when a drill is called off in the lobby it should be over without having begun', async () => {
    const run = await setting.create({ desk });
    await setting.control(run.id, { kind: 'stop', reason: '真实事件' });
    expect(await clock(run.id)).toMatchObject({ status: 'stopped', at: 0 });
  });

  it('when no timer runs the recurring job should carry it forward', async () => {
    const run = await setting.running({ desk });
    setting.app.clock.advance({ seconds: 12 });
    await setting.app.app.get(Jobs).run('drill-runs.tick', {});
    const [row] = await setting.app.database.query('SELECT ticked_to, seen_at FROM drill_run WHERE id = $1', [
      run.id,
    ]);
    expect(row).toEqual({ ticked_to: 120, seen_at: setting.app.clock.now() });
  });

  it('when two workers sweep at once no minute should be played twice', async () => {
    const run = await setting.running({ desk });
    const twin = await setting.app.twin();
    for (let i = 0; i < 10; i++) {
      setting.app.clock.advance({ seconds: 13 });
      await Promise.all([setting.app.app.get(RunHosts).sweep(), twin.get(RunHosts).sweep()]);
    }
    await twin.close();
    const events = await setting.events(setting.trainer, run.id);
    expect(events.map(({ id }) => id)).toEqual(events.map((_, i) => i + 1));
    const minutes = events.flatMap(({ body }) => (body.kind === 'indicators' ? [body.sample.minute] : []));
    expect(new Set(minutes).size).toBe(minutes.length);
  });
});
