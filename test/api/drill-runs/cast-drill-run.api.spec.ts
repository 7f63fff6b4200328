import { DrillSetting, message, NOWHERE, plan, type Cast } from './drill-setting.js';

describe('PUT /drill-runs/:id/participants', () => {
  let setting: DrillSetting;
  let desk: Cast;
  let lead: Cast;

  beforeEach(async () => {
    setting = await DrillSetting.start();
    desk = await setting.player('desk');
    lead = await setting.player('lead');
  });
  afterEach(() => setting.stop());

  const part = ({ person }: Cast, role: string, seat: string | null) => ({ personId: person.id, role, seat });
  const put = (id: string, participants: object[], by = setting.trainer) =>
    by.client.put(`/drill-runs/${id}/participants`, { participants });

  it('when the caller may not, the run is not theirs or the cast is wrong it should refuse', async () => {
    const { id } = await setting.create({ desk });
    expect((await setting.app.client().put(`/drill-runs/${id}/participants`, {})).status).toBe(401);
    expect((await put(id, [], desk)).status).toBe(403);
    expect((await put(NOWHERE, [])).body.code).toBe('drill.not_found');
    const { client } = await setting.app.signedIn({ roles: ['trainer'], department: '客服', scope: '客服' });
    expect((await client.put(`/drill-runs/${id}/participants`, { participants: [] })).body.code).toBe(
      'drill.not_found',
    );
    expect((await put(id, [{ personId: 'x' }])).status).toBe(400);
    expect((await put(id, [part(desk, 'player', 'roof')])).body.code).toBe('drill.cast_invalid');
  });

  it('when the caller may only look on it should refuse, from outside the sub-tree as much as with another role', async () => {
    const { id } = await setting.create({ desk });
    const outside = await setting.app.signedIn({ roles: ['trainer'], department: '客服', scope: '客服' });
    const asWhat = (role: string) =>
      put(id, [part(desk, 'player', 'desk'), { personId: outside.person.id, role, seat: null }]);
    const takeOver = () =>
      outside.client.put(`/drill-runs/${id}/participants`, {
        participants: [
          { personId: outside.person.id, role: 'controller', seat: null },
          { personId: setting.trainer.person.id, role: 'observer', seat: null },
        ],
      });
    for (const role of ['observer', 'evaluator', 'simulator']) {
      expect((await asWhat(role)).status).toBe(200);
      const { status, body } = await takeOver();
      expect([role, status, body.code]).toEqual([role, 403, 'drill.role_forbids']);
    }
    await setting.control(id, { kind: 'stop', reason: 'a real event' });
    const again = await outside.client.post(`/drill-runs/${id}/restart`, {});
    expect([again.status, again.body.code]).toEqual([403, 'drill.role_forbids']);
  });

  it('when the caller controls the run it should obey, also from outside the sub-tree', async () => {
    const { id } = await setting.create({ desk });
    const outside = await setting.app.signedIn({ roles: ['trainer'], department: '客服', scope: '客服' });
    const cast = [
      part(desk, 'player', 'desk'),
      { personId: outside.person.id, role: 'controller', seat: null },
    ];
    await put(id, cast);
    const own = await outside.client.put(`/drill-runs/${id}/participants`, { participants: cast });
    expect(own.status).toBe(200);
    const more = await outside.client.put(`/drill-runs/${id}/participants`, {
      participants: [...cast, part(lead, 'player', 'lead')],
    });
    expect([more.status, more.body.code]).toEqual([404, 'person.not_found']);
  });

  it('when the cast is replaced it should keep who stays, drop who goes and keep the lead', async () => {
    const { id } = await setting.create({ desk });
    await desk.client.post(`/drills/${id}/ready`);
    const { status, body } = await put(id, [part(desk, 'player', 'desk'), part(lead, 'player', 'lead')]);
    expect(status).toBe(200);
    expect(
      body.participants.map(({ role, seat, ready }: Record<string, unknown>) => [role, seat, ready]),
    ).toEqual([
      ['controller', null, false],
      ['player', 'desk', true],
      ['player', 'lead', false],
    ]);
    const moved = (await put(id, [part(desk, 'player', 'lead')])).body;
    expect(moved.participants[1]).toMatchObject({ seat: 'lead', ready: false });
    expect(moved.players).toBe(1);
    expect((await lead.client.get(`/drills/${id}/stage`)).body.code).toBe('drill.not_found');
  });

  it('when a player is added late the seat should be played from the moment they come', async () => {
    const { id } = await setting.running({ desk });
    await put(id, [part(desk, 'player', 'desk'), part(lead, 'player', 'lead')]);
    const seats = async () =>
      (await setting.log(id)).filter(({ action }) => action.kind === 'seat').map(({ action }) => action);
    expect(await seats()).toEqual([]);
    await setting.pass(6);
    expect((await setting.act(lead, id, plan)).body.refused).toBeNull();
    expect(await seats()).toEqual([{ kind: 'seat', seat: 'lead', played: true }]);
    expect((await setting.log(id)).at(-1)).toMatchObject({ by: 'seat:lead', at: 60 });
    await put(id, [part(lead, 'player', 'lead')]);
    expect(await seats()).toEqual([
      { kind: 'seat', seat: 'lead', played: true },
      { kind: 'seat', seat: 'desk', played: false },
    ]);
    expect((await setting.act(desk, id, message('lead'))).body.code).toBe('drill.not_found');
  });

  it('when the run is over it should refuse', async () => {
    const { id } = await setting.running({ desk });
    await setting.control(id, { kind: 'end' });
    const { status, body } = await put(id, []);
    expect([status, body.code]).toEqual([409, 'drill.over']);
  });
});

describe('POST /drill-runs/:id/restart', () => {
  let setting: DrillSetting;
  let desk: Cast;

  beforeAll(async () => {
    setting = await DrillSetting.start();
    desk = await setting.player('desk');
  });
  afterAll(() => setting.stop());

  const restart = (id: string, body: object = {}, by = setting.trainer) =>
    by.client.post(`/drill-runs/${id}/restart`, body);

  it('when the caller may not, the run is unknown or still open it should refuse', async () => {
    const { id } = await setting.create({ desk });
    expect((await setting.app.client().post(`/drill-runs/${id}/restart`, {})).status).toBe(401);
    expect((await restart(id, {}, desk)).status).toBe(403);
    expect((await restart(NOWHERE)).body.code).toBe('drill.not_found');
    expect((await restart(id, { seed: -1 })).status).toBe(400);
    const { status, body } = await restart(id);
    expect([status, body.code]).toEqual([409, 'drill.not_over']);
  });

  it('when the run is over it should make a new one and leave the old log alone', async () => {
    const gone = await setting.player('lead');
    const old = await setting.running({ desk, lead: gone });
    await setting.app.database.query(`UPDATE person SET status = 'left' WHERE id = $1`, [gone.person.id]);
    await setting.control(old.id, { kind: 'stop', reason: '真实事件' });
    const log = await setting.log(old.id);
    const { status, body } = await restart(old.id, { seed: 11 });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      restartOf: old.id,
      seed: 11,
      clock: { status: 'lobby', at: 0 },
      scenario: { versionId: old.scenario.versionId },
      players: 1,
      joined: 0,
    });
    expect(body.joinCode).not.toBe(old.joinCode);
    expect((await restart(old.id)).body.seed).not.toBe(old.seed);
    expect(await setting.log(old.id)).toEqual(log);
    expect((await setting.trainer.client.get(`/drill-runs/${old.id}`)).body.clock.status).toBe('stopped');
  });
});
