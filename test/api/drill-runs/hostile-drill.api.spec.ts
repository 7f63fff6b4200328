import { randomUUID } from 'node:crypto';
import type { PlayerAction } from '@readyroom/contract';
import { DrillSetting, message, note, plan, type Cast } from './drill-setting.js';

describe('what a hostile client sends to a drill', () => {
  let setting: DrillSetting;
  let desk: Cast;
  let lead: Cast;

  beforeAll(async () => {
    setting = await DrillSetting.start();
    desk = await setting.player('desk');
    lead = await setting.player('lead');
  });
  afterAll(() => setting.stop());

  const sizes = async () => {
    const [row] = await setting.app.database.query(
      `SELECT (SELECT count(*) FROM drill_run) AS runs, (SELECT count(*) FROM drill_log) AS log,
         (SELECT count(*) FROM drill_event) AS events, (SELECT count(*) FROM drill_participant) AS people`,
    );
    return row;
  };

  /** Every text of every body, replaced by this. */
  const bodies = (runId: string, bad: string): [path: string, body: object][] => {
    const id = randomUUID();
    const actions = [
      { kind: 'acknowledge', what: bad },
      { kind: 'decide', card: bad, option: 'tell', confidence: 1, rationale: '' },
      { kind: 'decide', card: 'desk-go', option: bad, confidence: 1, rationale: '' },
      { kind: 'decide', card: 'desk-go', option: 'tell', confidence: 1, rationale: bad },
      {
        kind: 'draft_statement',
        statement: id,
        strategy: 'deny',
        elements: [],
        outlets: ['microblog'],
        text: bad,
      },
      { kind: 'return_statement', statement: id, version: 1, reason: bad },
      { kind: 'reply', post: 'p1', text: bad },
      { kind: 'reply', post: bad, text: 'x' },
      { kind: 'message', message: id, to: ['lead'], text: bad },
      { kind: 'message', message: id, to: [bad], text: 'x' },
      { kind: 'message', message: id, to: ['lead'], text: 'x', about: bad },
      { kind: 'notify', clock: 'none', text: bad },
      { kind: 'contact', partner: 'cac', text: bad },
      { kind: 'raise_alert', level: 'red', reason: bad },
      { kind: 'file_sitrep', sitrep: id, to: ['lead'], posts: [], text: bad },
    ];
    const controls = [
      { kind: 'pause', reason: bad },
      { kind: 'quick_inject', inject: id, to: 'feed', text: bad },
      { kind: 'stop', reason: bad },
      { kind: 'fire', inject: bad },
    ];
    const notes = [
      { kind: 'note', text: bad, objective: null },
      { kind: 'rate', objective: 'speed', seat: null, rating: 'P', note: bad },
    ];
    const each = (route: string, list: object[]) =>
      list.map((action): [string, object] => [
        `/drills/${runId}/${route}`,
        { clientId: randomUUID(), action },
      ]);
    return [
      ...each('actions', actions),
      ...each('control', controls),
      ...each('observations', notes),
      ['/drill-runs', { scenarioId: setting.document.id, title: bad }],
      ['/learn/drills/join', { code: bad }],
      [`/drills/${runId}/coach`, { text: bad, elements: [], outlets: ['microblog'] }],
    ];
  };

  it.each([
    ['NUL', 'a\u0000b'],
    ['a high surrogate alone', 'a\ud800b'],
    ['a low surrogate alone', '\udc00abc'],
  ])('when a text contains %s every route should answer 400 and store nothing', async (_, bad) => {
    const run = await setting.running({ desk, lead });
    const before = await sizes();
    for (const [path, body] of bodies(run.id, bad)) {
      const by = /actions|join/.test(path) ? desk : setting.trainer;
      const { status, body: answer } = await by.client.post(path, body);
      expect([path, body, status, answer.code]).toEqual([path, body, 400, 'request.invalid']);
    }
    expect(await sizes()).toEqual(before);
  });

  it.each([
    ['a character outside the first plane', '𠅤𠅤𠅤𠅤'],
    ['marks that turn the direction', '\u202e\u2066abc'],
    ['the name of what every object has', '__proto__'],
    ['another such name', 'constructor'],
    ['something like SQL', `'; DROP TABLE person; --`],
    ['a template', '${{7*7}}{{constructor}}'],
  ])('when a text contains %s it should be stored or refused as it stands', async (_, text) => {
    const run = await setting.running({ desk, lead });
    for (const [path, body] of bodies(run.id, text).filter(
      ([, { action }]: [string, { action?: { kind: string } }]) => action?.kind !== 'stop',
    )) {
      const by = /actions|join/.test(path) ? desk : setting.trainer;
      expect([path, body, (await by.client.post(path, body)).status >= 500]).toEqual([path, body, false]);
    }
    await setting.control(run.id, { kind: 'resume' });
    await setting.act(desk, run.id, message('lead', text));
    const events = await setting.events(lead, run.id);
    expect(events.at(-1)!.body).toMatchObject({ kind: 'message', text: { zh: text, en: text } });
  });

  it('when a body is larger than a megabyte, or nothing but brackets, it should be refused', async () => {
    const run = await setting.running({ desk, lead });
    const large = await setting.act(desk, run.id, message('lead', 'x'.repeat(1_100_000)));
    expect([large.status, large.body.code]).toEqual([413, 'request.too_large']);
    const long = await setting.act(desk, run.id, message('lead', 'x'.repeat(1_000_000)));
    expect([long.status, long.body.code]).toEqual([400, 'request.invalid']);
    for (const text of [`{"action":${'['.repeat(400_000)}${']'.repeat(400_000)}}`, '{"__proto__":{"a":1}}']) {
      const { status } = await desk.client
        .post(`/drills/${run.id}/actions`)
        .set('content-type', 'application/json')
        .send(text);
      expect(status).toBe(400);
    }
    expect(await setting.log(run.id)).toHaveLength(2);
  });

  it('when a number or a day is at or beyond an edge it should never be our fault', async () => {
    const run = await setting.running({ desk, lead });
    const events = async (after: string) =>
      (await desk.client.get(`/drills/${run.id}/events?after=${after}`)).status;
    expect(await events('2147483647')).toBe(200);
    for (const after of ['2147483648', '9007199254740993', '1e400', '-1', '1.5', 'NaN', 'x'])
      expect([after, await events(after)]).toEqual([after, 400]);
    const planned = async (plannedFor: string) =>
      (await setting.trainer.client.post('/drill-runs', { scenarioId: setting.document.id, plannedFor }))
        .status;
    expect(await planned('0001-01-01T00:00:00Z')).toBe(201);
    expect(await planned('9999-12-31T23:59:59Z')).toBe(201);
    for (const never of ['0000-01-01T00:00:00Z', '2026-02-30T00:00:00Z', '+010000-01-01T00:00:00Z'])
      expect([never, await planned(never)]).toEqual([never, 400]);
    for (const value of [-1, 1e8, 1e308]) {
      const action = { kind: 'set_threshold', measure: 'heat', level: 'red', value } as PlayerAction;
      expect((await setting.act(desk, run.id, action)).status).toBe(400);
    }
    const stream = await setting.stream(desk, run.id, 0, { 'last-event-id': '99999999999999999999' });
    expect(stream.status).toBe(200);
    stream.drop();
  });

  it('when an id comes in capitals it should be the same id', async () => {
    const run = await setting.running({ desk, lead });
    const clientId = randomUUID();
    const first = await setting.act(desk, run.id, plan, clientId);
    const [again, both, twice] = await Promise.all([
      setting.act(desk, run.id.toUpperCase(), plan, clientId.toUpperCase()),
      setting.act(desk, run.id, message('lead'), 'AAAAAAAA-0000-4000-8000-000000000001'),
      setting.act(lead, run.id, message('desk'), 'aaaaaaaa-0000-4000-8000-000000000001'),
    ]);
    expect(again.body).toEqual(first.body);
    expect([both.status, twice.status].sort()).toEqual([200, 409]);
    const other = await setting.running({ desk, lead });
    expect((await setting.act(desk, other.id, plan, clientId)).body).toMatchObject({ refused: null });
  });

  it('when somebody sends faster than anybody works they should wait, and nobody else', async () => {
    const run = await setting.running({ desk, lead });
    const statuses: number[] = [];
    for (let n = 0; n < 130; n++) statuses.push((await setting.act(desk, run.id, plan)).status);
    expect(statuses).toEqual([...Array<number>(120).fill(200), ...Array<number>(10).fill(429)]);
    const refused = await setting.act(desk, run.id, plan);
    expect([refused.body.code, refused.headers['retry-after']]).toEqual(['auth.throttled', '1']);
    expect((await setting.act(lead, run.id, plan)).status).toBe(200);
    expect((await setting.observe(setting.trainer, run.id, note())).status).toBe(200);
    expect(await setting.log(run.id)).toHaveLength(2 + 120 + 2);
    setting.app.clock.advance({ seconds: 1 });
    expect((await setting.act(desk, run.id, plan)).status).toBe(200);
  });

  it('when somebody begins solo drills only to end them they should wait for an hour', async () => {
    const player = await setting.someone();
    const start = () => player.client.post('/learn/drills/solo', { scenarioId: setting.document.id });
    for (let n = 0; n < 20; n++) {
      const { status, body } = await start();
      expect(status).toBe(200);
      await player.client.post(`/drills/${body.runId}/control`, {
        clientId: randomUUID(),
        action: { kind: 'end' },
      });
      setting.app.clock.advance({ seconds: 60 });
    }
    const refused = await start();
    expect([refused.status, refused.headers['retry-after']]).toEqual([429, String(3_600 - 20 * 60)]);
    setting.app.clock.advance({ seconds: 3_600 - 20 * 60 });
    expect((await start()).status).toBe(200);
  });

  it('when somebody comes only after the end they should not count as having taken part', async () => {
    const run = await setting.create({ desk, lead });
    await desk.client.post(`/drills/${run.id}/ready`);
    await setting.control(run.id, { kind: 'start' });
    await setting.control(run.id, { kind: 'end' });
    await lead.client.post(`/drills/${run.id}/ready`);
    await setting.act(lead, run.id, plan);
    await (await setting.stream(lead, run.id)).toEnd();
    const { body } = await setting.trainer.client.get(`/drill-runs/${run.id}`);
    expect([body.players, body.joined]).toEqual([2, 1]);
    expect((await setting.events(lead, run.id)).length).toBeGreaterThan(0);
  });
});
