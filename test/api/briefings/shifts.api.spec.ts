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
    expect((await (await app.as(day)).post('/shifts', { rows: [row(day, 0, 60)] })).status).toBe(403);
    expect((await (await app.as(hr)).post('/shifts', { rows: [row(day, 60, 0)] })).status).toBe(400);
    expect((await (await app.as(hr)).post('/shifts', { rows: [row(day, 0, 60 * 37)] })).status).toBe(400);
  });

  it('should take what it knows, name whom it does not, and be written twice without harm', async () => {
    const client = await app.as(hr);
    const rows = [row(day, -60, 60), row(night, 120, 300), { ...row(day, 0, 60), employeeNo: 'NOBODY' }];
    for (let time = 0; time < 2; time++) {
      const { body } = await client.post('/shifts', { rows }).expect(200);
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

  it('should stay inside the departments of whoever writes it', async () => {
    const trainer = await app.person({ roles: ['trainer'], department: '人力', scope: '人力' });
    const { body } = await (await app.as(trainer)).post('/shifts', { rows: [row(day, 0, 60)] }).expect(200);
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
