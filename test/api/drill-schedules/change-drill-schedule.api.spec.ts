import { readCalendarText } from '../../support/calendar-text.js';
import { days, NOWHERE, planned, ScheduleSetting } from './schedule-setting.js';

describe('Changing a schedule', () => {
  let setting: ScheduleSetting;
  beforeEach(async () => {
    setting = await ScheduleSetting.start();
  });
  afterEach(() => setting.stop());
  const entries = async () =>
    (await setting.mails(setting.desk)).map(({ calendar, subject }): Record<string, string> => {
      const { method, events } = readCalendarText(calendar!);
      return { method, subject, ...events[0]! };
    });
  const patch = (path: string, body: object) =>
    setting.trainer.client.patch(`/drill-schedules/${path}`, body);

  it('when the caller may not it should answer 401 or 403', async () => {
    const path = `/drill-schedules/${NOWHERE}`;
    expect((await setting.app.client().patch(path, {})).status).toBe(401);
    expect((await setting.desk.client.patch(path, {})).status).toBe(403);
    expect((await setting.desk.client.post(`${path}/cancel`)).status).toBe(403);
    expect((await patch(NOWHERE, {})).body.code).toBe('drill_schedule.not_found');
    expect((await patch(NOWHERE, { seed: 1 })).body.code).toBe('request.invalid');
  });

  it('when all are moved the invited should get an update of the same entry', async () => {
    const { id } = await setting.create({ rrule: 'FREQ=WEEKLY;COUNT=2' });
    const moved = (await patch(id, { startsAt: '2026-03-09T14:00' })).body;
    expect(days(moved)).toEqual(['2026-03-09T06:00', '2026-03-16T06:00']);
    const [first, second, third] = await entries();
    expect(first).toMatchObject({ method: 'REQUEST', SEQUENCE: '0', DTSTART: '20260309T020000Z' });
    expect(first!.SUMMARY).toBe('【演练】季度演练');
    expect(first!.subject).toMatch(/^【演练】邀请：季度演练/);
    expect(first!.UID).not.toBe(second!.UID);
    expect(third).toMatchObject({
      method: 'REQUEST',
      SEQUENCE: '1',
      DTSTART: '20260309T060000Z',
      UID: first!.UID,
    });
  });

  it('when one day and all following change, earlier ones should stay', async () => {
    const { id } = await setting.create({ rrule: 'FREQ=WEEKLY;COUNT=4' });
    const { body } = await patch(id, { from: '2026-03-23', startsAt: '2026-03-09T15:00', title: '新的一期' });
    expect(days(body)).toEqual([
      '2026-03-09T02:00',
      '2026-03-16T02:00',
      '2026-03-23T07:00',
      '2026-03-30T07:00',
    ]);
    expect(planned(body).map(({ title }) => title)).toEqual(['季度演练', '季度演练', '新的一期', '新的一期']);
  });

  it('when the rule loses days these should be called off', async () => {
    const { id } = await setting.create({ rrule: 'FREQ=WEEKLY;COUNT=3' });
    const { body } = await patch(id, { rrule: 'FREQ=WEEKLY;COUNT=1' });
    expect(days(body)).toEqual(['2026-03-09T02:00']);
    expect((await entries()).filter(({ method }) => method === 'CANCEL')).toMatchObject([
      { STATUS: 'CANCELLED', SEQUENCE: '1' },
      { STATUS: 'CANCELLED', SEQUENCE: '1' },
    ]);
    expect((await patch(id, { startsAt: '2026-02-02T10:00' })).body.code).toBe('drill_schedule.no_date');
    expect(days(await setting.get(id))).toEqual(['2026-03-09T02:00']);
  });

  it('when the rule has days again that it had lost they should come back, but not what a person called off', async () => {
    const made = await setting.create({ rrule: 'FREQ=WEEKLY;BYDAY=MO;COUNT=3' });
    await setting.trainer.client.post(
      `/drill-schedules/${made.id}/occurrences/${planned(made)[1]!.id}/cancel`,
    );
    await patch(made.id, { rrule: 'FREQ=WEEKLY;BYDAY=TU;COUNT=3' });
    const { status, body } = await patch(made.id, { rrule: 'FREQ=WEEKLY;BYDAY=MO;COUNT=3' });
    expect([status, days(body)]).toEqual([200, ['2026-03-09T02:00', '2026-03-23T02:00']]);
    const first = (await entries()).filter(({ DTSTART }) => DTSTART === '20260309T020000Z');
    expect(first.map(({ method, SEQUENCE }) => [method, Number(SEQUENCE)])).toEqual([
      ['REQUEST', 0],
      ['CANCEL', 1],
      ['REQUEST', 2],
    ]);
    expect(new Set(first.map(({ UID }) => UID)).size).toBe(1);
  });

  it('when the next date is far away it should be planned none the less, and outlive a new title', async () => {
    const made = await setting.create({ startsAt: '2029-02-05T10:00', rrule: 'FREQ=YEARLY;INTERVAL=2' });
    expect(days(made)).toEqual(['2029-02-05T02:00']);
    expect(days((await patch(made.id, { title: '改名' })).body)).toEqual(['2029-02-05T02:00']);
    await setting.sweep();
    expect(days(await setting.get(made.id))).toEqual(['2029-02-05T02:00']);
    expect((await patch(made.id, { startsAt: '2029-02-06T10:00' })).body.nextAt).toBe(
      '2029-02-06T02:00:00.000Z',
    );
  });

  it('when the zone changes the same entries should move to its clocks', async () => {
    const { id } = await setting.create({ rrule: 'FREQ=WEEKLY;COUNT=3' });
    const { body } = await patch(id, { timeZone: 'America/New_York' });
    // The clocks there go forward on 8 March; the drill stays at ten.
    expect(days(body)).toEqual(['2026-03-09T14:00', '2026-03-16T14:00', '2026-03-23T14:00']);
    const sent = await entries();
    expect(sent.map(({ SEQUENCE }) => SEQUENCE).sort()).toEqual(['0', '0', '0', '1', '1', '1']);
    expect(new Set(sent.map(({ UID }) => UID)).size).toBe(3);
  });

  it('when somebody picked for a tier leaves another should come, and nobody else should change', async () => {
    const [department] = await setting.app.database.query<{ id: string }>(
      'SELECT department_id AS id FROM person WHERE id = $1',
      [setting.desk.person.id],
    );
    const picked = [
      await setting.app.person({ tier: 'frontline' }),
      await setting.app.person({ tier: 'frontline' }),
    ];
    for (const { id } of picked)
      await setting.app.database.query('UPDATE person SET department_id = $2 WHERE id = $1', [
        id,
        department!.id,
      ]);
    const made = await setting.create({
      cast: {
        seats: [
          { seat: 'desk', tier: 'frontline', departmentId: department!.id, people: 2 },
          { seat: 'lead', personIds: [setting.lead.person.id] },
        ],
      },
    });
    const players = async () =>
      planned(await setting.get(made.id))[0]!
        .cast.filter(({ role }) => role === 'player')
        .map(({ person }) => person.id);
    const before = await players();
    const leaver = before.find((id) => id !== setting.lead.person.id)!;
    const spare = [setting.desk.person.id, ...picked.map(({ id }) => id)].find((id) => !before.includes(id))!;
    await setting.app.database.query(`UPDATE person SET status = 'left' WHERE id = ANY($1)`, [
      [leaver, setting.lead.person.id],
    ]);
    await setting.sweep();
    await setting.sweep();
    expect((await players()).sort()).toEqual(before.map((id) => (id === leaver ? spare : id)).sort());
    const mails = await setting.app.database.query<{ personId: string; method: string }>(
      `SELECT person_id AS "personId", method FROM mail WHERE person_id = ANY($1) ORDER BY created_at, id`,
      [[leaver, spare]],
    );
    expect(mails).toEqual([
      { personId: leaver, method: 'REQUEST' },
      { personId: spare, method: 'REQUEST' },
    ]);
  });

  it('when one occurrence is moved only that one should change', async () => {
    const made = await setting.create({ rrule: 'FREQ=WEEKLY;COUNT=2' });
    const path = `${made.id}/occurrences/${planned(made)[0]!.id}`;
    expect((await patch(path, { plannedAt: '2026-03-01T00:00:00Z' })).body.code).toBe(
      'drill_occurrence.in_past',
    );
    expect((await patch(`${made.id}/occurrences/${NOWHERE}`, {})).body.code).toBe(
      'drill_occurrence.not_found',
    );
    const { body } = await patch(path, { plannedAt: '2026-03-10T03:00:00Z' });
    expect(days(body)).toEqual(['2026-03-10T03:00', '2026-03-16T02:00']);
    expect(planned(body)[0]).toMatchObject({ recurrenceId: '2026-03-09', moved: 'by_hand' });
    expect(await entries()).toHaveLength(3);
    setting.app.clock.set('2026-03-09T20:00:00Z');
    const trainer = await setting.app.as(setting.trainer.person);
    await trainer.patch(`/drill-schedules/${made.id}`, { title: '改名' });
    expect(days(await setting.get(made.id))).toEqual(['2026-03-10T03:00', '2026-03-16T02:00']);
  });

  it('when one occurrence is called off it should stay so and be told once', async () => {
    const made = await setting.create({ rrule: 'FREQ=WEEKLY;COUNT=2' });
    const path = `/drill-schedules/${made.id}/occurrences/${planned(made)[0]!.id}/cancel`;
    expect((await setting.desk.client.post(path)).status).toBe(403);
    expect((await setting.trainer.client.post(path)).status).toBe(200);
    expect((await setting.trainer.client.post(path)).body.code).toBe('drill_occurrence.not_planned');
    await patch(made.id, { title: '改名' });
    expect(days(await setting.get(made.id))).toEqual(['2026-03-16T02:00']);
    expect((await entries()).filter(({ method }) => method === 'CANCEL')).toHaveLength(1);
  });

  it('when somebody leaves the cast and comes back each should be told', async () => {
    const { id } = await setting.create();
    const cast = (person: string) => ({ cast: { seats: [{ seat: 'desk', personIds: [person] }] } });
    await patch(id, cast(setting.lead.person.id));
    await patch(id, cast(setting.desk.person.id));
    expect((await entries()).map(({ method, SEQUENCE }) => [method, SEQUENCE])).toEqual([
      ['REQUEST', '0'],
      ['CANCEL', '1'],
      ['REQUEST', '2'],
    ]);
  });

  it('when it becomes unannounced players should lose the entry they had, and get it back when announced again', async () => {
    const { id } = await setting.create();
    await patch(id, { noNoticeDays: 5 });
    expect((await entries()).map(({ method, DTSTART }) => [method, DTSTART])).toEqual([
      ['REQUEST', '20260309T020000Z'],
      ['CANCEL', '20260309T020000Z'],
    ]);
    await patch(id, { noNoticeDays: null });
    expect((await entries()).map(({ method, SEQUENCE }) => [method, SEQUENCE])).toEqual([
      ['REQUEST', '0'],
      ['CANCEL', '1'],
      ['REQUEST', '2'],
    ]);
  });

  it('when the schedule is cancelled it should call off what is planned, once', async () => {
    const { id } = await setting.create({ rrule: 'FREQ=WEEKLY;COUNT=2' });
    const { status, body } = await setting.trainer.client.post(`/drill-schedules/${id}/cancel`);
    expect([status, body.planned]).toEqual([200, 0]);
    expect((await setting.trainer.client.post(`/drill-schedules/${id}/cancel`)).body.code).toBe(
      'drill_schedule.cancelled',
    );
    await setting.sweep();
    expect((await entries()).filter(({ method }) => method === 'CANCEL')).toHaveLength(2);
    const { body: list } = await setting.trainer.client.get('/drill-schedules?state=cancelled');
    expect(list.items.map((one: { id: string }) => one.id)).toEqual([id]);
  });
});
