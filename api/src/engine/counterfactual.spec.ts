import type { LogEntry, PlayerAction } from '@readyroom/contract';
import fc from 'fast-check';
import { counterfactual, cumulativeHostile, replay, stateHash } from './index.js';
import { randomLog } from './testing/random-log.js';
import { RunDriver, uuid } from './testing/run-driver.js';

const statementAt = (minute: number): RunDriver => {
  const run = RunDriver.started('desk', 'lead', 'press', 'chief');
  run.act(minute - 6, 'press', {
    kind: 'draft_statement',
    statement: uuid(1),
    strategy: 'rebuild',
    elements: ['what_happened', 'who_is_affected', 'what_we_do', 'next_update'],
    outlets: ['official_site', 'microblog'],
    text: 'sorry',
  });
  run.act(minute - 5, 'press', { kind: 'submit_statement', statement: uuid(1) });
  run.act(minute - 2, 'chief', { kind: 'approve_statement', statement: uuid(1), version: 1 });
  run.act(minute, 'press', { kind: 'publish_statement', statement: uuid(1), version: 1 });
  return run.to(120);
};
const hostile = (state: Parameters<typeof cumulativeHostile>[0]) => cumulativeHostile(state).at(-1)!;
const publishSeq = (run: RunDriver) => run.log.at(-1)!.seq;

describe('counterfactual', () => {
  it('when a statement comes earlier its earlier steps should come along, and it should be out in time', () => {
    const run = statementAt(60);
    const { log, before, after, adaptations } = counterfactual(run.inputs, run.log, {
      move: publishSeq(run),
      toMinute: 15,
    });
    expect(log.slice(2).map(({ at }) => at / 60)).toEqual([9, 10, 13, 15]);
    expect(after.refusals).toEqual([]);
    expect(adaptations).toEqual([]);
    expect(stateHash(before.state)).toBe(stateHash(run.state));
    expect(hostile(after.state)).toBeLessThan(hostile(before.state));
  });

  it('nothing should be moved before the start', () => {
    const run = statementAt(60);
    const { log } = counterfactual(run.inputs, run.log, { move: publishSeq(run), toMinute: 2 });
    expect(log.map(({ at }) => at / 60)).toEqual([0, 0, 0, 0, 0, 2]);
  });

  it('when a statement comes later only its publication should move', () => {
    const run = statementAt(20);
    const { log, after } = counterfactual(run.inputs, run.log, { move: publishSeq(run), toMinute: 80 });
    expect(log.slice(2).map(({ at }) => at / 60)).toEqual([14, 15, 18, 80]);
    expect(after.state.lastStatementAt).toBe(4_800);
  });

  it.each([
    ['earlier', 20],
    ['later', 80],
  ])('when the facilitator jumped, a statement %s should be out in time all the same', (_, toMinute) => {
    const run = RunDriver.started('desk', 'lead', 'press', 'chief');
    run.control(1, { kind: 'jump', toMinute: 50 });
    run.log.push(
      ...statementAt(60)
        .log.slice(2)
        .map((one) => ({ ...one, seq: one.seq + 1 })),
    );
    run.log.push({ seq: 8, at: 3_601, by: 'control', action: { kind: 'jump', toMinute: 100 } });
    const { log, after } = counterfactual(run.inputs, run.log, { move: 7, toMinute });
    expect(after.refusals).toEqual([]);
    expect(after.state.lastStatementAt).toBe(toMinute * 60);
    expect(log.filter(({ action }) => action.kind === 'jump')).toHaveLength(1);
  });

  it('when an action is dropped what no longer counts should be said', () => {
    const run = statementAt(20);
    const approval = run.log.find(({ action }) => action.kind === 'approve_statement')!;
    const { after } = counterfactual(run.inputs, run.log, { drop: approval.seq });
    expect(after.refusals).toEqual([{ seq: publishSeq(run), code: 'drill.statement_not_approved' }]);
    expect(after.state.published).toEqual([]);
  });

  it('when a strategy is replaced the storm should take another course', () => {
    const run = statementAt(20);
    const draft = run.log.find(({ action }) => action.kind === 'draft_statement')!;
    const action = { ...draft.action, strategy: 'deny' } as LogEntry['action'];
    const { after } = counterfactual(run.inputs, run.log, { replace: draft.seq, action });
    expect(after.state.published).toEqual(['deny']);
    expect(hostile(after.state)).toBeGreaterThan(hostile(run.state));
  });

  it('when the storm brings other posts actions about them should be dropped, and said to be', () => {
    const run = statementAt(20).posts;
    const about = run
      .filter(({ id, at }) => id.startsWith('g') && at > 3_600 && at <= 6_900)
      .map(({ id }) => id);
    const again = RunDriver.started('desk', 'lead', 'press', 'chief');
    again.log.push(...statementAt(20).log.slice(2));
    for (const post of about)
      again.log.push({
        seq: again.log.length + 1,
        at: 7_000,
        by: 'seat:desk',
        action: { kind: 'triage', post, class: 'noise', priority: 'low', duplicateOf: null, escalate: false },
      });
    const publish = again.log.find(({ action }) => action.kind === 'publish_statement')!;
    const result = counterfactual(again.inputs, again.log, { drop: publish.seq });
    expect(result.before.refusals).toEqual([]);
    expect(result.adaptations.length).toBeGreaterThan(0);
    expect(result.after.refusals).toEqual([]);
    expect(result.log.length).toBe(again.log.length - 1 - result.adaptations.length);
  });

  it.each([
    ['never comes', 'drop'],
    ['comes later', 'move'],
  ])('when a post that waited for a statement %s what was done about it should be left out', (_, how) => {
    const { log, inputs } = statementAt(50);
    const publish = log.find(({ action }) => action.kind === 'publish_statement')!;
    const about: PlayerAction = { kind: 'message', message: uuid(9), to: ['lead'], text: 'x', about: 'p13' };
    const entries = [...log, { seq: 99, at: 60 * 60, by: 'seat:desk' as const, action: about }];
    const change = how === 'drop' ? { drop: publish.seq } : { move: publish.seq, toMinute: 80 };
    const result = counterfactual(inputs, entries, change);
    expect(result.before.refusals).toEqual([]);
    expect(result.adaptations).toEqual([{ seq: 99, what: 'shortened' }]);
    expect(result.after.refusals).toEqual([]);
  });

  it('when there is nothing to change it should say so', () => {
    const run = statementAt(20);
    for (const seq of [1, 99])
      expect(() => counterfactual(run.inputs, run.log, { drop: seq })).toThrow(RangeError);
  });

  it('an action replaced by itself should change nothing', () => {
    const { inputs } = new RunDriver();
    fc.assert(
      fc.property(randomLog, fc.nat(60), (log, n) => {
        const entry = log[1 + (n % (log.length - 1))]!;
        const {
          before,
          after,
          log: same,
        } = counterfactual(inputs, log, {
          replace: entry.seq,
          action: entry.action,
        });
        expect(same).toEqual(log);
        expect(stateHash(after.state)).toBe(stateHash(before.state));
        expect(after.events).toEqual(replay(inputs, log, Infinity).events);
      }),
      { numRuns: 8 },
    );
  });
});
