import { CANARY } from '../../support/drill-scenario.js';
import { decide, DrillSetting, NOWHERE, note, type Cast } from '../drill-runs/drill-setting.js';

describe('the wall of a run', () => {
  let setting: DrillSetting;
  let desk: Cast;
  let chief: Cast;
  beforeAll(async () => {
    setting = await DrillSetting.start();
    desk = await setting.player('desk');
    chief = await setting.player('chief');
  });
  afterAll(() => setting.stop());

  const link = async (id: string, by = setting.trainer) => {
    const { status, body } = await by.client.post(`/drill-runs/${id}/wall-link`);
    return { status, token: (body.url as string | undefined)?.split('#')[1] ?? '' };
  };
  const anybody = () => setting.app.client();
  const open = (token: string) => anybody().get(`/drill-walls/${token}`);

  it('should show time, phase, figures, decisions and posts, and nobody by name, on a screen without a session', async () => {
    const { id } = await setting.running({ desk, chief }, { title: 'Spring drill' });
    await setting.pass(6);
    await setting.observe(setting.trainer, id, note('for staff alone'));
    const { token } = await link(id);
    const { status, body } = await open(token);
    expect(status).toBe(200);
    expect(body).toMatchObject({ title: 'Spring drill', reason: null, clock: { status: 'running' } });
    expect(Object.keys(body as object).sort()).toEqual(
      ['title', 'scenario', 'startsAt', 'clock', 'reason', 'phase', 'figures', 'openCards', 'posts'].sort(),
    );
    expect(body.openCards.map(({ seat }: { seat: { en: string } }) => seat.en).sort()).toEqual([
      'seat chief',
      'seat desk',
    ]);
    expect(body.figures.length).toBeGreaterThan(0);
    // Names of people, hidden truth, keys by which something could be done, what is for staff.
    expect(JSON.stringify(body)).not.toMatch(new RegExp(`测试|${CANARY}|for staff|"id"|"key"|[0-9a-f]{8}-`));
    // What was read once is read anew when something happened.
    await setting.act(chief, id, decide('go'));
    expect((await open(token)).body.openCards).toHaveLength(1);
    await setting.control(id, { kind: 'pause', reason: 'tea' });
    expect((await open(token)).body).toMatchObject({ reason: 'tea', clock: { status: 'paused' } });
  });

  it('the link should open the wall and nothing else', async () => {
    const { id } = await setting.running({ desk });
    const { token } = await link(id);
    for (const path of [
      `/drill-runs/${id}`,
      `/drills/${id}/stage`,
      `/drills/${id}/events`,
      `/drill-runs/${id}/wall`,
    ])
      for (const with_ of ['', `?token=${token}`]) {
        const { status } = await anybody().get(path + with_).set('authorization', `Bearer ${token}`); // prettier-ignore
        expect([path, status]).toEqual([path, 401]);
      }
  });

  it('a further link should replace the former one, and one that was taken back should open nothing', async () => {
    const { id } = await setting.running({ desk });
    const first = await link(id);
    const second = await link(id);
    expect((await open(first.token)).status).toBe(404);
    expect((await open(second.token)).status).toBe(200);
    expect((await setting.trainer.client.delete(`/drill-runs/${id}/wall-link`)).status).toBe(204);
    expect((await open(second.token)).body).toMatchObject({ code: 'drill.not_found' });
    const stored = await setting.app.database.query<{ n: string }>(
      `SELECT count(*) AS n FROM drill_wall_link WHERE encode(token_hash, 'escape') LIKE '%' || $1 || '%'`,
      [second.token],
    );
    expect(Number(stored[0]!.n)).toBe(0);
  });

  it('a day after the end it should open nothing any more', async () => {
    const { id } = await setting.running({ desk });
    const { token } = await link(id);
    await setting.control(id, { kind: 'end' });
    expect((await open(token)).body.clock.status).toBe('ended');
    setting.app.clock.advance({ hours: 25 });
    expect((await open(token)).status).toBe(404);
  });

  it('only those who lead the run should give a link', async () => {
    const { id } = await setting.running({ desk });
    expect((await anybody().post(`/drill-runs/${id}/wall-link`)).status).toBe(401);
    expect((await link(id, desk)).status).toBe(403);
    const elsewhere = await setting.app.signedIn({ roles: ['trainer'], department: '客服', scope: '客服' });
    for (const run of [id, NOWHERE])
      for (const send of ['post', 'delete'] as const)
        expect((await elsewhere.client[send](`/drill-runs/${run}/wall-link`)).body.code).toBe(
          'drill.not_found',
        );
    expect((await anybody().get('/drill-walls/nonsense')).status).toBe(400);
  });

  it('whoever guesses links should be held up, and walls beside them not', async () => {
    // Days have passed; sessions do not last that long.
    for (const one of [setting.trainer, desk])
      Object.assign(one, { client: await setting.app.as(one.person) });
    const { id } = await setting.running({ desk });
    const { token } = await link(id);
    const guess = async (n: number) => (await open(String(n).padStart(43, 'x'))).status;
    let last = 0;
    for (let n = 0; n < 25 && last !== 429; n++) last = await guess(n);
    expect(last).toBe(429);
    expect((await open(token)).status).toBe(200);
  });
});
