import { Clock, SystemClock } from '../../../api/src/platform/clock/clock.js';
import { DatabaseTime } from '../../../api/src/platform/clock/database-time.js';
import { RunHosts } from '../../../api/src/modules/drill-runs/index.js';
import { DrillSetting } from './drill-setting.js';

describe('processes on machines whose clocks differ', () => {
  it('when two of them carry a run, minutes apart, it should keep its pace', async () => {
    const setting = await DrillSetting.start();
    const desk = await setting.player('desk');
    // Both machines are wrong; what passes is decided here.
    let passed = 0;
    const machine = (off: number) => new SystemClock(() => Date.now() + off + passed);
    const twins = [await setting.app.twin(machine(-240_000)), await setting.app.twin(machine(30_000))];
    // From here on time passes by hand.
    for (const twin of twins) twin.get(DatabaseTime).onApplicationShutdown();
    const [behind, ahead] = twins.map((twin) => twin.get(Clock).now().getTime());
    expect(Math.abs(behind! - ahead!)).toBeLessThan(1_000);
    setting.app.clock.set(new Date(ahead!).toISOString());
    // Sessions are of that time too.
    const [trainer, player] = [
      { ...setting.trainer, client: await setting.app.as(setting.trainer.person) },
      { ...desk, client: await setting.app.as(desk.person) },
    ];
    const created = await trainer.client.post('/drill-runs', {
      scenarioId: setting.document.id,
      participants: [{ personId: player.person.id, role: 'player', seat: 'desk' }],
    });
    await setting.control(created.body.id, { kind: 'start' }, trainer);
    const tickedTo = async () => {
      const [row] = await setting.app.database.query<{ at: number }>(
        'SELECT ticked_to AS at FROM drill_run WHERE id = $1',
        [created.body.id],
      );
      return row!.at;
    };
    for (let n = 0; n < 20; n++) {
      passed += 1_000;
      for (const twin of twins) await twin.get(RunHosts).sweep();
    }
    // Twenty seconds at ten times the pace of life, and however long the test itself took.
    expect(await tickedTo()).toBeGreaterThanOrEqual(180);
    expect(await tickedTo()).toBeLessThan(1_000);
    const { body } = await trainer.client.get(`/drill-runs/${created.body.id}`);
    expect(body.clock.status).toBe('running');
    for (const twin of twins) await twin.close();
    await setting.stop();
  });
});
