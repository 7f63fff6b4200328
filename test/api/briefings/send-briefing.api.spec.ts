import { TestApp, type TestPerson } from '../../support/test-app.js';
import { briefing, briefingDesk, CHECK, EVERYBODY, sendBody } from './briefing-setting.js';

describe('A flash briefing', () => {
  let app: TestApp;
  let hr: TestPerson;
  let desk: ReturnType<typeof briefingDesk>;
  let front: TestPerson;
  let lead: TestPerson;
  let gone: TestPerson;

  beforeAll(async () => void (app = await TestApp.start()));
  afterAll(() => app.stop());
  beforeAll(async () => {
    hr = await app.person({ roles: ['hr'], department: '人力', tier: 'manager' });
    lead = await app.person({ name: '组长', tier: 'manager', department: '门店' });
    front = await app.person({ name: '店员', department: '门店/一店' });
    gone = await app.person({ name: '离职', department: '门店/一店', status: 'left' });
    desk = briefingDesk(app, hr);
  });

  it('should be refused to somebody signed out, to learners and to auditors', async () => {
    expect((await app.client().post('/briefings', sendBody())).status).toBe(401);
    for (const roles of [['employee'], ['auditor']] as const) {
      const person = await app.person({ roles: [...roles], department: '外部' });
      expect((await desk.send(sendBody(), person)).status).toBe(403);
      await app.database.query(`UPDATE person SET status = 'left' WHERE id = $1`, [person.id]);
    }
  });

  it.each([
    ['without a language', { document: { ...briefing(), title: { zh: '只有中文' } } }],
    ['with four questions', { document: briefing({ checks: [CHECK, CHECK, CHECK, CHECK] }) }],
    ['whose right option does not exist', { document: briefing({ checks: [{ ...CHECK, correct: 3 }] }) }],
    ['without time', { withinMinutes: 0 }],
    ['that tells nobody what to do or to say', { document: briefing({ say: null }) }],
  ])('%s should not be sent', async (_what, changes) => {
    expect((await desk.send(sendBody(changes))).status).toBe(400);
  });

  it('to nobody should say so and leave nothing', async () => {
    const body = sendBody({ audience: { any: [] } });
    const { status, body: refusal } = await desk.send(body);
    expect({ status, code: refusal.code }).toEqual({ status: 409, code: 'briefing.audience_empty' });
    expect((await (await app.as(hr)).get(`/briefings/${body.id}`)).status).toBe(404);
  });

  it('should show beforehand whom it reaches, and be in the inbox at once, real and without the mark of a drill', async () => {
    const audience = { department: [lead.departmentId] };
    const shown = await (await app.as(hr)).post('/briefings/preview', { audience }).expect(200);
    expect(shown.body).toEqual({
      people: 2,
      onShift: 0,
      withoutMail: 0,
      withoutManager: 2,
      of: 3,
      names: ['店员', '组长'],
    });
    const sent = await desk.send(sendBody({ audience }));
    expect(sent.status).toBe(200);
    expect(sent.body.total).toMatchObject({ asked: 2, acknowledged: 0, opened: 0, unopened: 2, late: 0 });
    const [message] = await desk.inbox(front);
    expect(message!.title.zh).toBe('【紧急通报】数据泄露传闻');
    expect(message!.body.zh).toContain('这是真实事件，不是演练');
    expect(JSON.stringify(message)).not.toContain('DRILL');
    const channels = await app.database.query(
      `SELECT channel FROM delivery WHERE person_id = $1 AND kind = 'briefing' ORDER BY 1`,
      [front.id],
    );
    expect(channels).toEqual([{ channel: 'email' }, { channel: 'inbox' }]);
    expect(await app.database.query('SELECT 1 FROM delivery WHERE person_id = $1', [gone.id])).toEqual([]);
    expect(await desk.mine(hr)).toEqual([]);
    await (
      await app.as(hr)
    )
      .post(`/briefings/${sent.body.briefing.id}/stop`, { reason: '测试结束' })
      .expect(200);
  });

  it('when the button is pressed five times at once it should go out once', async () => {
    const body = sendBody({ audience: { person: [front.id] } });
    const client = await app.as(hr);
    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => client.post('/briefings', body)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    const [rows] = await app.database.query(
      `SELECT (SELECT count(*)::int FROM briefing_receipt WHERE briefing_id = $1) AS asked,
         (SELECT count(*)::int FROM delivery WHERE effect_key LIKE 'briefing:' || $1 || ':%') AS told`,
      [body.id],
    );
    expect(rows).toEqual({ asked: 1, told: 2 });
    const other = await desk.send({ ...body, withinMinutes: 31 });
    expect({ status: other.status, code: other.body.code }).toEqual({
      status: 409,
      code: 'briefing.already_sent',
    });
    await (await app.as(hr)).post(`/briefings/${body.id}/stop`, { reason: '测试结束' });
  });

  it('from a second window with the same content it should not go out again, and once it was stopped it should', async () => {
    const audience = { person: [front.id] };
    const client = await app.as(hr);
    const windows = await Promise.all([1, 2, 3].map(() => client.post('/briefings', sendBody({ audience }))));
    const ids = new Set(windows.map(({ body }) => body.briefing.id as string));
    expect(ids.size).toBe(1);
    expect(await desk.mine(front)).toHaveLength(1);
    await client.post(`/briefings/${[...ids][0]}/stop`, { reason: '测试结束' }).expect(200);
    const anew = (await client.post('/briefings', sendBody({ audience })).expect(200)).body.briefing.id;
    expect(ids.has(anew)).toBe(false);
    await client.post(`/briefings/${anew}/stop`, { reason: '测试结束' }).expect(200);
  });

  it('with a gap of its template left it should be neither sent nor corrected', async () => {
    const gap = { zh: '请致电 {{hotline}}。', en: 'Please call {{hotline}}.' };
    const body = sendBody({ document: briefing({ ask: gap }) });
    const refused = await desk.send(body);
    expect({ status: refused.status, code: refused.body.code, details: refused.body.details }).toEqual({
      status: 400,
      code: 'briefing.placeholders_left',
      details: [{ path: 'document', message: 'hotline' }],
    });
    expect((await (await app.as(hr)).get(`/briefings/${body.id}`)).status).toBe(404);
    const { id } = (await desk.send(sendBody())).body.briefing;
    const correction = { after: 1, document: briefing({ ask: gap }), changed: briefing().facts };
    const client = await app.as(hr);
    expect((await client.post(`/briefings/${id}/versions`, correction)).body.code).toBe(
      'briefing.placeholders_left',
    );
    await client.post(`/briefings/${id}/stop`, { reason: '测试结束' });
  });

  it('should be acknowledged by the clock of the server, the first time counts', async () => {
    const { id } = (await desk.send(sendBody())).body.briefing;
    await (await app.as(front)).post(`/learn/briefings/${id}/open`, { version: 1 }).expect(204);
    expect((await desk.board(id)).total).toMatchObject({ asked: 3, opened: 1, unopened: 2 });
    app.clock.advance({ seconds: 90 });
    const first = await desk.acknowledge(front, id);
    app.clock.advance({ seconds: 30 });
    expect((await desk.acknowledge(front, id)).body).toEqual(first.body);
    const board = await desk.board(id);
    expect(board.total).toMatchObject({ acknowledged: 1, opened: 0, medianSeconds: 90 });
    expect(board.tiers.map(({ tier, asked }) => ({ tier, asked }))).toEqual([
      { tier: 'manager', asked: 2 },
      { tier: 'frontline', asked: 1 },
    ]);
    expect(board.departments.map(({ name, acknowledged }) => [name, acknowledged])).toEqual([
      ['一店', 1],
      ['人力', 0],
      ['门店', 0],
    ]);
    expect(await desk.mine(front)).toEqual([]);
    const list = await (await app.as(hr)).get(`/briefings/${id}/people?answer=acknowledged`).expect(200);
    expect(list.body.items).toMatchObject([{ person: { name: '店员' }, seconds: 90, late: false }]);
    expect((await (await app.as(hr)).get(`/briefings/${id}/people?answer=unopened`)).body.total).toBe(2);
    expect((await desk.acknowledge(gone, id)).status).toBe(401);
    const stranger = await app.person({ department: '外部' });
    expect((await desk.acknowledge(stranger, id)).status).toBe(404);
    await (await app.as(hr)).post(`/briefings/${id}/stop`, { reason: '测试结束' });
    await app.database.query(`UPDATE person SET status = 'left' WHERE id = $1`, [stranger.id]);
  });

  it('with a question should be acknowledged only when that is answered rightly, and never show the answer', async () => {
    const body = sendBody({ document: briefing({ checks: [CHECK] }), audience: { person: [front.id] } });
    await desk.send(body);
    const [shown] = await desk.mine(front);
    expect(shown!.checks).toEqual([{ prompt: CHECK.prompt, options: CHECK.options }]);
    expect((await desk.acknowledge(front, body.id, 1, [0])).body).toEqual({
      acknowledgedAt: null,
      wrong: [0],
    });
    expect((await desk.acknowledge(front, body.id)).body.wrong).toEqual([0]);
    expect(await desk.mine(front)).toHaveLength(1);
    expect((await desk.acknowledge(front, body.id, 1, [1])).body.acknowledgedAt).not.toBeNull();
    expect(await desk.mine(front)).toEqual([]);
    await (await app.as(hr)).post(`/briefings/${body.id}/stop`, { reason: '测试结束' });
  });

  it('when corrected it should ask again and say what changed, and keep what was acknowledged before', async () => {
    const { id } = (await desk.send(sendBody())).body.briefing;
    await desk.acknowledge(front, id);
    const changed = { zh: '核查结果出来了：没有外泄。', en: 'Checked: nothing leaked.' };
    const correction = { after: 1, document: briefing({ facts: changed }), changed };
    const client = await app.as(hr);
    const answers = await Promise.all([1, 2].map(() => client.post(`/briefings/${id}/versions`, correction)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    const board = await desk.board(id);
    expect(board.briefing).toMatchObject({ version: 2, asked: 3, acknowledged: 0 });
    expect(board.versions).toMatchObject([
      { number: 2, changed, acknowledged: 0 },
      { number: 1, changed: null, acknowledged: 1 },
    ]);
    expect(await desk.mine(front)).toMatchObject([{ version: 2, changed, facts: changed }]);
    const [newest] = await desk.inbox(front);
    expect(newest!.title.zh).toBe('【紧急通报·更正】数据泄露传闻');
    // An answer to the first version that waited on a device is taken as what it is.
    expect((await desk.acknowledge(lead, id, 1)).status).toBe(200);
    expect(await desk.mine(lead)).toHaveLength(1);
    const late = await client.post(`/briefings/${id}/versions`, { ...correction, changed: briefing().say });
    expect({ status: late.status, code: late.body.code }).toEqual({
      status: 409,
      code: 'briefing.edited_meanwhile',
    });
    await client.post(`/briefings/${id}/stop`, { reason: '测试结束' });
  });

  it('when stopped it should ask nobody any more, and mails that have not left stay', async () => {
    const { id } = (await desk.send(sendBody())).body.briefing;
    const client = await app.as(hr);
    const stopped = await client.post(`/briefings/${id}/stop`, { reason: '事件已平息' }).expect(200);
    expect(stopped.body.stopped).toMatchObject({ reason: '事件已平息' });
    const again = await client.post(`/briefings/${id}/stop`, { reason: '别的' }).expect(200);
    expect(again.body.stopped).toEqual(stopped.body.stopped);
    expect(await desk.mine(front)).toEqual([]);
    await app.drainJobs();
    const states = await app.database.query(
      `SELECT DISTINCT state, reason FROM delivery WHERE effect_key LIKE 'briefing:' || $1 || ':%' AND channel = 'email'`,
      [id],
    );
    expect(states).toEqual([{ state: 'suppressed', reason: 'recalled' }]);
    const correction = { after: 1, document: briefing(), changed: briefing().say };
    expect((await client.post(`/briefings/${id}/versions`, correction)).body.code).toBe('briefing.stopped');
  });

  it('should reach those on shift now, alone or besides the audience', async () => {
    const now = app.clock.now().getTime();
    await app.database.query(
      `INSERT INTO shift (person_id, starts_at, ends_at) VALUES ($1, $2, $3), ($4, $3, $5)`,
      [front.id, new Date(now - 60_000), new Date(now + 60_000), lead.id, new Date(now + 120_000)],
    );
    const preview = async (body: object) =>
      (await (await app.as(hr)).post('/briefings/preview', body).expect(200)).body;
    expect(await preview({ audience: EVERYBODY, shift: 'only' })).toMatchObject({
      names: ['店员'],
      onShift: 1,
    });
    expect(await preview({ audience: { tier: ['manager'] }, shift: 'also' })).toMatchObject({ people: 3 });
    expect(await preview({ audience: { tier: ['manager'] }, shift: 'only' })).toMatchObject({ people: 0 });
    app.clock.advance({ seconds: 60 });
    expect(await preview({ audience: EVERYBODY, shift: 'only' })).toMatchObject({ names: ['组长'] });
  });

  it('should stay inside the departments of whoever sends and of whoever looks', async () => {
    const trainer = await app.person({ name: '店训', roles: ['trainer'], department: '门店', scope: '门店' });
    const sent = await desk.send(sendBody(), trainer);
    expect(sent.body.total.asked).toBe(3);
    expect(await desk.mine(hr)).toEqual([]);
    const whole = (await desk.send(sendBody())).body.briefing.id as string;
    const seen = await desk.board(whole, trainer);
    expect(seen).toMatchObject({ mayChange: false, total: { asked: 3 } });
    expect(seen.departments.map(({ name }) => name)).toEqual(['一店', '门店']);
    const stop = await (await app.as(trainer)).post(`/briefings/${whole}/stop`, { reason: '不归我管' });
    expect({ status: stop.status, code: stop.body.code }).toEqual({
      status: 409,
      code: 'briefing.not_yours',
    });
    const other = (await desk.send(sendBody({ audience: { person: [hr.id] } }))).body.briefing.id as string;
    expect((await (await app.as(trainer)).get(`/briefings/${other}`)).status).toBe(404);
    const listed = (await (await app.as(trainer)).get('/briefings')).body.items.map(
      (one: { id: string }) => one.id,
    );
    expect(listed).toContain(whole);
    expect(listed).not.toContain(other);
  });
});
