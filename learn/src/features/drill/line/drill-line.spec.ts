import type { DrillClock, DrillEvent, RunStatus } from '@readyroom/contract';
import { ApiError, LineLost } from '../../../shared/api/errors.js';
import { createStore } from '../../../shared/store.js';
import { DrillLine, type LineSource, type StreamListener } from './drill-line.js';

const event = (id: number): DrillEvent => ({
  id,
  at: id * 60,
  body: { kind: 'phase', phase: `p${id}`, title: { zh: '段', en: 'phase' } },
});
const clockOf = (status: RunStatus): DrillClock => ({
  status,
  at: 0,
  rate: 1,
  serverTime: '2026-03-02T01:00:00.000Z',
});

/** A server that holds events up to some id and hands them out two at a time. */
function setup(kept: DrillEvent[] = []) {
  const server = {
    last: 0,
    status: 'running' as RunStatus,
    fault: null as Error | null,
    asked: [] as number[],
    streams: [] as { after: number; listener: StreamListener; open: boolean }[],
  };
  const online = createStore(true);
  const source: LineSource = {
    page: async (after) => {
      server.asked.push(after);
      await Promise.resolve();
      if (server.fault) throw server.fault;
      const events = [after + 1, after + 2].filter((id) => id <= server.last).map(event);
      return { events, clock: clockOf(server.status) };
    },
    stream: (after, listener) => {
      const one = { after, listener, open: true };
      server.streams.push(one);
      return () => (one.open = false);
    },
    online,
    whenShown: () => () => undefined,
  };
  const line = new DrillLine(source, { events: kept, clock: null });
  const stream = () => server.streams.at(-1)!;
  const ids = () => line.state.get().events.map(({ id }) => id);
  return { server, online, line, stream, ids, now: () => line.state.get() };
}
const settle = () => jest.advanceTimersByTimeAsync(100);

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

describe('DrillLine', () => {
  it('should first fetch what there is, page by page, then follow the stream from there', async () => {
    const { server, line, stream, ids, now } = setup();
    server.last = 3;
    line.start();
    await settle();
    expect(server.asked).toEqual([0, 2, 3]);
    expect([now().line, stream().after]).toEqual(['open', 3]);
    stream().listener.event(event(4));
    stream().listener.event(event(5));
    await settle();
    expect(ids()).toEqual([1, 2, 3, 4, 5]);
    expect(now().view.phase?.phase).toBe('p5');
    expect(now().missed).toEqual([]);
    line.stop();
    expect(stream().open).toBe(false);
  });

  it('when the stream breaks it should come back after the last event and name what was missed', async () => {
    const { server, line, stream, ids, now } = setup();
    server.last = 1;
    line.start();
    await settle();
    stream().listener.event(event(2));
    stream().listener.broken();
    expect([now().line, stream().open]).toEqual(['connecting', false]);
    server.last = 4;
    await jest.advanceTimersByTimeAsync(1_500);
    expect([now().line, server.streams.length, stream().after]).toEqual(['open', 2, 4]);
    expect(ids()).toEqual([1, 2, 3, 4]);
    expect(now().missed.map(({ id }) => id)).toEqual([3, 4]);
    line.dismissMissed();
    expect(now().missed).toEqual([]);
    line.stop();
  });

  it('when another tab has more it should catch up at once, and call nothing missed', async () => {
    const { server, line, stream, ids, now } = setup();
    server.last = 1;
    line.start();
    await settle();
    server.last = 3;
    stream().listener.behind();
    await settle();
    expect([ids(), now().line, now().missed, stream().after]).toEqual([[1, 2, 3], 'open', [], 3]);
    expect(server.streams.filter(({ open }) => open)).toHaveLength(1);
    line.stop();
  });

  it('when events come twice it should take them once', async () => {
    const { server, line, stream, ids } = setup();
    server.last = 2;
    line.start();
    await settle();
    for (const id of [2, 3, 3, 1]) stream().listener.event(event(id));
    await settle();
    expect(ids()).toEqual([1, 2, 3]);
    line.stop();
  });

  it('when there is no line it should wait for it and not knock', async () => {
    const { server, online, line, now } = setup();
    line.start();
    await settle();
    online.set(false);
    expect(now().line).toBe('lost');
    const asked = server.asked.length;
    await jest.advanceTimersByTimeAsync(60_000);
    expect(server.asked.length).toBe(asked);
    online.set(true);
    await settle();
    expect(now().line).toBe('open');
    line.stop();
  });

  it('when the server is in trouble it should try again by itself', async () => {
    const { server, line, now } = setup();
    server.fault = new ApiError(503, 'server.unavailable');
    line.start();
    await settle();
    expect(now()).toMatchObject({ line: 'lost', error: null });
    server.fault = null;
    await jest.advanceTimersByTimeAsync(2_000);
    expect(now().line).toBe('open');
    line.stop();
  });

  it('when nothing is heard for long it should not trust the stream', async () => {
    const { server, line, stream, now } = setup();
    line.start();
    await settle();
    await jest.advanceTimersByTimeAsync(20_000);
    stream().listener.clock(clockOf('paused'));
    await jest.advanceTimersByTimeAsync(20_000);
    expect([server.streams.length, now().clock?.status]).toEqual([1, 'paused']);
    await jest.advanceTimersByTimeAsync(15_000);
    expect(server.streams.length).toBe(2);
    line.stop();
  });

  it('when the reader is no longer in the cast it should say so and stop asking', async () => {
    const { server, line, stream, now } = setup();
    line.start();
    await settle();
    server.fault = new ApiError(404, 'drill.not_found');
    stream().listener.broken();
    await jest.advanceTimersByTimeAsync(1_500);
    expect(now().error?.code).toBe('drill.not_found');
    const asked = server.asked.length;
    await jest.advanceTimersByTimeAsync(60_000);
    expect(server.asked.length).toBe(asked);
    line.stop();
  });

  it('when the run ends it should take the last events and open no more streams', async () => {
    const { server, line, stream, ids, now } = setup();
    server.last = 1;
    line.start();
    await settle();
    stream().listener.event(event(2));
    server.last = 2;
    server.status = 'ended';
    stream().listener.end();
    await jest.advanceTimersByTimeAsync(60_000);
    expect([now().line, now().clock?.status, server.streams.length]).toEqual(['over', 'ended', 1]);
    expect(ids()).toEqual([1, 2]);
    line.stop();
  });

  it('when the device kept some of the run it should ask for the rest only', async () => {
    const { server, line, now } = setup([event(1), event(2)]);
    server.last = 3;
    server.fault = new LineLost();
    line.start();
    await settle();
    expect([now().line, now().view.phase?.phase]).toEqual(['lost', 'p2']);
    server.fault = null;
    await jest.advanceTimersByTimeAsync(2_000);
    expect(now().missed.map(({ id }) => id)).toEqual([3]);
    expect(server.asked[0]).toBe(2);
    line.stop();
  });
});
