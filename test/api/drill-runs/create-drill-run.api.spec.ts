import { permissionsOf } from '../../../api/src/platform/access/permissions.js';
import { DrillSetting, NOWHERE, type Cast } from './drill-setting.js';

describe('POST /drill-runs', () => {
  let setting: DrillSetting;
  let desk: Cast;

  beforeAll(async () => {
    setting = await DrillSetting.start();
    desk = await setting.player('desk');
  });
  afterAll(() => setting.stop());

  const send = (body: object, by = setting.trainer) =>
    by.client.post('/drill-runs', { scenarioId: setting.document.id, ...body });
  const part = (personId: string, role: string, seat: string | null) => ({ personId, role, seat });

  it('when the caller may not it should answer 401 or 403', async () => {
    expect((await setting.app.client().post('/drill-runs', {})).status).toBe(401);
    expect((await send({}, desk)).status).toBe(403);
    expect(permissionsOf(['hr']).has('drill.run')).toBe(false);
  });

  it.each([
    ['a seed that is too large', { seed: 4_294_967_296 }],
    ['a field that does not exist', { rate: 5 }],
    ['a role that does not exist', { participants: [part(NOWHERE, 'spectator', null)] }],
  ])('when it has %s it should answer 400', async (_, body) => {
    const { status, body: answer } = await send(body);
    expect([status, answer.code]).toEqual([400, 'request.invalid']);
  });

  it('when the scenario is unknown or has no published version it should answer 404', async () => {
    const { status, body } = await send({ scenarioId: NOWHERE });
    expect([status, body.code]).toEqual([404, 'scenario.not_found']);
    await setting.app.database.query(`INSERT INTO scenario (id, slug) VALUES ($1, 'draft-only')`, [NOWHERE]);
    expect((await send({ scenarioId: NOWHERE })).status).toBe(404);
  });

  it('when the cast does not fit it should say where', async () => {
    const { id } = desk.person;
    for (const [participants, path] of [
      [[part(id, 'player', 'desk'), part(id, 'observer', null)], 'participants.1'],
      [[part(id, 'player', null)], 'participants.0'],
      [[part(id, 'evaluator', 'desk')], 'participants.0'],
      [[part(id, 'player', 'nowhere')], 'participants.0'],
    ] as const) {
      const { status, body } = await send({ participants });
      expect([status, body.code, body.details?.[0].path]).toEqual([400, 'drill.cast_invalid', path]);
    }
  });

  it('when it casts somebody outside the sub-tree of the trainer, gone or unknown it should answer 404', async () => {
    const gone = await setting.app.person({ status: 'left' });
    for (const id of [gone.id, NOWHERE]) {
      const { status, body } = await send({ participants: [part(id, 'observer', null)] });
      expect([status, body.code]).toEqual([404, 'person.not_found']);
    }
    const { client } = await setting.app.signedIn({
      roles: ['trainer'],
      department: '客服/质检',
      scope: '客服',
    });
    const inside = await setting.app.person({ department: '客服/热线' });
    const create = (personId: string) =>
      client.post('/drill-runs', {
        scenarioId: setting.document.id,
        participants: [part(personId, 'player', 'desk')],
      });
    expect((await create(desk.person.id)).body.code).toBe('person.not_found');
    expect((await create(inside.id)).status).toBe(201);
  });

  it('when it is right it should open a lobby with a code, led by whoever made it', async () => {
    const { status, body } = await send({
      title: '季度演练',
      plannedFor: '2026-03-05T01:00:00.000Z',
      participants: [part(desk.person.id, 'player', 'desk')],
    });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      title: '季度演练',
      mode: 'live',
      scenario: { id: setting.document.id, slug: 'drill-test', version: 1, crisisType: 'technical' },
      clock: { status: 'lobby', at: 0, rate: 10 },
      plannedFor: '2026-03-05T01:00:00.000Z',
      startedAt: null,
      endedAt: null,
      players: 1,
      joined: 0,
      engineVersion: expect.stringMatching(/^\d+\.\d+\.\d+$/),
      scenarioHash: expect.stringMatching(/^[0-9a-f]{64}$/),
      joinCode: expect.stringMatching(/^[A-HJ-NP-Z2-9]{6}$/),
    });
    expect(body.participants).toEqual([
      expect.objectContaining({ role: 'controller', seat: null, joinedAt: null, online: false }),
      expect.objectContaining({ role: 'player', seat: 'desk', ready: false }),
    ]);
    expect((await send({})).body.seed).not.toBe((await send({})).body.seed);
  });
});
