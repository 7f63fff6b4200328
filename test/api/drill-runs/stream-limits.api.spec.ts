import { DrillStreams } from '../../../api/src/modules/drill-runs/stream/drill-streams.js';
import { DrillSetting, message, type Cast } from './drill-setting.js';

describe('who holds a stream of a drill', () => {
  let setting: DrillSetting;
  let streams: DrillStreams;
  let desk: Cast;
  let lead: Cast;

  beforeAll(async () => {
    setting = await DrillSetting.start();
    streams = setting.app.app.get(DrillStreams);
    desk = await setting.player('desk');
    lead = await setting.player('lead');
  });
  afterAll(() => setting.stop());

  const onlooker = async (): Promise<Cast> => {
    const person = await setting.app.person({ roles: ['employee', 'trainer'] });
    const cookie = await setting.app.cookieOf(person);
    return { person, cookie, client: setting.app.client(cookie) };
  };
  const opened = async (by: Cast, runId: string) => {
    const stream = await setting.stream(by, runId);
    await stream.next();
    return stream;
  };

  it('when one person opens ever more the oldest should give way, and nobody else lose theirs', async () => {
    const run = await setting.running({ desk, lead });
    const other = await opened(lead, run.id);
    const own = [];
    for (let n = 0; n < 13; n++) own.push(await opened(desk, run.id));
    for (const oldest of own.slice(0, 3)) await oldest.toEnd();
    await setting.act(lead, run.id, message('desk', 'to those who are left'));
    for (const left of own.slice(3)) {
      const seen = await left.until(({ data }) => JSON.stringify(data).includes('to those who are left'));
      expect(seen.length).toBeGreaterThan(0);
      left.drop();
    }
    expect(other.closed).toBe(false);
    other.drop();
  });

  it('when somebody who looked in becomes a player their view of everything should end', async () => {
    const run = await setting.running({ desk });
    const trainer = await onlooker();
    const stream = await opened(trainer, run.id);
    await streams.recheck();
    expect(stream.closed).toBe(false);
    await setting.trainer.client.put(`/drill-runs/${run.id}/participants`, {
      participants: [{ personId: trainer.person.id, role: 'player', seat: 'lead' }],
    });
    await streams.recheck();
    await stream.toEnd();
    const again = await opened(trainer, run.id);
    await streams.recheck();
    expect(again.closed).toBe(false);
    again.drop();
  });

  it('when somebody who looked in is no trainer any more, or for other departments, it should end', async () => {
    const run = await setting.running({ desk });
    const { database } = setting.app;
    const [demoted, moved] = [await onlooker(), await onlooker()];
    const elsewhere = await setting.app.department('客服');
    const held = [await opened(demoted, run.id), await opened(moved, run.id)];
    await streams.recheck();
    expect(held.map(({ closed }) => closed)).toEqual([false, false]);
    await database.query(`UPDATE person SET roles = '{employee}' WHERE id = $1`, [demoted.person.id]);
    await database.query(`UPDATE person SET scope_department_id = $2 WHERE id = $1`, [
      moved.person.id,
      elsewhere,
    ]);
    await streams.recheck();
    for (const stream of held) await stream.toEnd();
  });
});
