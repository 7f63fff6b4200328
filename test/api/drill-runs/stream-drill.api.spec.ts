import type { DrillEvent } from '@readyroom/contract';
import { Sessions } from '../../../api/src/modules/auth/index.js';
import { DrillStreams } from '../../../api/src/modules/drill-runs/stream/drill-streams.js';
import { CANARY } from '../../support/drill-scenario.js';
import type { StreamMessage } from '../../support/event-stream.js';
import { decide, DrillSetting, message, note, type Cast } from './drill-setting.js';

const eventsOf = (messages: StreamMessage[]): DrillEvent[] =>
  messages.filter(({ event }) => event === 'message').map(({ data }) => data as DrillEvent);
const saying = (text: string) => (one: StreamMessage) => JSON.stringify(one.data).includes(text);
const ofKind =
  (kind: string, status?: string) =>
  ({ data }: StreamMessage) => {
    const { body } = data as Partial<DrillEvent>;
    return body?.kind === kind && (!status || (body as { status?: string }).status === status);
  };

describe('GET /drills/:id/stream', () => {
  let setting: DrillSetting;
  let desk: Cast;
  let lead: Cast;
  let streams: DrillStreams;

  beforeEach(async () => {
    setting = await DrillSetting.start();
    desk = await setting.player('desk');
    lead = await setting.player('lead');
    streams = setting.app.app.get(DrillStreams);
  });
  afterEach(() => setting.stop());

  it('when it opens it should say that it is a stream, what time it is, and what happened so far', async () => {
    const run = await setting.running({ desk, lead });
    await setting.pass(12);
    const stream = await setting.stream(desk, run.id);
    expect([stream.status, stream.headers['content-type'], stream.headers['cache-control']]).toEqual([
      200,
      'text/event-stream; charset=utf-8',
      'no-store',
    ]);
    expect(await stream.next()).toEqual({
      id: null,
      event: 'clock',
      data: { status: 'running', at: 120, rate: 10, serverTime: '2026-03-02T01:00:12.000Z' },
    });
    const known = await setting.events(desk, run.id);
    const seen = await stream.until(({ id }) => id === known.at(-1)!.id);
    expect(eventsOf(seen)).toEqual(known);
    expect(seen.every(({ id, data }) => id === (data as DrillEvent).id)).toBe(true);
    stream.drop();
  });

  it('when the line breaks and comes back it should leave no gap and repeat nothing', async () => {
    const run = await setting.running({ desk, lead });
    const first = await setting.stream(lead, run.id);
    await setting.act(desk, run.id, message('lead', 'before the tunnel'));
    await setting.pass(10);
    const before = eventsOf(await first.until(saying('before the tunnel')));
    first.drop();
    await setting.act(desk, run.id, message('lead', 'in the tunnel'));
    await setting.pass(30);
    const last = before.at(-1)!.id;
    const second = await setting.stream(lead, run.id, last);
    await setting.act(desk, run.id, message('lead', 'after the tunnel'));
    const after = eventsOf(await second.until(saying('after the tunnel')));
    second.drop();
    const all = await setting.events(lead, run.id);
    expect([...before, ...after]).toEqual(all.slice(0, before.length + after.length));
    expect(after.some((event) => JSON.stringify(event).includes('in the tunnel'))).toBe(true);
    const byHeader = await setting.stream(lead, run.id, 0, { 'last-event-id': String(last) });
    expect(eventsOf(await byHeader.until(saying('after the tunnel')))).toEqual(after);
    byHeader.drop();
  });

  it('when an id from the future is given it should show what comes next', async () => {
    const run = await setting.running({ desk, lead });
    const stream = await setting.stream(lead, run.id, 1_000_000);
    await stream.next();
    await setting.act(desk, run.id, message('lead', 'new'));
    expect(eventsOf(await stream.until(saying('new')))).toHaveLength(1);
    stream.drop();
  });

  it('when two tabs are open both should be live, and a second process too', async () => {
    const run = await setting.running({ desk, lead });
    const tabs = [await setting.stream(lead, run.id), await setting.stream(lead, run.id)];
    const twin = await setting.app.twin();
    await twin.listen(0, '127.0.0.1');
    await setting.act(desk, run.id, message('lead', 'for both'));
    for (const tab of tabs) {
      expect(eventsOf(await tab.until(saying('for both'))).at(-1)!.body.kind).toBe('message');
      tab.drop();
    }
    await twin.close();
  });

  it('players should never get what is hidden, nor what is for other seats', async () => {
    const run = await setting.running({ desk, lead });
    const streamed = await Promise.all([desk, lead, setting.trainer].map((by) => setting.stream(by, run.id)));
    await setting.pass(6);
    await setting.act(desk, run.id, decide('desk-go'));
    await setting.act(desk, run.id, message('lead', 'for the lead alone'));
    await setting.observe(setting.trainer, run.id, note('for staff'));
    for (let i = 0; i < 3; i++) await setting.pass(120);
    const texts = await Promise.all(streamed.map(async (one) => JSON.stringify(await one.toEnd())));
    for (const text of texts) expect(text).toContain('"posts"');
    for (const text of texts.slice(0, 2)) {
      expect(text).not.toContain(CANARY);
      expect(text).not.toMatch(/"(truth|veracity|group|quality|effects|expectation|noted|rated)"/);
    }
    expect(texts[0]).not.toContain('prompt go');
    expect(texts[0]).toContain('prompt desk-go');
    expect(texts[1]).toContain('for the lead alone');
    expect(texts[1]).not.toContain('prompt desk-go');
    expect(texts[2]).toContain('for staff');
    for (const by of [desk, lead]) {
      const listed = JSON.stringify(await setting.events(by, run.id));
      expect(listed).not.toContain(CANARY);
    }
  });

  it('when the clock is turned it should say so, and end by name when the run is over', async () => {
    const run = await setting.running({ desk, lead });
    const stream = await setting.stream(desk, run.id);
    await stream.until(({ event }) => event === 'clock');
    await setting.control(run.id, { kind: 'pause' });
    const clocks = await stream.until(({ event }) => event === 'clock');
    expect(clocks.at(-1)!.data).toMatchObject({ status: 'paused', at: 0 });
    await setting.control(run.id, { kind: 'set_rate', rate: 30 });
    expect((await stream.until(({ event }) => event === 'clock')).at(-1)!.data).toMatchObject({ rate: 30 });
    await streams.tellTime();
    expect((await stream.until(({ event }) => event === 'clock')).at(-1)!.data).toMatchObject({ rate: 30 });
    await setting.control(run.id, { kind: 'end' });
    const rest = await stream.toEnd();
    expect(rest.some(ofKind('status', 'ended'))).toBe(true);
    expect(rest.at(-1)).toEqual({ id: null, event: 'end', data: { status: 'ended' } });
    const late = await (await setting.stream(desk, run.id)).toEnd();
    expect(eventsOf(late)).toEqual(await setting.events(desk, run.id));
    expect(late.at(-1)!.event).toBe('end');
  });

  it('when a stream is open the person should count as being there', async () => {
    const run = await setting.create({ desk });
    const stream = await setting.stream(desk, run.id);
    await stream.next();
    const player = async () =>
      (await setting.trainer.client.get(`/drill-runs/${run.id}`)).body.participants[1];
    expect(await player()).toMatchObject({ joinedAt: '2026-03-02T01:00:00.000Z', online: true });
    setting.app.clock.advance({ seconds: 40 });
    await streams.tellTime();
    expect((await player()).online).toBe(true);
    stream.drop();
  });

  it('when somebody may no longer look on it should close, and stay open for the others', async () => {
    const run = await setting.running({ desk, lead });
    const { database, app } = setting.app;
    const stream = async (by: Cast) => {
      const opened = await setting.stream(by, run.id);
      await opened.next();
      return opened;
    };
    const left = await stream(desk);
    const staying = await stream(lead);
    await app.get(Sessions).closeAllOf(database, desk.person.id);
    await streams.recheck();
    await left.toEnd();
    await database.query(`UPDATE person SET status = 'left' WHERE id = $1`, [desk.person.id]);
    expect(staying.closed).toBe(false);

    const trainers = await stream(setting.trainer);
    await setting.trainer.client.put(`/drill-runs/${run.id}/participants`, {
      participants: [{ personId: lead.person.id, role: 'player', seat: 'desk' }],
    });
    await streams.recheck();
    await staying.toEnd();
    expect(trainers.closed).toBe(false);
    await database.query(`UPDATE person SET status = 'left' WHERE id = $1`, [setting.trainer.person.id]);
    await streams.recheck();
    await trainers.toEnd();
  });

  it('when PostgreSQL cuts the line of wake-up calls it should still find what is new', async () => {
    const run = await setting.running({ desk, lead });
    const stream = await setting.stream(lead, run.id);
    await stream.next();
    await setting.app.database.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE datname = current_database() AND query = 'LISTEN drill_run'`,
    );
    await setting.act(desk, run.id, message('lead', 'without a call'));
    await streams.poll();
    expect(eventsOf(await stream.until(saying('without a call'))).length).toBeGreaterThan(0);
    stream.drop();
  });
});
