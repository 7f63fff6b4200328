import { days, NOWHERE, planned, ScheduleSetting } from './schedule-setting.js';

describe('POST /drill-schedules', () => {
  let setting: ScheduleSetting;
  beforeAll(async () => {
    setting = await ScheduleSetting.start();
  });
  afterAll(() => setting.stop());
  const send = (more: object) => setting.trainer.client.post('/drill-schedules', setting.body(more));

  it('when the caller may not it should answer 401 or 403', async () => {
    expect((await setting.app.client().post('/drill-schedules', {})).status).toBe(401);
    expect((await setting.desk.client.post('/drill-schedules', setting.body())).status).toBe(403);
  });

  it.each([
    ['no zone of that name', { timeZone: 'Mars/Base' }],
    ['a moment with a zone', { startsAt: '2026-03-09T10:00Z' }],
    ['hours that end before they begin', { hours: { days: [1], from: '18:00', to: '09:00' } }],
    ['a window without days', { noNoticeDays: 0 }],
  ])('when it has %s it should answer 400', async (_, more) => {
    const { status, body } = await send(more);
    expect([status, body.code]).toEqual([400, 'request.invalid']);
  });

  it.each([
    ['a rule within a day', { rrule: 'FREQ=HOURLY' }, 'drill_schedule.rule_invalid'],
    ['only days that have passed', { startsAt: '2026-02-09T10:00' }, 'drill_schedule.no_date'],
    ['an unknown seat', { cast: { seats: [{ seat: 'roof', personIds: [NOWHERE] }] } }, 'drill.cast_invalid'],
  ])('when it has %s it should say so', async (_, more, code) => {
    const { status, body } = await send(more);
    expect([status, body.code]).toEqual([400, code]);
  });

  it.each([
    ['scenario', { scenarioId: NOWHERE }, 'scenario.not_found'],
    ['person', { cast: { seats: [{ seat: 'desk', personIds: [NOWHERE] }] } }, 'person.not_found'],
    [
      'department',
      { cast: { seats: [{ seat: 'desk', tier: 'frontline', departmentId: NOWHERE }] } },
      'department.not_found',
    ],
  ])('when the %s does not exist it should answer 404', async (_, more, code) => {
    const { status, body } = await send(more);
    expect([status, body.code]).toEqual([404, code]);
  });

  it('when it casts beyond the reach of the trainer it should answer 404, and hide the schedule of others', async () => {
    const { client } = await setting.app.signedIn({
      roles: ['trainer'],
      department: '客服/质检',
      scope: '客服',
    });
    const { status, body } = await client.post('/drill-schedules', setting.body());
    expect([status, body.code]).toEqual([404, 'person.not_found']);
    const { id } = await setting.create();
    expect((await client.get(`/drill-schedules/${id}`)).body.code).toBe('drill_schedule.not_found');
    expect((await client.get('/drill-schedules')).body.total).toBe(0);
    expect((await client.post(`/drill-schedules/${id}/cancel`)).status).toBe(404);
  });

  it('when it is held once it should plan one occurrence in the zone of the organisation', async () => {
    const made = await setting.create();
    expect(made).toMatchObject({ timeZone: 'Asia/Shanghai', planned: 1, held: 0, rrule: null });
    expect(made.nextAt).toBe('2026-03-09T02:00:00.000Z');
    expect(planned(made)[0]).toMatchObject({
      recurrenceId: 'once',
      minutes: 6,
      moved: null,
      runId: null,
      cast: [
        { role: 'controller', seat: null, person: { id: setting.trainer.person.id } },
        { role: 'player', seat: 'desk', person: { id: setting.desk.person.id }, invited: true },
        { role: 'player', seat: 'lead', person: { id: setting.lead.person.id } },
      ],
    });
  });

  it('when it repeats it should plan ahead in its own zone, over the change of the clock', async () => {
    const made = await setting.create({ timeZone: 'Europe/Berlin', rrule: 'FREQ=WEEKLY;COUNT=4' });
    expect(days(made)).toEqual([
      '2026-03-09T09:00',
      '2026-03-16T09:00',
      '2026-03-23T09:00',
      '2026-03-30T08:00',
    ]);
    expect((await setting.create({ rrule: 'FREQ=DAILY' })).planned).toBe(60);
  });

  it('when a seat is given to a tier of a department it should take those with the fewest drills ahead', async () => {
    const [first, second] = [
      await setting.app.person({ department: '门店/华东' }),
      await setting.app.person({ department: '门店/华东' }),
    ];
    await setting.app.person({ department: '门店/华东', status: 'left' });
    await setting.app.person({ department: '门店/华东', tier: 'manager' });
    const departmentId = await setting.app.department('门店');
    const cast = { seats: [{ seat: 'desk', tier: 'frontline', departmentId, people: 1 }] };
    const made = await setting.create({ cast, rrule: 'FREQ=WEEKLY;COUNT=4' });
    const players = planned(made).map(({ cast: all }) => all.find(({ seat }) => seat === 'desk')!.person.id);
    expect(players).toEqual([first.id, second.id, first.id, second.id]);
  });

  it('POST /drill-schedules/preview should tell the next ten moments and write nothing', async () => {
    const before = (await setting.trainer.client.get('/drill-schedules')).body.total;
    const { status, body } = await setting.trainer.client.post('/drill-schedules/preview', {
      startsAt: '2026-03-07T10:00',
      rrule: 'FREQ=WEEKLY',
      blackout: ['2026-03-09'],
    });
    expect(status).toBe(200);
    expect(body.items).toHaveLength(10);
    expect(body.items[0]).toEqual({
      recurrenceId: '2026-03-07',
      plannedAt: '2026-03-10T02:00:00.000Z',
      moved: 'day_off',
    });
    expect((await setting.trainer.client.get('/drill-schedules')).body.total).toBe(before);
    expect((await setting.desk.client.post('/drill-schedules/preview', {})).status).toBe(403);
  });

  it('GET /drill-schedules/cadence should give a proposal with its reason for each tier', async () => {
    const { body } = await setting.trainer.client.get('/drill-schedules/cadence');
    expect(body.tiers).toEqual([
      expect.objectContaining({ tier: 'frontline', everyMonths: 2, retained: 0.81, lastRunAt: null }),
      expect.objectContaining({ tier: 'manager', everyMonths: 3, retained: 0.73 }),
      expect.objectContaining({ tier: 'executive', everyMonths: 6, retained: 0.53 }),
    ]);
    expect(body.decay).toContainEqual({ months: 12, retained: 0.28 });
    expect(body.source.en).toContain('10.1037/bul0000481');
    expect((await setting.desk.client.get('/drill-schedules/cadence')).status).toBe(403);
  });
});
