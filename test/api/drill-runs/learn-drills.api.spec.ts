import { drillScenario, publishScenario } from '../../support/drill-scenario.js';
import { DrillSetting, NOWHERE, type Cast } from './drill-setting.js';

describe('GET /learn/drills', () => {
  let setting: DrillSetting;
  let desk: Cast;

  beforeEach(async () => {
    setting = await DrillSetting.start();
    desk = await setting.player('desk');
  });
  afterEach(() => setting.stop());

  const mine = async (by = desk) => (await by.client.get('/learn/drills')).body;

  it('when nobody is signed in it should answer 401', async () => {
    expect((await setting.app.client().get('/learn/drills')).status).toBe(401);
  });

  it('should sort runs into now, upcoming and past, and show nobody what they are not in', async () => {
    const soon = await setting.create({ desk }, { plannedFor: '2026-03-02T01:29:00.000Z' });
    const later = await setting.create({ desk }, { plannedFor: '2026-03-02T01:31:00.000Z', title: '下午场' });
    const over = await setting.running({ desk });
    await setting.control(over.id, { kind: 'end' });
    const { now, upcoming, past } = await mine();
    expect(now).toEqual([
      expect.objectContaining({
        runId: soon.id,
        status: 'lobby',
        role: 'player',
        title: setting.document.title,
        seat: { zh: 'seat desk（中文）', en: 'seat desk' },
      }),
    ]);
    expect(upcoming).toEqual([
      expect.objectContaining({ runId: later.id, title: { zh: '下午场', en: '下午场' } }),
    ]);
    expect(past).toEqual([
      expect.objectContaining({ runId: over.id, status: 'ended', endedAt: '2026-03-02T01:00:00.000Z' }),
    ]);
    const other = await setting.someone();
    expect(await mine(other)).toMatchObject({ now: [], upcoming: [], past: [] });
  });

  it('should offer every published scenario to play alone, at the seat of the tier, with how often it was', async () => {
    await publishScenario(setting.app, drillScenario('another'));
    const chief = await setting.player('chief');
    const [another, first] = (await mine(chief)).solo;
    expect(another.scenarioId).not.toBe(setting.document.id);
    expect(first).toEqual({
      scenarioId: setting.document.id,
      title: setting.document.title,
      summary: setting.document.summary,
      crisisType: 'technical',
      seat: { zh: 'seat chief（中文）', en: 'seat chief' },
      minutes: 10,
      played: 0,
    });
    const { runId } = (await chief.client.post('/learn/drills/solo', { scenarioId: setting.document.id }))
      .body;
    await setting.control(runId, { kind: 'end' }, chief);
    expect((await mine(chief)).solo[1].played).toBe(1);
    expect((await mine(desk)).solo[1].played).toBe(0);
  });
});

describe('POST /learn/drills/solo', () => {
  let setting: DrillSetting;
  let desk: Cast;

  beforeEach(async () => {
    setting = await DrillSetting.start();
    desk = await setting.player('desk');
  });
  afterEach(() => setting.stop());

  const solo = (by = desk, scenarioId = setting.document.id) =>
    by.client.post('/learn/drills/solo', { scenarioId });

  it('when nobody is signed in it should answer 401, 400 for no id, 404 for an unknown scenario', async () => {
    expect((await setting.app.client().post('/learn/drills/solo', {})).status).toBe(401);
    expect((await solo(desk, 'x')).status).toBe(400);
    expect((await solo(desk, NOWHERE)).body.code).toBe('scenario.not_found');
  });

  it('when it is started it should run at once with the seat of the tier, and end by itself after ten minutes', async () => {
    const { status, body } = await solo();
    expect(status).toBe(200);
    const { runId } = body;
    const stage = (await desk.client.get(`/drills/${runId}/stage`)).body;
    expect(stage).toMatchObject({
      run: { mode: 'solo', clock: { status: 'running', at: 0, rate: 6 }, joined: 1 },
      me: { role: 'player', seat: 'desk', ready: true },
      durationMinutes: 60,
      msel: null,
    });
    expect((await setting.log(runId))[0]!.action).toEqual({ kind: 'begin', mode: 'solo', played: ['desk'] });
    for (let i = 0; i < 3; i++) await setting.pass(200);
    const { clock } = (await desk.client.get(`/drills/${runId}/events`)).body;
    expect(clock).toMatchObject({ status: 'ended', at: 3_600 });
  });

  it('when it is open already it should be gone on with, also for two taps at once', async () => {
    const answers = await Promise.all([solo(), solo(), solo()]);
    const ids = new Set(answers.map(({ body }) => body.runId));
    expect(ids.size).toBe(1);
    expect((await setting.log([...ids][0]!)).map(({ action }) => action.kind)).toEqual(['begin', 'start']);
  });

  it('the player may stand still and give up, but neither look ahead nor be looked at', async () => {
    const { runId } = (await solo()).body;
    for (const kind of ['pause', 'resume'] as const)
      expect((await setting.control(runId, { kind }, desk)).status).toBe(200);
    const jump = await setting.control(runId, { kind: 'jump', toMinute: 30 }, desk);
    expect([jump.status, jump.body.code]).toEqual([403, 'drill.role_forbids']);
    expect((await setting.control(runId, { kind: 'end' }, await setting.someone())).body.code).toBe(
      'drill.not_found',
    );
    expect((await setting.control(runId, { kind: 'end' }, desk)).status).toBe(200);
    expect((await solo()).body.runId).not.toBe(runId);
  });
});

describe('POST /learn/drills/join', () => {
  let setting: DrillSetting;

  beforeEach(async () => {
    setting = await DrillSetting.start();
  });
  afterEach(() => setting.stop());

  const join = (by: Cast, code: string) => by.client.post('/learn/drills/join', { code });
  const partOf = async (by: Cast, runId: string) => (await by.client.get(`/drills/${runId}/stage`)).body.me;

  it('when nobody is signed in it should answer 401, 400 for no code, 404 for a wrong one', async () => {
    const desk = await setting.player('desk');
    expect((await setting.app.client().post('/learn/drills/join', { code: 'ABCDEF' })).status).toBe(401);
    expect((await join(desk, '')).status).toBe(400);
    expect((await join(desk, 'ABCDEF')).body.code).toBe('drill.code_unknown');
  });

  it('when they are cast it should bring them to their part, however the code is typed', async () => {
    const desk = await setting.player('desk');
    const run = await setting.create({ desk });
    expect((await join(desk, ` ${run.joinCode.toLowerCase()} `)).body).toEqual({ runId: run.id });
    const [, player] = (await setting.trainer.client.get(`/drill-runs/${run.id}`)).body.participants;
    expect(player).toMatchObject({ seat: 'desk', joinedAt: '2026-03-02T01:00:00.000Z', online: true });
  });

  it('when they are not cast it should give a free seat of their tier, else let them watch', async () => {
    const run = await setting.create();
    const [one, two] = [await setting.player('desk'), await setting.player('desk')];
    await join(one, run.joinCode);
    await join(two, run.joinCode);
    await join(two, run.joinCode);
    expect(await partOf(one, run.id)).toMatchObject({ role: 'player', seat: 'desk' });
    expect(await partOf(two, run.id)).toMatchObject({ role: 'observer', seat: null });
  });

  it('when many of a tier come at once it should give the seat to one of them', async () => {
    const run = await setting.create();
    const crowd = await Promise.all(Array.from({ length: 6 }, () => setting.player('lead')));
    await Promise.all(crowd.map((one) => join(one, run.joinCode)));
    const parts = await Promise.all(crowd.map((one) => partOf(one, run.id)));
    expect(parts.filter(({ seat }) => seat === 'lead')).toHaveLength(1);
  });

  it('when the run goes on already the seat should be played from then on', async () => {
    const run = await setting.running({});
    await join(await setting.player('lead'), run.joinCode);
    expect((await setting.log(run.id)).at(-1)!.action).toEqual({ kind: 'seat', seat: 'lead', played: true });
  });

  it('when somebody was taken out, or the run is over, the code should open nothing', async () => {
    const desk = await setting.player('desk');
    const run = await setting.create({ desk });
    await setting.trainer.client.put(`/drill-runs/${run.id}/participants`, { participants: [] });
    expect((await join(desk, run.joinCode)).body.code).toBe('drill.code_unknown');
    await setting.control(run.id, { kind: 'stop', reason: 'called off' });
    expect((await join(await setting.someone(), run.joinCode)).body.code).toBe('drill.code_unknown');
  });

  it('when codes are guessed it should make the guesser wait, and nobody else', async () => {
    const guesser = await setting.someone();
    const run = await setting.create();
    for (let i = 0; i < 10; i++) expect((await join(guesser, `WRONG${i}`)).status).toBe(404);
    const refused = await join(guesser, run.joinCode);
    expect([refused.status, refused.body.code]).toEqual([429, 'auth.throttled']);
    expect((await join(await setting.someone(), run.joinCode)).status).toBe(200);
    setting.app.clock.advance({ seconds: 61 });
    expect((await join(guesser, run.joinCode)).status).toBe(200);
  });

  it('when an office behind one address mistypes it should not lock itself out, and many accounts cannot try for ever', async () => {
    const run = await setting.create();
    const people = await Promise.all(Array.from({ length: 31 }, () => setting.someone()));
    for (const one of people.slice(0, 20))
      for (let n = 0; n < 3; n++) expect((await join(one, `OOPS${n}`)).status).toBe(404);
    expect((await join(people[30]!, run.joinCode)).status).toBe(200);
    for (let wrong = 60, n = 0; wrong < 300; n++) {
      const { status } = await join(people[n % 31]!, `WRONG${n}`);
      if (status === 404) wrong++;
      else people[n % 31] = await setting.someone();
    }
    expect((await join(await setting.someone(), run.joinCode)).status).toBe(429);
  });

  it('when a process dies between noting that a player came and giving them the seat, they should get it with what they do next', async () => {
    const desk = await setting.player('desk');
    const run = await setting.create({ desk });
    await setting.control(run.id, { kind: 'start' });
    await setting.app.database.query(
      'UPDATE drill_participant SET joined_at = $2, last_seen_at = $2 WHERE run_id = $1 AND person_id = $3',
      [run.id, setting.app.clock.now(), desk.person.id],
    );
    await setting.act(desk, run.id, { kind: 'open_plan' });
    expect((await setting.log(run.id)).map(({ action }) => action.kind)).toEqual([
      'begin',
      'start',
      'seat',
      'open_plan',
    ]);
  });
});
