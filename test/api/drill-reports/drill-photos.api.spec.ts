import { randomUUID } from 'node:crypto';
import { DRILL_PHOTO_BYTES, DRILL_PHOTOS_EACH, type DrillRunDetail } from '@readyroom/contract';
import { NOWHERE, type Cast } from '../drill-runs/drill-setting.js';
import { takenAway } from '../personal-data/own-data.js';
import { ReportSetting } from './report-setting.js';

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
/** A picture of so many bytes: what follows the image is not looked at. */
const padded = (length: number): Buffer => Buffer.concat([PNG, Buffer.alloc(length - PNG.length)]);

describe('Photos of a drill', () => {
  let setting: ReportSetting;
  let desk: Cast;
  let evaluator: Cast;
  let observer: Cast;
  let simulator: Cast;
  let run: DrillRunDetail;

  const staff = () => ({
    participants: [
      { personId: evaluator.person.id, role: 'evaluator', seat: null },
      { personId: observer.person.id, role: 'observer', seat: null },
      { personId: simulator.person.id, role: 'simulator', seat: null },
    ],
  });
  const photo = (more: object = {}) => ({
    clientId: randomUUID(),
    moment: 5,
    note: '指挥部白板',
    image: PNG.toString('base64'),
    ...more,
  });
  const send = (by: Cast, more: object = {}, runId = run.id) =>
    by.client.post(`/drills/${runId}/photos`, photo(more));
  const list = async (by: Cast, runId = run.id) => by.client.get(`/drill-runs/${runId}/photos`);

  beforeAll(async () => {
    setting = await ReportSetting.start();
    desk = await setting.cast({ name: '刘䶮', tier: 'frontline' });
    evaluator = await setting.cast({ name: '评估员', roles: ['employee', 'trainer'], scope: '法务部' });
    observer = await setting.cast({ name: '观察员' });
    simulator = await setting.cast({ name: '模拟员' });
  });
  afterAll(() => setting.stop());
  beforeEach(async () => {
    run = await setting.drills.running({ desk }, staff());
    await setting.drills.pass(60);
  });

  it('should take them from those who look on, with moment and note, and from nobody else', async () => {
    for (const [by, moment] of [
      [evaluator, 30],
      [observer, 20],
      [setting.trainer, 10],
    ] as const)
      expect((await send(by, { moment })).body).toEqual({ id: expect.any(String), moment });
    for (const by of [desk, simulator])
      expect((await send(by)).body).toMatchObject({ statusCode: 403, code: 'drill.role_forbids' });
    expect((await send(await setting.cast({}))).body.code).toBe('drill.not_found');
    expect((await send(evaluator, {}, NOWHERE)).body.code).toBe('drill.not_found');
    expect((await setting.app.client().post(`/drills/${run.id}/photos`, photo())).status).toBe(401);
    const { body } = await list(setting.trainer);
    expect(body.items).toMatchObject([
      { moment: 10, by: { role: 'controller' } },
      { moment: 20, by: { name: '观察员', role: 'observer' } },
      {
        moment: 30,
        note: '指挥部白板',
        by: { id: evaluator.person.id, role: 'evaluator' },
        mime: 'image/png',
        width: 1,
        height: 1,
        bytes: PNG.length,
        takenAt: setting.app.clock.now().toISOString(),
      },
    ]);
  });

  it('should show them to who may read the report, as files that nothing runs in', async () => {
    const { body: sent } = await send(observer);
    const path = (id: string, runId = run.id) => `/drill-runs/${runId}/photos/${id}/file`;
    const file = await evaluator.client.get(path(sent.id));
    expect(file.status).toBe(200);
    expect(Buffer.from(file.body as Buffer)).toEqual(PNG);
    expect(file.headers).toMatchObject({
      'content-type': 'image/png',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'content-disposition': `attachment; filename="drill-photo-${sent.id}.png"`,
      'cache-control': 'no-store',
    });
    expect((await evaluator.client.get(path(NOWHERE))).body.code).toBe('drill_photo.not_found');
    // Of another run it is none, even for who may see both.
    const other = await setting.drills.running({ desk }, staff());
    expect((await evaluator.client.get(path(sent.id, other.id))).body.code).toBe('drill_photo.not_found');
    for (const by of [desk, observer]) {
      expect((await list(by)).status).toBe(403);
      expect((await by.client.get(path(sent.id))).status).toBe(403);
    }
    const outside = await setting.cast({ roles: ['employee', 'trainer'], scope: '法务部' });
    expect((await list(outside)).body.code).toBe('drill.not_found');
    expect((await outside.client.get(path(sent.id))).body.code).toBe('drill.not_found');
  });

  it.each([
    ['a page', Buffer.from('<html><script>alert(1)</script></html>').toString('base64')],
    ['a drawing with scripts', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>').toString('base64')],
    ['a GIF', Buffer.from('GIF89a\x01\x00\x01\x00\x00\x00\x00;').toString('base64')],
    ['no more than the first bytes of one', PNG.subarray(0, 12).toString('base64')],
    ['no base64', 'data:image/png;base64,AAAA'],
  ])('when it is %s it should refuse', async (_what, image) => {
    expect((await send(evaluator, { image })).body).toMatchObject({
      statusCode: 400,
      code: 'drill_photo.not_an_image',
    });
  });

  it('should take 1.5 MB and not one byte more', async () => {
    await send(evaluator, { image: padded(DRILL_PHOTO_BYTES).toString('base64') }).expect(200);
    const { body } = await send(evaluator, { image: padded(DRILL_PHOTO_BYTES + 1).toString('base64') });
    expect(body).toMatchObject({ statusCode: 413, code: 'drill_photo.too_large' });
    // The wider door is this route's alone.
    const text = 'x'.repeat(1_500_000);
    const action = { kind: 'note', text, objective: null };
    const note = await evaluator.client.post(`/drills/${run.id}/observations`, { clientId: NOWHERE, action });
    expect(note.body).toMatchObject({ statusCode: 413, code: 'request.too_large' });
  });

  it.each([
    ['moment', -1],
    ['moment', 1.5],
    ['note', 'x'.repeat(501)],
    ['clientId', 'x'],
    ['image', ''],
  ])('when %s is %p it should say where it hurts', async (field, value) => {
    const { status, body } = await send(evaluator, { [field]: value });
    expect([status, body.details[0].path]).toEqual([400, field]);
  });

  it('when it is sent twice, or twice at once, it should be there once', async () => {
    const one = photo();
    const path = `/drills/${run.id}/photos`;
    const answers = await Promise.all([1, 2, 3].map(() => evaluator.client.post(path, one).expect(200)));
    expect(new Set(answers.map(({ body }) => body.id as string)).size).toBe(1);
    expect((await list(evaluator)).body.items).toHaveLength(1);
    const { clientId } = one;
    for (const [by, more] of [
      [observer, {}],
      [evaluator, { image: padded(100).toString('base64') }],
    ] as const)
      expect((await send(by, { clientId, ...more })).body.code).toBe('drill.key_reused');
  });

  it('when somebody has sent 50 it should take no more of theirs, and still know those', async () => {
    const first = photo();
    await evaluator.client.post(`/drills/${run.id}/photos`, first).expect(200);
    for (let n = 1; n < DRILL_PHOTOS_EACH; n += 1) await send(evaluator).expect(200);
    expect((await send(evaluator)).body).toMatchObject({ statusCode: 409, code: 'drill_photo.too_many' });
    await evaluator.client.post(`/drills/${run.id}/photos`, first).expect(200);
    await send(observer).expect(200);
  });

  it('when its maker takes the own data away it should be a file among them', async () => {
    const by = await setting.cast({ name: '摄影者' });
    const own = await setting.drills.running(
      { desk },
      { participants: [{ personId: by.person.id, role: 'observer', seat: null }] },
    );
    const { body } = await send(by, {}, own.id);
    const { files, data } = await takenAway(by.client);
    expect(files.get(`photos/${body.id}.png`)).toEqual(PNG);
    const table = data.tables.find((one) => one.table === 'drill_photo');
    expect(table?.rows).toMatchObject([{ id: body.id, note: '指挥部白板', bytes: PNG.length }]);
  });

  it('before the start it should refuse, and a moment ahead of the run should be now', async () => {
    const lobby = await setting.drills.create({ desk }, staff());
    expect((await send(evaluator, {}, lobby.id)).body.code).toBe('drill.not_started');
    const [clock] = await setting.app.database.query<{ at: number }>(
      'SELECT ticked_to AS at FROM drill_run WHERE id = $1',
      [run.id],
    );
    expect((await send(evaluator, { moment: 999_999 })).body.moment).toBe(Math.floor(clock!.at));
  });

  it('after the end late ones should come with their moment until the report is closed', async () => {
    await setting.drills.control(run.id, { kind: 'end' });
    const late = photo({ moment: 42 });
    expect((await evaluator.client.post(`/drills/${run.id}/photos`, late)).body.moment).toBe(42);
    expect((await setting.report(run.id)).photos).toBe(1);
    const page = await setting.trainer.client.get(`/drill-runs/${run.id}/report.md?locale=en`);
    expect(page.text).toContain('1, shown with the report in the console');
    await setting.trainer.client.post(`/drill-runs/${run.id}/report/close`).expect(200);
    expect((await send(evaluator)).body).toMatchObject({ statusCode: 409, code: 'drill_photo.closed' });
    // What has arrived already is answered as before.
    await evaluator.client.post(`/drills/${run.id}/photos`, late).expect(200);
  });
});
