import { ApiError, LineLost } from '../api/errors.js';
import { MemoryDevice } from './device.js';
import { Outbox } from './outbox.js';
import type { Outgoing } from './outbox-queue.js';

const progress = (lessonId: string, seq: number): Outgoing => ({
  kind: 'progress',
  courseId: 'c',
  lessonId,
  body: { blockId: 'b', done: false, seq },
});
const submit: Outgoing = { kind: 'submit', attemptId: 'a', key: 'key-1' };

/** A server whose answer to each item the test decides. */
function setup(answer: (item: Outgoing) => unknown = () => 'ok', device = new MemoryDevice()) {
  const sent: Outgoing[] = [];
  const server = { answer };
  const outbox = new Outbox(device, async (item) => {
    sent.push(item);
    await Promise.resolve();
    return server.answer(item);
  });
  return { outbox, sent, server, device, left: () => outbox.state.get().entries };
}
const fail = (error: Error) => () => {
  throw error;
};

describe('Outbox', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('when the line is there it should send at once and tell who asked', async () => {
    const { outbox, left } = setup(() => 'answer');
    const heard: unknown[] = [];
    outbox.onDelivered((delivery) => heard.push(delivery));
    await outbox.put(submit);
    await outbox.flush();
    expect(heard).toEqual([{ item: submit, answer: 'answer' }]);
    expect(left()).toEqual([]);
  });

  it('when the line is lost it should keep everything, and send it in order when it is back', async () => {
    const { outbox, sent, server, left } = setup(fail(new LineLost()));
    await outbox.put(progress('l1', 1));
    await outbox.put(progress('l2', 2));
    await outbox.put(submit);
    await outbox.flush();
    expect(left()).toHaveLength(3);
    sent.length = 0;
    server.answer = () => 'ok';
    await jest.advanceTimersByTimeAsync(60_000);
    expect(sent).toEqual([progress('l1', 1), progress('l2', 2), submit]);
    expect(left()).toEqual([]);
  });

  it('when the app was closed it should go on with what is on the device', async () => {
    const first = setup(fail(new LineLost()));
    await first.outbox.put(submit);
    await first.outbox.flush();
    first.outbox.close();
    const second = setup(() => 'ok', first.device);
    await second.outbox.open();
    await second.outbox.flush();
    expect(second.sent).toEqual([submit]);
    expect(second.left()).toEqual([]);
  });

  it('when a drill stands still it should keep what was done, and send it in order when it goes on', async () => {
    const act = (clientId: string): Outgoing => ({
      kind: 'drill',
      runId: 'r',
      clientId,
      action: { kind: 'open_plan' },
    });
    const { outbox, sent, server, left } = setup(fail(new ApiError(409, 'drill.paused')));
    await outbox.put(act('1'));
    await outbox.put(act('2'));
    await outbox.flush();
    expect(left().map(({ refused }) => refused)).toEqual([null, null]);
    sent.length = 0;
    server.answer = () => 'ok';
    await outbox.flush();
    expect(sent).toEqual([act('1'), act('2')]);
    expect(left()).toEqual([]);
  });

  it('when the server refuses for good it should say so and go on with the rest', async () => {
    const { outbox, left } = setup((item) => {
      if (item.kind === 'submit') throw new ApiError(409, 'attempt.finished');
      return 'ok';
    });
    await outbox.put(submit);
    await outbox.put(progress('l1', 1));
    await outbox.flush();
    expect(left().map(({ item, refused }) => [item.kind, refused])).toEqual([['submit', 'attempt.finished']]);
    await outbox.dismiss(left()[0]!.id);
    expect(left()).toEqual([]);
  });

  it('when the server is in trouble it should wait longer each time and not block other lanes', async () => {
    const { outbox, sent, server } = setup((item) => {
      if (item.kind === 'submit') throw new ApiError(503, 'server.unavailable');
      return 'ok';
    });
    await outbox.put(submit);
    await outbox.put(progress('l1', 1));
    await outbox.flush();
    expect(sent.filter(({ kind }) => kind === 'progress')).toHaveLength(1);
    const tries = () => sent.filter(({ kind }) => kind === 'submit').length;
    const before = tries();
    await jest.advanceTimersByTimeAsync(30_000);
    expect(tries() - before).toBeGreaterThanOrEqual(2);
    expect(tries() - before).toBeLessThanOrEqual(4);
    server.answer = () => 'ok';
    await jest.advanceTimersByTimeAsync(120_000);
    expect(outbox.state.get().entries).toEqual([]);
  });

  it('when the session is over it should keep everything unrefused', async () => {
    const { outbox, left } = setup(fail(new ApiError(401, 'auth.required')));
    await outbox.put(submit);
    await outbox.flush();
    expect(left().map(({ refused }) => refused)).toEqual([null]);
    outbox.close();
  });
});
