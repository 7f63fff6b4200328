import type { DrillClock, DrillEvent } from '../../../providers/contract.js';
import { ApiError } from '../../../providers/http.js';
import { DrillLine, type LineSource, type StreamListener } from './DrillLine.js';

const CLOCK: DrillClock = { status: 'running', at: 0, rate: 8, serverTime: '2026-11-27T10:00:00.000Z' };
const noted = (id: number): DrillEvent => ({
  id,
  at: id * 10,
  body: { kind: 'noted', text: `note ${id}`, objective: null },
});
const pace = (id: number, rate: number): DrillEvent => ({ id, at: 0, body: { kind: 'pace', rate } });

class Server implements LineSource {
  events: DrillEvent[] = [];
  clock = CLOCK;
  refusal: ApiError | null = null;
  readonly asked: number[] = [];
  readonly streams: { after: number; listener: StreamListener; open: boolean }[] = [];

  page = (after: number) => {
    this.asked.push(after);
    if (this.refusal) return Promise.reject(this.refusal);
    const events = this.events.filter(({ id }) => id > after).slice(0, 2);
    return Promise.resolve({ events, clock: this.clock });
  };
  stream = (after: number, listener: StreamListener) => {
    const stream = { after, listener, open: true };
    this.streams.push(stream);
    return () => void (stream.open = false);
  };
  get last() {
    return this.streams.at(-1)!;
  }
}

describe('the line of the console to a run', () => {
  let server: Server;
  let line: DrillLine;
  const notes = () => line.get().view.notes.map(({ text }) => text);
  const settle = () => jest.advanceTimersByTimeAsync(100);

  beforeEach(() => {
    jest.useFakeTimers();
    server = new Server();
    line = new DrillLine(server);
  });
  afterEach(() => {
    line.stop();
    jest.useRealTimers();
  });

  it('should read page after page, then listen from the last one on', async () => {
    server.events = [pace(1, 8), noted(2), noted(3)];
    line.start();
    await settle();
    expect(server.asked).toEqual([0, 2, 3]);
    expect(server.last.after).toBe(3);
    server.last.listener.event(noted(4));
    await settle();
    expect(notes()).toEqual(['note 2', 'note 3', 'note 4']);
    expect(line.get()).toMatchObject({ line: 'open', planRate: 8 });
  });

  it('should keep the first pace as that of the plan', async () => {
    server.events = [pace(1, 8), pace(2, 20)];
    line.start();
    await settle();
    expect(line.get().planRate).toBe(8);
    expect(line.get().view.rate).toBe(20);
  });

  it('should come back after a break and after silence, with nothing twice and nothing lost', async () => {
    server.events = [noted(1)];
    line.start();
    await settle();
    server.last.listener.event(noted(2));
    server.events = [noted(1), noted(2), noted(3)];
    server.last.listener.broken();
    expect(line.get().line).toBe('connecting');
    await jest.advanceTimersByTimeAsync(1_100);
    expect(notes()).toEqual(['note 1', 'note 2', 'note 3']);
    expect(server.streams.map(({ open }) => open)).toEqual([false, true]);
    await jest.advanceTimersByTimeAsync(26_500);
    expect(server.streams.map(({ open }) => open)).toEqual([false, false, true]);
  });

  it('should try again while the server is away, and stop when it says no', async () => {
    server.refusal = new ApiError({ statusCode: 0, code: 'network' });
    line.start();
    await settle();
    expect(line.get()).toMatchObject({ line: 'lost', error: null });
    server.refusal = new ApiError({ statusCode: 404, code: 'drill.not_found' });
    await jest.advanceTimersByTimeAsync(1_000);
    expect(line.get().error?.code).toBe('drill.not_found');
    const asked = server.asked.length;
    await jest.advanceTimersByTimeAsync(60_000);
    expect(server.asked).toHaveLength(asked);
  });

  it('should fetch what is left when the stream ends, and rest when the run is over', async () => {
    line.start();
    await settle();
    server.events = [noted(1)];
    server.clock = { ...CLOCK, status: 'ended' };
    server.last.listener.end();
    await settle();
    expect(notes()).toEqual(['note 1']);
    expect(line.get().line).toBe('over');
    expect(server.streams).toHaveLength(1);
  });

  it('should change nothing after it was stopped', async () => {
    server.events = [noted(1)];
    line.start();
    line.stop();
    await settle();
    expect(line.get().line).toBe('connecting');
    expect(server.streams).toHaveLength(0);
  });
});
