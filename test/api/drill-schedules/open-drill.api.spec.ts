import { DrillRuns } from '../../../api/src/modules/drill-runs/index.js';
import { Jobs } from '../../../api/src/platform/queue/jobs.js';
import { planned, ScheduleSetting } from './schedule-setting.js';

describe('The worker that looks after schedules', () => {
  let setting: ScheduleSetting;
  beforeEach(async () => {
    setting = await ScheduleSetting.start();
  });
  afterEach(() => setting.stop());
  const runs = () =>
    setting.app.database.query<{ id: string; planned_for: Date; status: string }>('SELECT * FROM drill_run');
  const at = (iso: string) => setting.app.clock.set(iso);
  const subjects = async (of = setting.desk) => (await setting.mails(of)).map(({ subject }) => subject);

  it('should open the lobby half an hour before, with the cast, and call everybody once', async () => {
    const { id } = await setting.create();
    at('2026-03-09T01:29:59Z');
    await setting.sweep();
    expect(await runs()).toEqual([]);
    at('2026-03-09T01:30:00Z');
    await setting.sweep();
    await setting.sweep();
    const [run, ...more] = await runs();
    expect(more).toEqual([]);
    expect(run).toMatchObject({ status: 'lobby', planned_for: new Date('2026-03-09T02:00:00Z') });
    const detail = await setting.get(id);
    expect(detail).toMatchObject({
      planned: 0,
      held: 1,
      occurrences: [{ state: 'run_created', runId: run!.id }],
    });
    const { body } = await setting.desk.client.get('/learn/drills');
    expect(body.now).toMatchObject([{ runId: run!.id, role: 'player' }]);
    expect((await subjects()).filter((subject) => subject.includes('请入场'))).toHaveLength(1);
  });

  it('when two workers do it at once there should be one run', async () => {
    await setting.create();
    const twin = await setting.app.twin();
    at('2026-03-09T01:40:00Z');
    await Promise.all([setting.sweep(), twin.get(Jobs).run('drill-schedules.sweep', {}), setting.sweep()]);
    await twin.close();
    expect(await runs()).toHaveLength(1);
  });

  it('when a worker dies after making the run nothing of it should remain, and the next should make one', async () => {
    const { id } = await setting.create();
    const service = setting.app.app.get(DrillRuns);
    const open = service.open.bind(service);
    service.open = async (...given) => {
      await open(...given);
      throw new Error('killed');
    };
    at('2026-03-09T01:40:00Z');
    await expect(setting.sweep()).rejects.toThrow('killed');
    expect(await runs()).toEqual([]);
    service.open = open;
    await setting.sweep();
    expect(await runs()).toHaveLength(1);
    expect((await setting.get(id)).held).toBe(1);
  });

  it('when nobody worked for more than an hour the drill should be missed', async () => {
    const { id } = await setting.create();
    at('2026-03-09T03:00:00Z');
    await setting.sweep();
    expect(await runs()).toEqual([]);
    expect((await setting.get(id)).occurrences).toMatchObject([{ state: 'missed', reason: 'too_late' }]);
  });

  it('when somebody has left they should not be in the run', async () => {
    await setting.create();
    await setting.app.database.query(`UPDATE person SET status = 'left' WHERE id = $1`, [
      setting.lead.person.id,
    ]);
    at('2026-03-09T01:40:00Z');
    await setting.sweep();
    const cast = await setting.app.database.query<{ person_id: string }>(
      'SELECT person_id FROM drill_participant',
    );
    expect(cast.map((one) => one.person_id).sort()).toEqual(
      [setting.trainer.person.id, setting.desk.person.id].sort(),
    );
  });

  it('should plan further ahead as time goes on, and invite two months before', async () => {
    const { id } = await setting.create({ rrule: 'FREQ=MONTHLY' });
    const before = planned(await setting.get(id));
    expect(before.length).toBeGreaterThanOrEqual(12);
    expect((await subjects()).length).toBe(2);
    setting.app.clock.advance({ days: 40 });
    await setting.sweep();
    const after = await setting.get(id);
    expect(after.occurrences.at(-1)!.plannedAt > before.at(-1)!.plannedAt).toBe(true);
    expect((await subjects()).length).toBe(4);
  });

  it('when it comes without notice players should hear of it only when it begins', async () => {
    const made = await setting.create({ noNoticeDays: 5, seed: 11 });
    const [one] = planned(made);
    expect(one).toMatchObject({ moved: 'drawn' });
    expect(await subjects()).toEqual([]);
    expect(await subjects(setting.trainer)).toHaveLength(1);
    expect((await setting.desk.client.get('/learn/calendar')).body.items).toEqual([]);
    expect((await setting.trainer.client.get('/learn/calendar')).body.items).toHaveLength(1);
    at(one!.plannedAt);
    setting.app.clock.advance({ minutes: -1 });
    await setting.sweep();
    expect(await runs()).toEqual([]);
    at(one!.plannedAt);
    await setting.sweep();
    expect(await runs()).toHaveLength(1);
    expect(await subjects()).toEqual([expect.stringContaining('请入场')]);
  });
});
