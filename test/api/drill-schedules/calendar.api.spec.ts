import request from 'supertest';
import { readCalendarText } from '../../support/calendar-text.js';
import { NOWHERE, planned, ScheduleSetting } from './schedule-setting.js';

describe('Calendars', () => {
  let setting: ScheduleSetting;
  beforeEach(async () => {
    setting = await ScheduleSetting.start();
  });
  afterEach(() => setting.stop());
  const link = async () =>
    new URL((await setting.desk.client.post('/learn/calendar/feed')).body.url as string).pathname;
  const read = (path: string) => request(setting.app.app.getHttpServer()).get(path);

  it('when nobody is signed in only the secret address should work', async () => {
    expect((await setting.app.client().get('/learn/calendar')).status).toBe(401);
    expect((await setting.app.client().post('/learn/calendar/feed')).status).toBe(401);
    expect((await read('/api/calendar/x')).status).toBe(400);
    expect((await read(`/api/calendar/${'x'.repeat(43)}.ics`)).body.code).toBe('calendar.not_found');
  });

  it('the feed should hold what the person was told of, and what was called off as such', async () => {
    const made = await setting.create({ rrule: 'FREQ=WEEKLY;COUNT=2' });
    await setting.create({ startsAt: '2026-04-01T10:00', noNoticeDays: 3 });
    const path = `/drill-schedules/${made.id}/occurrences/${planned(made)[1]!.id}/cancel`;
    await setting.trainer.client.post(path);
    const { status, headers, text } = await read(await link());
    expect([status, headers['content-type']]).toEqual([200, 'text/calendar; charset=utf-8']);
    const { method, events } = readCalendarText(text);
    expect(method).toBe('PUBLISH');
    expect(events).toMatchObject([
      { DTSTART: '20260309T020000Z', DTEND: '20260309T020600Z', STATUS: 'CONFIRMED', SEQUENCE: '0' },
      { DTSTART: '20260316T020000Z', STATUS: 'CANCELLED', SEQUENCE: '1' },
    ]);
    expect(events[0]!.UID).not.toBe(events[1]!.UID);
    expect(text).not.toContain('RECURRENCE-ID');
    const mine = (await setting.desk.client.get('/learn/calendar')).body;
    expect(mine.feedSince).toBe('2026-03-02T01:00:00.000Z');
    expect(mine.items).toMatchObject([
      { title: '季度演练', state: 'planned', role: 'player', seat: { en: 'seat desk' } },
      { state: 'cancelled', plannedAt: '2026-03-16T02:00:00.000Z' },
    ]);
  });

  it('an unannounced drill should show nowhere before its lobby opens, also when it is called off', async () => {
    const made = await setting.create({ startsAt: '2026-03-09T10:00', noNoticeDays: 3 });
    const of = async (client = setting.desk.client) => (await client.get('/learn/calendar')).body.items;
    expect(await of()).toEqual([]);
    expect(await of(setting.trainer.client)).toMatchObject([{ role: 'controller', state: 'planned' }]);
    await setting.trainer.client.post(`/drill-schedules/${made.id}/cancel`);
    expect(await of()).toEqual([]);
    expect(await of(setting.trainer.client)).toMatchObject([{ state: 'cancelled' }]);
    expect((await read(await link())).text).not.toContain('BEGIN:VEVENT');
  });

  it('what is called off should be gone once its time is over, or when nobody could know of it yet', async () => {
    const near = await setting.create({ startsAt: '2026-03-04T10:00' });
    const far = await setting.create({ startsAt: '2026-06-03T10:00' });
    for (const { id } of [near, far]) await setting.trainer.client.post(`/drill-schedules/${id}/cancel`);
    const states = async () =>
      (await (await setting.app.as(setting.desk.person)).get('/learn/calendar')).body.items.map(
        (one: { state: string; plannedAt: string }) => [one.state, one.plannedAt.slice(0, 10)],
      );
    expect(await states()).toEqual([['cancelled', '2026-03-04']]);
    setting.app.clock.set('2026-03-04T02:00:00Z');
    expect(await states()).toEqual([]);
  });

  it('when the address is made anew the former should stop working', async () => {
    const [old, current] = [await link(), await link()];
    expect((await read(old)).status).toBe(404);
    expect((await read(current)).status).toBe(200);
  });

  it('when somebody guesses addresses they should be held up, and calendars beside them not', async () => {
    const guess = async (n: number) => (await read(`/api/calendar/guess${n}.ics`)).status;
    for (let n = 0; n < 20; n++) await guess(n);
    expect(await guess(21)).toBe(429);
    expect((await read(await link())).status).toBe(200);
  });

  it('one drill should come as a file, to those in its cast', async () => {
    const [one] = planned(await setting.create());
    const { headers, text } = await setting.desk.client.get(`/learn/calendar/${one!.id}/file`);
    expect(headers['content-disposition']).toContain('drill.ics');
    expect(readCalendarText(text).events).toMatchObject([{ SUMMARY: '【演练】季度演练' }]);
    expect((await setting.admin.client.get(`/learn/calendar/${one!.id}/file`)).status).toBe(404);
    expect((await setting.desk.client.get(`/learn/calendar/${NOWHERE}/file`)).status).toBe(404);
  });
});
