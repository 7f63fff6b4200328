import fc from 'fast-check';
import * as queue from './outbox-queue.js';
import type { Outgoing, OutboxEntry } from './outbox-queue.js';

const progress = (lessonId: string, seq: number, done = false): Outgoing => ({
  kind: 'progress',
  courseId: 'c',
  lessonId,
  body: { blockId: `b${seq}`, done, seq },
});
const answers = (attemptId: string, ...pairs: [position: number, seq: number][]): Outgoing => ({
  kind: 'answers',
  attemptId,
  deviceId: 'device-1',
  answers: pairs.map(([position, seq]) => ({
    position,
    seq,
    answer: { type: 'boolean', value: seq % 2 === 0 },
  })),
});
const submit = (attemptId: string, key = 'key-1'): Outgoing => ({ kind: 'submit', attemptId, key });
const filled = (...items: Outgoing[]) =>
  items.reduce<OutboxEntry[]>((entries, item) => queue.add(entries, item), []);

describe('add', () => {
  it('when a lesson moves on it should keep one entry, the latest place, and never take back "done"', () => {
    const [entry, ...others] = filled(progress('l1', 1), progress('l1', 2, true), progress('l1', 3));
    expect(others).toEqual([]);
    expect(entry?.item).toMatchObject({ body: { blockId: 'b3', seq: 3, done: true } });
  });
  it('when an answer is changed it should keep the one with the higher sequence number', () => {
    const [entry] = filled(answers('a', [1, 5], [2, 6]), answers('a', [1, 4], [2, 7]));
    expect(entry?.item).toMatchObject({
      answers: [
        { position: 1, seq: 5 },
        { position: 2, seq: 7 },
      ],
    });
  });
  it('when it is handed in twice it should stay one with the first key', () => {
    expect(filled(submit('a', 'first'), submit('a', 'second')).map(({ item }) => item)).toEqual([
      submit('a', 'first'),
    ]);
  });
  it('when things belong to different lessons or attempts it should keep them apart, in order', () => {
    const entries = filled(
      progress('l1', 1),
      answers('a', [1, 1]),
      progress('l2', 2),
      submit('a'),
      answers('b', [1, 1]),
    );
    expect(entries.map(({ id, item }) => [id, item.kind])).toEqual([
      [1, 'progress'],
      [2, 'answers'],
      [3, 'progress'],
      [4, 'submit'],
      [5, 'answers'],
    ]);
  });
  it('when somebody acts in a drill it should keep every action, in the order of acting', () => {
    const act = (clientId: string, option: string): Outgoing => ({
      kind: 'drill',
      runId: 'r',
      clientId,
      action: { kind: 'decide', card: 'go', option, confidence: 50, rationale: '' },
    });
    const entries = filled(act('1', 'tell'), act('2', 'wait'), act('2', 'wait'));
    expect(entries.map(({ id, item }) => [id, item])).toEqual([
      [1, act('1', 'tell')],
      [2, act('2', 'wait')],
      [3, act('2', 'wait')],
    ]);
  });
  it('when somebody evaluates a drill it should keep every tap, in the order of tapping', () => {
    const tap = (clientId: string, moment: number): Outgoing => ({
      kind: 'observation',
      runId: 'r',
      clientId,
      action: { kind: 'rate', objective: 'speed', seat: null, rating: 'P', note: '', moment },
    });
    const entries = filled(tap('1', 10), tap('2', 10), tap('3', 20));
    expect(entries.map(({ item }) => item)).toEqual([tap('1', 10), tap('2', 10), tap('3', 20)]);
  });
  it('when photos are taken it should keep each, and let no remark wait behind them', () => {
    const photo = (clientId: string): Outgoing => ({
      kind: 'photo',
      runId: 'r',
      body: { clientId, moment: 10, note: '', image: '/9j/' },
    });
    const remark: Outgoing = {
      kind: 'observation',
      runId: 'r',
      clientId: '3',
      action: { kind: 'note', text: 'seen', objective: null, moment: 11 },
    };
    const entries = filled(photo('1'), photo('2'), remark);
    expect(entries.map(({ item }) => item)).toEqual([photo('1'), photo('2'), remark]);
    expect(queue.nextToSend(entries, new Set([queue.laneOf(photo('1'))]))?.item).toEqual(remark);
  });
  it('when a hot wash is written anew before it went out it should send the last one, once a run', () => {
    const hotWash = (runId: string, change: string): Outgoing => ({
      kind: 'hot_wash',
      runId,
      body: { kept: '', missed: '', change, confidenceBefore: 2, confidenceAfter: 4, showName: false },
    });
    const entries = filled(hotWash('r', 'first'), hotWash('s', 'other'), hotWash('r', 'last'));
    expect(entries.map(({ item }) => item)).toEqual([hotWash('r', 'last'), hotWash('s', 'other')]);
    // What is written anew while the first one is on its way goes out after it.
    const [before] = filled(hotWash('r', 'first'));
    expect(queue.delivered(queue.add([before!], hotWash('r', 'last')), before!)).toMatchObject([
      { item: hotWash('r', 'last') },
    ]);
  });
  it('when an entry was refused it should not merge into it', () => {
    const [first] = filled(answers('a', [1, 1]));
    const entries = queue.add(
      queue.refuse([first!], first!, 'attempt.answer_mismatch'),
      answers('a', [1, 2]),
    );
    expect(entries).toHaveLength(2);
  });
});

describe('nextToSend', () => {
  it('should send the answers of an attempt before it is handed in', () => {
    let entries = filled(answers('a', [1, 1]), submit('a'));
    const order: string[] = [];
    for (let next = queue.nextToSend(entries, new Set()); next; next = queue.nextToSend(entries, new Set())) {
      order.push(next.item.kind);
      entries = queue.delivered(entries, next);
    }
    expect(order).toEqual(['answers', 'submit']);
  });
  it('when a lane is in trouble it should go on with the others', () => {
    const entries = filled(progress('l1', 1), submit('a'), progress('l2', 2));
    expect(queue.nextToSend(entries, new Set(['lesson:l1']))?.item).toEqual(submit('a'));
    expect(queue.nextToSend(entries, new Set(['lesson:l1', 'attempt:a', 'lesson:l2']))).toBeUndefined();
  });
});

describe('delivered', () => {
  it('when another answer came during the sending it should keep just that one', () => {
    const before = filled(answers('a', [1, 1], [2, 2]));
    const during = queue.add(before, answers('a', [2, 3]));
    const after = queue.delivered(during, before[0]!);
    expect(queue.waitingAnswers(after, 'a')).toMatchObject([{ position: 2, seq: 3 }]);
  });
  it('should never lose the latest answer, however saving and sending interleave', () => {
    const step = fc.oneof(
      fc.record({ do: fc.constant('save' as const), position: fc.integer({ min: 1, max: 4 }) }),
      fc.constant({ do: 'take' as const }),
      fc.constant({ do: 'arrive' as const }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        let entries: OutboxEntry[] = [];
        let flying: OutboxEntry | undefined;
        let seq = 0;
        const wanted = new Map<number, number>();
        const server = new Map<number, number>();
        const arrive = () => {
          if (flying?.item.kind !== 'answers') return;
          for (const sent of flying.item.answers)
            server.set(sent.position, Math.max(sent.seq, server.get(sent.position) ?? 0));
          entries = queue.delivered(entries, flying);
          flying = undefined;
        };
        for (const one of steps) {
          if (one.do === 'save') {
            seq += 1;
            wanted.set(one.position, seq);
            entries = queue.add(entries, answers('a', [one.position, seq]));
          } else if (one.do === 'take') flying ??= queue.nextToSend(entries, new Set());
          else arrive();
        }
        arrive();
        for (
          flying = queue.nextToSend(entries, new Set());
          flying;
          flying = queue.nextToSend(entries, new Set())
        )
          arrive();
        expect(Object.fromEntries(server)).toEqual(Object.fromEntries(wanted));
        expect(entries).toEqual([]);
      }),
    );
  });
});

describe('dismiss', () => {
  it('should only take away what was refused', () => {
    const entries = filled(progress('l1', 1), submit('a'));
    const refused = queue.refuse(entries, entries[1]!, 'attempt.finished');
    expect(queue.dismiss(refused, 1)).toHaveLength(2);
    expect(queue.dismiss(refused, 2).map(({ id }) => id)).toEqual([1]);
    expect(queue.waiting(refused).map(({ id }) => id)).toEqual([1]);
    expect(queue.waitingSubmit(refused, 'a')).toBe(false);
  });
});
