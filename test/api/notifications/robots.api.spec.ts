import { Jobs } from '../../../api/src/platform/queue/jobs.js';
import { NoAnswer, RobotTransport } from '../../../api/src/modules/notifications/robots/robot-transport.js';
import { RobotSink, type SinkAnswer } from '../../support/robot-sink.js';
import { TestApp, type TestClient } from '../../support/test-app.js';

const WECOM = {
  kind: 'wecom',
  name: '培训群',
  url: 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=top-secret-key',
};

describe('robots of group chats', () => {
  let app: TestApp;
  let admin: TestClient;
  let sink: RobotSink;
  const answer = (what: SinkAnswer) => (sink.answer = () => what);

  beforeEach(async () => {
    sink = await RobotSink.start();
    app = await TestApp.start();
    app.clock.set('2026-03-02T01:05:00Z');
    app.app.get(RobotTransport).post = sink.post;
    admin = (await app.signedIn({ roles: ['admin'] })).client;
  });
  afterEach(async () => {
    await app.stop();
    await sink.stop();
  });

  const make = async (changes: object = {}): Promise<string> =>
    (await admin.post('/robots', { ...WECOM, ...changes }).expect(201)).body.id;
  const plan = (robotId: string, count: number) =>
    app.database.query(
      `INSERT INTO delivery (effect_key, kind, channel, robot_id, message, not_before, created_at)
       SELECT 'test:' || $1 || n, 'nudge', 'robot', $1::uuid, $2, $3, $3 FROM generate_series(1, $4) n`,
      [
        robotId,
        JSON.stringify({ title: { zh: '标题', en: 't' }, body: { zh: '正文', en: 'b' }, link: '/' }),
        app.clock.now(),
        count,
      ],
    );
  const send = () => app.app.get(Jobs).run('delivery.send', {});
  const states = () =>
    app.database.query<{ state: string; n: number; reason: string | null; repeated: boolean }>(
      'SELECT state, reason, repeated, count(*) AS n FROM delivery GROUP BY 1, 2, 3 ORDER BY 1, 2',
    );

  it('should be changed by administrators alone', async () => {
    await app.client().get('/robots').expect(401);
    const hr = (await app.signedIn({ roles: ['hr'] })).client;
    await hr.get('/robots').expect(200);
    await hr.post('/robots', WECOM).expect(403);
    await hr.post(`/robots/${await make()}/test`).expect(403);
  });

  it('should never show address or secret again', async () => {
    const made = await admin.post('/robots', { ...WECOM, secret: 'SEC-hidden' }).expect(201);
    const list = await admin.get('/robots').expect(200);
    const changed = await admin.patch(`/robots/${made.body.id}`, { name: '新名' }).expect(200);
    for (const { body } of [made, list, changed])
      expect(JSON.stringify(body)).not.toMatch(/top-secret-key|SEC-hidden/);
    expect(changed.body).toMatchObject({ name: '新名', host: 'qyapi.weixin.qq.com', signed: true });
    await admin.delete(`/robots/${made.body.id}`).expect(204);
    const [row] = await app.database.query('SELECT url, secret FROM robot');
    expect(row).toEqual({ url: '', secret: null });
  });

  it.each(['https://127.0.0.1/x', 'https://10.0.0.1/x', 'https://localhost/x', 'https://[::1]/x'])(
    'should refuse %s',
    async (url) => {
      const { body } = await admin.post('/robots', { ...WECOM, url }).expect(400);
      expect(body.code).toBe('robot.address_refused');
    },
  );

  it('should send no more than twenty a minute and show what waits', async () => {
    const id = await make();
    await plan(id, 45);
    await send();
    await send();
    expect(sink.calls).toHaveLength(20);
    expect((await admin.get('/robots')).body.items[0]).toMatchObject({ waiting: 25, perMinute: 20 });
    app.clock.advance({ seconds: 61 });
    await send();
    expect(sink.calls).toHaveLength(40);
    app.clock.advance({ seconds: 61 });
    await send();
    expect(sink.calls).toHaveLength(45);
    expect(await states()).toMatchObject([{ state: 'sent', n: 45 }]);
  });

  it('should count what another worker sends', async () => {
    const id = await make();
    await plan(id, 60);
    const twin = await app.twin();
    twin.get(RobotTransport).post = sink.post;
    try {
      await Promise.all([send(), twin.get(Jobs).run('delivery.send', {}), send()]);
    } finally {
      await twin.close();
    }
    expect(sink.calls.length).toBeLessThanOrEqual(20);
    expect(sink.calls.length).toBeGreaterThan(0);
  });

  it('should stay away from Feishu in the minute of the half hour', async () => {
    const id = await make({ kind: 'feishu', url: 'https://open.feishu.cn/open-apis/bot/v2/hook/h' });
    app.clock.set('2026-03-02T01:30:10Z');
    await plan(id, 1);
    await send();
    expect(sink.calls).toHaveLength(0);
    app.clock.set('2026-03-02T01:31:00Z');
    await send();
    expect(sink.calls).toHaveLength(1);
  });

  it('should wait as long as it is told to, and then lose nothing', async () => {
    const id = await make();
    await plan(id, 2);
    answer({ status: 429, headers: { 'retry-after': '300' }, body: 'slow down' });
    await send();
    expect(sink.calls).toHaveLength(1);
    expect((await admin.get('/robots')).body.items[0]).toMatchObject({
      pausedUntil: '2026-03-02T01:10:00.000Z',
      lastTrouble: '429 slow down',
    });
    answer({});
    app.clock.advance({ minutes: 4 });
    await send();
    expect(sink.calls).toHaveLength(1);
    app.clock.advance({ minutes: 2 });
    await send();
    expect(sink.calls).toHaveLength(3);
    expect(await states()).toMatchObject([{ state: 'sent', n: 2, reason: null }]);
  });

  it('should say no when the far side says no, and send it again when asked', async () => {
    const id = await make();
    await plan(id, 1);
    answer({ body: '{"errcode":93000,"errmsg":"invalid webhook url"}' });
    await send();
    expect(await states()).toMatchObject([{ state: 'failed', reason: expect.stringContaining('93000') }]);
    const { body } = await admin.get('/deliveries?channel=robot').expect(200);
    answer({});
    await admin.post(`/deliveries/${body.items[0].id}/retry`).expect(200);
    await app.drainJobs();
    expect(await states()).toMatchObject([{ state: 'sent', n: 1 }]);
  });

  it('should try again with longer and longer pauses when the far side is in trouble, and give up in the end', async () => {
    const id = await make();
    await plan(id, 1);
    answer({ status: 500, body: 'oops' });
    for (let hour = 0; hour < 8; hour++) {
      await send();
      app.clock.advance({ hours: 1 });
    }
    expect(sink.calls).toHaveLength(6);
    expect(await states()).toMatchObject([{ state: 'failed', reason: '500 oops' }]);
  });

  it('should say that a group may have a message twice when it was taken and no answer came in time', async () => {
    const id = await make();
    await plan(id, 1);
    answer({ silent: true });
    await send();
    expect(await states()).toMatchObject([{ state: 'planned', reason: 'no_answer', repeated: false }]);
    app.clock.advance({ minutes: 2 });
    answer({});
    await send();
    expect(sink.calls).toHaveLength(2);
    expect(await states()).toMatchObject([{ state: 'sent', reason: null, repeated: true }]);
  });

  it('should not say so when there was nobody to take it', async () => {
    const id = await make();
    await plan(id, 1);
    app.app.get(RobotTransport).post = () => Promise.reject(new NoAnswer('connect ETIMEDOUT', false));
    await send();
    expect(await states()).toMatchObject([{ state: 'planned', reason: 'connect ETIMEDOUT' }]);
    app.clock.advance({ minutes: 2 });
    app.app.get(RobotTransport).post = sink.post;
    await send();
    expect(await states()).toMatchObject([{ state: 'sent', repeated: false }]);
  });

  it('should hear "too fast" also when it is said with status 200, and never lose its patience over it', async () => {
    const id = await make({
      kind: 'dingtalk',
      url: 'https://oapi.dingtalk.com/robot/send?access_token=t',
      secret: 'SEC',
    });
    await plan(id, 1);
    answer({ body: '{"errcode":130101,"errmsg":"send too fast, exceed 20 times per minute"}' });
    for (let round = 0; round < 8; round++) {
      await send();
      app.clock.advance({ minutes: 10 });
    }
    expect(sink.calls).toHaveLength(8);
    answer({});
    await send();
    expect(await states()).toMatchObject([{ state: 'sent' }]);
    const signed = new URL(sink.calls.at(-1)!.path, 'http://robot');
    expect(signed.searchParams.get('timestamp')).toBe(String(app.clock.now().getTime()));
    expect(signed.searchParams.get('sign')).toMatch(/^[A-Za-z0-9+/]{43}=$/);
  });

  it('should not let a chat system that hangs hold up another', async () => {
    const slow = await make();
    const other = await make({ kind: 'slack', url: 'https://hooks.slack.com/services/T/B/x' });
    await plan(slow, 1);
    await plan(other, 1);
    // The one that hangs gives up only once the other has been served.
    let giveUp = (): void => undefined;
    app.app.get(RobotTransport).post = (call) => {
      if (call.url.includes('slack')) return sink.post(call).finally(() => giveUp());
      return new Promise((_done, fail) => (giveUp = () => fail(new NoAnswer('no_answer', true))));
    };
    await send();
    expect(sink.calls).toHaveLength(1);
    expect(await states()).toMatchObject([
      { state: 'planned', reason: 'no_answer' },
      { state: 'sent', reason: null },
    ]);
  });

  it('should send to Slack once a second, and as fast as that', async () => {
    const id = await make({ kind: 'slack', url: 'https://hooks.slack.com/services/T/B/x' });
    await plan(id, 3);
    const seen: number[] = [];
    for (let half = 0; half < 5; half++) {
      await send();
      seen.push(sink.calls.length);
      app.clock.advance({ seconds: 0.6 });
    }
    expect(seen).toEqual([1, 1, 2, 2, 3]);
  });

  it('should send once when a worker dies between claim and call, silently', async () => {
    const id = await make();
    await plan(id, 1);
    await app.database.query(`UPDATE delivery SET state = 'sending', attempts = 1, claimed_until = $1`, [
      new Date(app.clock.now().getTime() + 60_000),
    ]);
    await send();
    expect(sink.calls).toHaveLength(0);
    app.clock.advance({ minutes: 2 });
    await send();
    expect(sink.calls).toHaveLength(1);
    expect(await states()).toMatchObject([{ state: 'sent', repeated: false }]);
  });

  it('should say that a group may have a message twice when a worker died during the call', async () => {
    const id = await make();
    await plan(id, 1);
    app.app.get(RobotTransport).post = () => Promise.reject(new Error('killed'));
    await expect(send()).rejects.toThrow('killed');
    app.clock.advance({ minutes: 2 });
    app.app.get(RobotTransport).post = sink.post;
    await send();
    expect(await states()).toMatchObject([{ state: 'sent', repeated: true }]);
  });

  it('should show what the far side answers to a test, and count it', async () => {
    const id = await make();
    const test = async () => (await admin.post(`/robots/${id}/test`).expect(200)).body;
    expect(await test()).toMatchObject({ ok: true, waitUntil: null });
    expect(sink.calls[0]!.body).toContain('Readyroom 测试消息');
    answer({ body: '{"errcode":40058,"errmsg":"bad"}' });
    expect(await test()).toMatchObject({ ok: false, answer: expect.stringContaining('40058') });
    expect((await admin.get('/deliveries?kind=test')).body.total).toBe(2);
  });

  it('should heed what a test is answered, and not test into a limit', async () => {
    const id = await make();
    answer({ status: 429, headers: { 'retry-after': '120' }, body: 'slow down' });
    const test = async () => (await admin.post(`/robots/${id}/test`).expect(200)).body;
    expect(await test()).toMatchObject({
      ok: false,
      answer: '429 slow down',
      waitUntil: '2026-03-02T01:07:00.000Z',
    });
    expect(await test()).toMatchObject({
      ok: false,
      answer: 'too_soon',
      waitUntil: '2026-03-02T01:07:00.000Z',
    });
    expect(sink.calls).toHaveLength(1);
    answer({});
    app.clock.set('2026-03-02T01:10:00Z');
    await plan(id, 20);
    await send();
    expect(await test()).toMatchObject({
      ok: false,
      answer: 'too_soon',
      waitUntil: '2026-03-02T01:11:01.000Z',
    });
    expect(sink.calls).toHaveLength(21);
  });
});
