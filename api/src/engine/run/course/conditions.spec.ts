import type { Condition } from '@readyroom/contract';
import { RunDriver, uuid } from '../../testing/run-driver.js';
import { openRun } from '../context.js';
import { holds } from './conditions.js';

const setup = () => RunDriver.started('desk', 'lead', 'press', 'chief');
const at = (run: RunDriver, condition: Condition): boolean => holds(openRun(run.state), condition);
const yes: Condition = { after: 0 };
const no: Condition = { not: yes };
const decide = (option: string) =>
  ({ kind: 'decide', card: 'go', option, confidence: 50, rationale: '' }) as const;

describe('conditions', () => {
  it.each<[Condition, boolean]>([
    [{ all: [yes, yes] }, true],
    [{ all: [yes, no] }, false],
    [{ any: [no, yes] }, true],
    [{ any: [no, no] }, false],
    [{ not: { any: [no] } }, true],
    [{ after: 9 }, true],
    [{ after: 10 }, true],
    [{ after: 11 }, false],
    [{ measure: 'silence', above: 9 }, true],
    [{ measure: 'silence', above: 10 }, false],
    [{ measure: 'silence', below: 11 }, true],
    [{ measure: 'volume', above: 0 }, true],
    [{ measure: 'heat', below: 100 }, true],
    [{ measure: 'complaints', above: 100_000 }, false],
    [{ measure: 'negative_share', above: 1 }, true],
    [{ measure: 'velocity', above: 0 }, true],
    [{ variable: 'calls', is: 0 }, true],
    [{ variable: 'calls', is: false }, false],
    [{ variable: 'nowhere', is: 0 }, false],
    [{ delivered: 'call' }, true],
    [{ delivered: 'help' }, false],
    [{ delivered: 'constructor' }, false],
    [{ decided: { card: 'go', option: 'wait' } }, false],
    [{ expired: 'go' }, false],
    [{ statement: 'any' }, false],
    [{ notified: 'report' }, false],
    [{ escalated: 'p3' }, false],
    [{ raised: 'blue' }, false],
  ])('after ten minutes without any action %j should be %s', (condition, expected) => {
    expect(at(setup().to(10), condition)).toBe(expected);
  });

  it('before the first minute every measure should be 0', () => {
    const run = setup();
    for (const measure of ['volume', 'velocity', 'negative_share', 'heat', 'complaints', 'silence'] as const)
      expect([at(run, { measure, above: 0 }), at(run, { measure, below: 1 })]).toEqual([false, true]);
  });

  it('a decision should hold for the option taken, whoever took it; expiry only without a person', () => {
    const taken: Condition = { decided: { card: 'go', option: 'wait' } };
    const expired: Condition = { expired: 'go' };
    const decided = setup();
    decided.act(9, 'chief', decide('wait'));
    expect([at(decided, taken), at(decided, expired)]).toEqual([true, false]);
    const timedOut = setup().to(26);
    expect([at(timedOut, taken), at(timedOut, expired)]).toEqual([true, true]);
    const simulated = RunDriver.started('desk').to(26);
    expect([at(simulated, taken), at(simulated, expired)]).toEqual([true, true]);
  });

  it('statements, notifications, escalations and alerts should hold from then on', () => {
    const run = setup().to(26);
    run.act(26, 'chief', {
      kind: 'draft_statement',
      statement: uuid(1),
      strategy: 'inform',
      elements: [],
      outlets: ['microblog'],
      text: 'x',
    });
    run.act(26, 'chief', { kind: 'publish_statement', statement: uuid(1), version: 1 });
    run.act(26, 'lead', { kind: 'notify', clock: 'report', text: 'x' });
    run.act(26, 'lead', { kind: 'message', message: uuid(2), to: ['chief'], text: 'x', about: 'p3' });
    run.act(26, 'lead', { kind: 'raise_alert', level: 'yellow', reason: 'x' });
    const expected: [Condition, boolean][] = [
      [{ statement: 'any' }, true],
      [{ statement: 'inform' }, true],
      [{ statement: 'deny' }, false],
      [{ notified: 'report' }, true],
      [{ escalated: 'p3' }, true],
      [{ escalated: 'p5' }, false],
      [{ raised: 'blue' }, true],
      [{ raised: 'yellow' }, true],
      [{ raised: 'orange' }, false],
      [{ measure: 'silence', below: 1 }, true],
    ];
    expect(expected.map(([condition]) => at(run, condition))).toEqual(expected.map(([, value]) => value));
  });
});
