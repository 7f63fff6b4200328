import { randomUUID } from 'node:crypto';
import { CANARY } from '../../support/drill-scenario.js';
import { decide, DrillSetting, message, note, NOWHERE, plan, type Cast } from './drill-setting.js';

describe('taking part in a run', () => {
  let setting: DrillSetting;
  let desk: Cast;
  let lead: Cast;
  let stranger: Cast;

  beforeEach(async () => {
    setting = await DrillSetting.start();
    desk = await setting.player('desk');
    lead = await setting.player('lead');
    stranger = await setting.someone();
  });
  afterEach(() => setting.stop());

  const withRoles = async () => {
    const cast = {
      evaluator: await setting.someone(),
      observer: await setting.someone(),
      simulator: await setting.someone(),
      controller: await setting.someone(),
    };
    const participants = Object.entries(cast).map(([role, { person }]) => ({
      personId: person.id,
      role,
      seat: null,
    }));
    return { cast, run: await setting.running({ desk, lead }, { participants }) };
  };

  it('when the caller is nobody or a stranger every route should answer 401 or the same 404', async () => {
    const { id } = await setting.create({ desk });
    const clientId = randomUUID();
    for (const [method, path, body] of [
      ['get', 'stage', undefined],
      ['get', 'events', undefined],
      ['get', 'stream', undefined],
      ['post', 'ready', {}],
      ['post', 'actions', { clientId, action: plan }],
      ['post', 'observations', { clientId, action: note() }],
      ['post', 'control', { clientId, action: { kind: 'start' } }],
    ] as const) {
      expect((await setting.app.client()[method](`/drills/${id}/${path}`, body)).status).toBe(401);
      for (const run of [id, NOWHERE]) {
        const answer = await stranger.client[method](`/drills/${run}/${path}`, body);
        expect([path, answer.status, answer.body.code]).toEqual([path, 404, 'drill.not_found']);
      }
      expect((await desk.client[method](`/drills/x/${path}`, body)).status).toBe(400);
      if (method === 'post' && path !== 'ready')
        expect((await desk.client.post(`/drills/${id}/${path}`, { action: { kind: 'x' } })).status).toBe(400);
    }
  });

  it('GET stage should give players what they may know and staff the list of injects', async () => {
    const { run } = await withRoles();
    const player = (await desk.client.get(`/drills/${run.id}/stage`)).body;
    expect(player).toMatchObject({
      me: { role: 'player', seat: 'desk', duties: { en: 'duties of desk' }, ready: true },
      durationMinutes: 60,
      startsAt: '09:00',
      msel: null,
      phases: [],
    });
    expect(player.seats.map(({ key }: { key: string }) => key)).toEqual(['desk', 'lead', 'chief']);
    expect(JSON.stringify(player)).not.toContain(CANARY);
    const staff = (await setting.trainer.client.get(`/drills/${run.id}/stage`)).body;
    expect(staff.msel).toHaveLength(10);
    expect(staff.phases).toHaveLength(2);
    expect(staff.msel[1]).toMatchObject({ key: 'call', list: 'timed', at: 1, expected: [{ seat: 'desk' }] });
    expect(staff.msel[9]).toMatchObject({ key: 'deck-b', list: 'deck', at: null });
  });

  it('GET stage should tell observers, whom anybody with the code can become, nothing of what is to come', async () => {
    const run = await setting.create({ desk });
    const [watcher, trainer] = [await setting.someone(), await setting.app.signedIn({ roles: ['trainer'] })];
    await setting.trainer.client.put(`/drill-runs/${run.id}/participants`, {
      participants: [
        { personId: watcher.person.id, role: 'observer', seat: null },
        { personId: trainer.person.id, role: 'player', seat: 'lead' },
      ],
    });
    const stage = (await watcher.client.get(`/drills/${run.id}/stage`)).body;
    expect([stage.me.role, stage.msel]).toEqual(['observer', null]);
    expect(JSON.stringify(stage)).not.toContain(CANARY);
    const played = (await trainer.client.get(`/drills/${run.id}/stage`)).body;
    expect([played.me.role, played.msel]).toEqual(['player', null]);
    const { client } = await setting.app.signedIn({ roles: ['trainer'] });
    expect((await client.get(`/drills/${run.id}/stage`)).body.msel).toHaveLength(10);
  });

  it('POST ready should be seen in the lobby', async () => {
    const { id } = await setting.create({ desk });
    await desk.client.post(`/drills/${id}/ready`);
    const { participants, joined } = (await setting.trainer.client.get(`/drill-runs/${id}`)).body;
    expect([joined, participants[1].ready, participants[1].online]).toEqual([1, true, true]);
    setting.app.clock.advance({ seconds: 31 });
    expect((await setting.trainer.client.get(`/drill-runs/${id}`)).body.participants[1]).toMatchObject({
      ready: true,
      online: false,
    });
  });

  it('GET events should page through what the seat may see, and staff see all of it', async () => {
    const { run } = await withRoles();
    await setting.pass(60);
    await setting.act(desk, run.id, message('lead', 'for the lead'));
    const all = await setting.events(setting.trainer, run.id);
    expect(all.map(({ id }) => id)).toEqual(all.map((_, i) => i + 1));
    const seen = await setting.events(lead, run.id);
    expect(seen.length).toBeLessThan(all.length);
    expect(JSON.stringify(seen)).toContain('for the lead');
    const middle = seen[3]!.id;
    const { body } = await lead.client.get(`/drills/${run.id}/events?after=${middle}`);
    expect(body.events).toEqual(seen.slice(4));
    expect(body.clock).toMatchObject({ status: 'running', at: 600, rate: 10 });
    expect((await lead.client.get(`/drills/${run.id}/events?after=-1`)).status).toBe(400);
  });

  it('POST actions should take players only, and say in the log what it refuses', async () => {
    const { run, cast } = await withRoles();
    await setting.pass(6);
    for (const by of [setting.trainer, cast.evaluator, cast.observer]) {
      const { status, body } = await setting.act(by, run.id, plan);
      expect([status, body.code]).toEqual([403, 'drill.role_forbids']);
    }
    expect((await setting.act(desk, run.id, decide('desk-go'))).body).toEqual({
      seq: 1,
      at: 60,
      refused: null,
      post: null,
    });
    const foreign = await setting.act(lead, run.id, decide('go'));
    expect(foreign.status).toBe(200);
    expect(foreign.body.refused).not.toBeNull();
    expect((await setting.log(run.id)).at(-1)).toMatchObject({
      seq: 4,
      by: 'seat:lead',
      // Only the log says that the card is somebody else's.
      refused: 'drill.not_your_seat',
    });
  });

  it('when a decision comes after its time it should be refused, recorded and change nothing', async () => {
    const { run } = await withRoles();
    for (let i = 0; i < 2; i++) await setting.pass(70);
    const before = await setting.events(setting.trainer, run.id);
    const late = await setting.act(desk, run.id, decide('desk-go'));
    expect(late.status).toBe(200);
    expect(late.body.refused).toMatch(/^drill\./);
    expect((await setting.log(run.id)).at(-1)).toMatchObject({
      action: { kind: 'decide' },
      refused: late.body.refused,
    });
    const closed = before.find(({ body }) => body.kind === 'card_closed' && body.card === 'desk-go');
    expect(closed!.body).toMatchObject({ by: 'time', option: 'wait' });
    const card = (await setting.veil(run.id)).card('desk-go');
    const after = await setting.events(desk, run.id);
    expect(after.filter(({ body }) => body.kind === 'card_closed' && body.card === card)).toHaveLength(1);
  });

  it('when a request is repeated it should get the first answer, from two tabs or at once', async () => {
    const { run } = await withRoles();
    const clientId = randomUUID();
    const action = message('lead');
    const first = await Promise.all([1, 2, 3].map(() => setting.act(desk, run.id, action, clientId)));
    await setting.pass(20);
    const later = await setting.act(desk, run.id, action, clientId);
    for (const { status, body } of [...first, later])
      expect([status, body]).toEqual([200, { seq: 1, at: 0, refused: null, post: null }]);
    expect(await setting.log(run.id)).toHaveLength(3);
    await setting.control(run.id, { kind: 'end' });
    expect((await setting.act(desk, run.id, action, clientId)).body.seq).toBe(1);
  });

  it('when the name of a request comes with another body or from somebody else it should refuse', async () => {
    const { run } = await withRoles();
    const clientId = randomUUID();
    await setting.act(desk, run.id, plan, clientId);
    for (const by of [desk, lead]) {
      const action = by === desk ? message('lead') : plan;
      const { status, body } = await setting.act(by, run.id, action, clientId);
      expect([status, body.code]).toEqual([409, 'drill.key_reused']);
    }
    const atOnce = randomUUID();
    const answers = await Promise.all([
      setting.act(desk, run.id, plan, atOnce),
      setting.act(desk, run.id, message('lead'), atOnce),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it('when a statement is published from two tabs at once it should be public once', async () => {
    const chief = await setting.player('chief');
    const run = await setting.running({ chief });
    const statement = randomUUID();
    await setting.act(chief, run.id, {
      kind: 'draft_statement',
      statement,
      strategy: 'inform',
      elements: ['what_happened'],
      outlets: ['microblog'],
      text: '我们正在核实',
    });
    await setting.act(chief, run.id, { kind: 'submit_statement', statement });
    const publish = { kind: 'publish_statement', statement, version: 1 } as const;
    const tabs = await Promise.all([1, 2].map(() => setting.act(chief, run.id, publish)));
    expect(tabs.map(({ status }) => status)).toEqual([200, 200]);
    expect(tabs.filter(({ body }) => body.refused === null)).toHaveLength(1);
    const published = (await setting.events(chief, run.id)).filter(
      ({ body }) => body.kind === 'statement' && body.state === 'published',
    );
    expect(published).toHaveLength(1);
  });

  it('POST observations should take ratings of evaluators and controllers, and notes of observers', async () => {
    const { run, cast } = await withRoles();
    const rate = { kind: 'rate', objective: 'speed', seat: null, rating: 'S', note: '' } as const;
    expect((await setting.observe(cast.evaluator, run.id, rate)).body.refused).toBeNull();
    expect((await setting.observe(cast.controller, run.id, rate)).body.refused).toBeNull();
    expect((await setting.observe(cast.observer, run.id, note())).body.refused).toBeNull();
    for (const [by, action] of [
      [cast.observer, rate],
      [desk, note()],
      [cast.simulator, note()],
    ] as const)
      expect((await setting.observe(by, run.id, action)).body.code).toBe('drill.role_forbids');
    expect((await setting.log(run.id)).slice(2).map(({ by }) => by)).toEqual([
      'evaluator',
      'control',
      'evaluator',
    ]);
    expect(JSON.stringify(await setting.events(desk, run.id))).not.toContain('"rated"');
  });

  it('POST control should obey controllers, let simulators do all but the clock, and nobody else', async () => {
    const { run, cast } = await withRoles();
    for (const by of [desk, cast.evaluator, cast.observer])
      expect((await setting.control(run.id, { kind: 'pause' }, by)).body.code).toBe('drill.role_forbids');
    expect((await setting.control(run.id, { kind: 'pause' }, cast.simulator)).status).toBe(403);
    expect(
      (await setting.control(run.id, { kind: 'fire', inject: 'deck-a' }, cast.simulator)).body.refused,
    ).toBeNull();
    expect((await setting.control(run.id, { kind: 'pause' }, cast.controller)).body.refused).toBeNull();
    expect(await setting.kinds(lead, run.id)).toContain('inject');
  });
});
