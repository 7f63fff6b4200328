import { randomUUID } from 'node:crypto';
import { TestApp, type TestPerson } from '../../support/test-app.js';
import { briefingDesk, EVERYBODY, sendBody } from './briefing-setting.js';

const SIZE = 5_000;

describe('The roster of shifts', () => {
  let app: TestApp;
  let hr: TestPerson;
  let day: TestPerson;
  let night: TestPerson;

  beforeAll(async () => void (app = await TestApp.start()));
  afterAll(() => app.stop());
  beforeAll(async () => {
    hr = await app.person({ roles: ['hr'], department: '人力', tier: 'manager' });
    day = await app.person({ name: '白班', department: '门店' });
    night = await app.person({ name: '夜班', department: '门店' });
  });
  const at = (minutes: number) => new Date(app.clock.now().getTime() + minutes * 60_000).toISOString();
  const row = (person: TestPerson, from: number, to: number) => ({
    employeeNo: person.employeeNo,
    startsAt: at(from),
    endsAt: at(to),
  });

  it('should be written by whoever may send briefings, and refuse shifts that end before they begin', async () => {
    expect((await app.client().get('/shifts')).status).toBe(401);
    expect((await (await app.as(day)).post('/shifts/rows', { rows: [row(day, 0, 60)] })).status).toBe(403);
    expect((await (await app.as(hr)).post('/shifts/rows', { rows: [row(day, 60, 0)] })).status).toBe(400);
    expect((await (await app.as(hr)).post('/shifts/rows', { rows: [row(day, 0, 60 * 37)] })).status).toBe(
      400,
    );
  });

  it('should take what it knows, name whom it does not, and be written twice without harm', async () => {
    const client = await app.as(hr);
    const rows = [row(day, -60, 60), row(night, 120, 300), { ...row(day, 0, 60), employeeNo: 'NOBODY' }];
    for (let time = 0; time < 2; time++) {
      const { body } = await client.post('/shifts/rows', { rows }).expect(200);
      expect(body).toEqual({ written: 2, unknown: ['NOBODY'] });
    }
    const all = (await client.get('/shifts').expect(200)).body;
    expect(all.items.map(({ person }: { person: { name: string } }) => person.name)).toEqual([
      '白班',
      '夜班',
    ]);
    const now = (await client.get(`/shifts?at=${at(0)}`).expect(200)).body;
    expect(now.items).toMatchObject([{ person: { name: '白班' }, department: '门店' }]);
    const preview = await client.post('/briefings/preview', { audience: EVERYBODY, shift: 'only' });
    expect(preview.body.names).toEqual(['白班']);
    await client.delete(`/shifts/${now.items[0].id}`).expect(204);
    expect((await client.delete(`/shifts/${now.items[0].id}`)).body.code).toBe('shift.not_found');
  });

  it('should take one shift of a person, change it, and refuse two at once', async () => {
    const client = await app.as(hr);
    const body = { personId: day.id, startsAt: at(600), endsAt: at(900) };
    const made = await client.post('/shifts', body).expect(201);
    expect(made.body).toMatchObject({ person: { name: '白班' }, startsAt: at(600) });
    const clash = await client.post('/shifts', { ...body, startsAt: at(800), endsAt: at(1000) });
    expect({ status: clash.status, code: clash.body.code }).toEqual({ status: 409, code: 'shift.overlaps' });
    await client.post('/shifts', { ...body, startsAt: at(900), endsAt: at(960) }).expect(201);
    const longer = await client.patch(`/shifts/${made.body.id}`, { startsAt: at(600), endsAt: at(901) });
    expect(longer.body.code).toBe('shift.overlaps');
    const moved = await client.patch(`/shifts/${made.body.id}`, { startsAt: at(590), endsAt: at(880) });
    expect(moved.body).toMatchObject({ startsAt: at(590), endsAt: at(880) });
    expect((await client.post('/shifts', { ...body, personId: randomUUID() })).body.code).toBe(
      'person.not_found',
    );
    expect(
      (await client.patch(`/shifts/${randomUUID()}`, { startsAt: at(0), endsAt: at(5) })).body.code,
    ).toBe('shift.not_found');
    const trainer = await app.as(await app.person({ roles: ['trainer'], department: '人力', scope: '人力' }));
    expect((await trainer.post('/shifts', body)).body.code).toBe('person.not_found');
    expect((await trainer.patch(`/shifts/${made.body.id}`, { startsAt: at(0), endsAt: at(5) })).status).toBe(
      404,
    );
    await app.database.query('DELETE FROM shift');
  });

  it('should be shown by person for the days asked for, with who is on shift now', async () => {
    const client = await app.as(hr);
    const rows = [row(day, -30, 30), row(day, 1440, 1500), row(night, -3000, -2900), row(night, 60, 120)];
    await client.post('/shifts/rows', { rows }).expect(200);
    const shown = await client.get(`/shifts/roster?from=${at(-60)}&to=${at(1000)}`).expect(200);
    expect(shown.body).toMatchObject({
      total: 2,
      now: { at: at(0), people: 1, names: ['白班'] },
      items: [
        { person: { name: '白班' }, onShift: true, shifts: [{ startsAt: at(-30), endsAt: at(30) }] },
        { person: { name: '夜班' }, onShift: false, shifts: [{ startsAt: at(60) }] },
      ],
    });
    const found = await client.get(
      `/shifts/roster?from=${at(-60)}&to=${at(1000)}&q=${encodeURIComponent('夜')}`,
    );
    expect(found.body.items).toHaveLength(1);
    const elsewhere = `/shifts/roster?from=${at(-60)}&to=${at(1000)}&departmentId=${hr.departmentId}`;
    expect((await client.get(elsewhere)).body).toMatchObject({ total: 0, items: [], now: { people: 1 } });
    await app.database.query('DELETE FROM shift');
  });

  it('should come from a CSV file: first what it would do, then all of it, again without harm', async () => {
    const client = await app.as(hr);
    const send = (path: string, text: string, bytes = Buffer.from(text)) =>
      client.post(path).attach('file', bytes, '排班.csv');
    const lines = (...rows: string[]) => ['工号,日期,上班时间,下班时间,时区', ...rows].join('\r\n');
    const good = lines(
      `${day.employeeNo},2026-03-02,09:00,18:00,`,
      `${night.employeeNo},2026-03-02,22:00,06:00,Europe/Berlin`,
    );
    const checked = await send('/shifts/file/check', good).expect(200);
    expect(checked.body).toMatchObject({
      committed: false,
      encoding: 'utf-8',
      timeZone: 'Asia/Shanghai',
      rows: 2,
      fresh: 2,
      unchanged: 0,
      replaced: 0,
      errorCount: 0,
      sample: [
        { name: '白班', startsAt: '2026-03-02T01:00:00.000Z', endsAt: '2026-03-02T10:00:00.000Z' },
        { name: '夜班', startsAt: '2026-03-02T21:00:00.000Z', endsAt: '2026-03-03T05:00:00.000Z' },
      ],
    });
    expect((await client.get('/shifts')).body.total).toBe(0);
    expect((await send('/shifts/file', good).expect(200)).body).toMatchObject({ committed: true, fresh: 2 });
    expect((await send('/shifts/file', good).expect(200)).body).toMatchObject({ fresh: 0, unchanged: 2 });
    expect((await client.get('/shifts')).body.total).toBe(2);
    const later = lines(`${day.employeeNo},2026-03-02,10:00,19:00`);
    expect((await send('/shifts/file', later).expect(200)).body).toMatchObject({ fresh: 1, replaced: 1 });
    expect((await client.get('/shifts')).body.total).toBe(2);

    const bad = lines(
      `${day.employeeNo},2026-03-05,09:00,18:00`,
      `${day.employeeNo},2026-03-05,17:00,20:00`,
      'NOBODY,2026-03-05,09:00,18:00',
      `${night.employeeNo},2026-13-05,09:00,18:00`,
    );
    expect((await send('/shifts/file/check', bad).expect(200)).body).toMatchObject({
      errorCount: 3,
      errors: [
        { line: 3, code: 'overlaps_line', otherLine: 2 },
        { line: 4, code: 'person_unknown', column: 'employee_no', value: 'NOBODY' },
        { line: 5, code: 'date_impossible', column: 'date', value: '2026-13-05' },
      ],
    });
    const refused = await send('/shifts/file', bad);
    expect({ status: refused.status, code: refused.body.code }).toEqual({
      status: 409,
      code: 'shift_file.has_errors',
    });
    expect((await client.get('/shifts')).body.total).toBe(2);
    const codes = [
      (await send('/shifts/file/check', '工号,日期\r\n1,2026-03-05')).body.code,
      (await send('/shifts/file/check', '', Buffer.from([0xff, 0xfe, 0x31, 0x00]))).body.code,
      (await send('/shifts/file/check?timeZone=Mars/Base', good)).body.code,
    ];
    expect(codes).toEqual(['shift_file.column_missing', 'shift_file.unreadable', 'shift.time_zone_unknown']);
    const template = await client.get('/shifts/template?locale=en').expect(200);
    expect(template.text).toContain('employee_no,date,start,end,time_zone');
    expect((await (await app.as(day)).get('/shifts/roster?from=x&to=y')).status).toBe(403);
    await app.database.query('DELETE FROM shift');
  });

  it('should stay inside the departments of whoever writes it', async () => {
    const trainer = await app.person({ roles: ['trainer'], department: '人力', scope: '人力' });
    const { body } = await (
      await app.as(trainer)
    )
      .post('/shifts/rows', { rows: [row(day, 0, 60)] })
      .expect(200);
    expect(body).toEqual({ written: 0, unknown: [day.employeeNo] });
    expect((await (await app.as(trainer)).get('/shifts')).body.total).toBe(0);
  });

  it(`should let a briefing reach ${SIZE} people with one message each in well under a minute`, async () => {
    await app.database.query(
      `INSERT INTO person (employee_no, name, email, department_id, tier, roles, created_at, updated_at)
       SELECT 'B' || n, '员工' || n, 'b' || n || '@example.com', $1, 'frontline', '{employee}', $2, $2
       FROM generate_series(1, $3) n`,
      [day.departmentId, app.clock.now(), SIZE],
    );
    const began = performance.now();
    const desk = briefingDesk(app, hr);
    const sent = await desk.send(sendBody({ audience: { department: [day.departmentId] } }));
    const seconds = (performance.now() - began) / 1000;
    expect(sent.body.total).toMatchObject({ asked: SIZE + 2, unopened: SIZE + 2 });
    const [told] = await app.database.query(
      `SELECT count(*) FILTER (WHERE channel = 'inbox' AND state = 'sent')::int AS inbox,
         count(*) FILTER (WHERE channel = 'email')::int AS email, count(DISTINCT effect_key)::int AS keys
       FROM delivery WHERE kind = 'briefing'`,
    );
    expect(told).toEqual({ inbox: SIZE + 2, email: SIZE + 2, keys: 2 * (SIZE + 2) });
    expect(seconds).toBeLessThan(60);
  });
});
