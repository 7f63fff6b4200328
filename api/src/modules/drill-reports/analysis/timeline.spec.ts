import { advanceTo, applyEntry, beginRun } from '../../../engine/index.js';
import { RunDriver, uuid } from '../../../engine/testing/run-driver.js';
import { stormScenario } from '../../../engine/testing/storm-scenario.js';
import { Timeline } from './timeline.js';

/** What a report tells of a run. */
function told({ inputs, log }: RunDriver) {
  const state = beginRun(inputs);
  const timeline = new Timeline(inputs.scenario);
  for (const entry of log) {
    timeline.pass(advanceTo(state, entry.at));
    const { refused, events } = applyEntry(state, entry);
    timeline.enter(entry, refused === null, events);
  }
  return timeline.items;
}

describe('Timeline', () => {
  it('when the facilitator jumped nothing on the way should rest on the jump', () => {
    const run = RunDriver.started('desk');
    run.control(1, { kind: 'jump', toMinute: 40 });
    const items = told(run);
    expect(items.filter(({ at }) => at > 60).length).toBeGreaterThan(0);
    expect(items.filter(({ at, seq }) => at > 60 && seq !== null)).toEqual([]);
  });

  it('when a title has quotation marks of its own they should be single ones within', () => {
    const scenario = stormScenario();
    const items = scenario.items.map((item) => ({
      ...item,
      title: { zh: '“卖数据”', en: '“Selling data”' },
    }));
    const run = new RunDriver({ scenario: { ...scenario, items }, seed: 7 }).start('desk');
    run.control(20, { kind: 'end' });
    const [first] = told(run).filter(({ kind }) => kind === 'inject');
    expect(first!.what.en).toContain('“‘Selling data’”');
    expect(first!.what.zh).toContain('「“卖数据”」');
  });

  it('when several seats approve a statement each should be said to have approved it', () => {
    const { seats, ...scenario } = stormScenario();
    const inputs = {
      scenario: {
        ...scenario,
        seats: seats.map((seat) => (seat.key === 'press' ? { ...seat, approvers: ['lead', 'chief'] } : seat)),
      },
      seed: 7,
    };
    const run = new RunDriver(inputs).start('press', 'lead', 'chief');
    run.act(2, 'press', {
      kind: 'draft_statement',
      statement: uuid(1),
      strategy: 'inform',
      elements: [],
      outlets: ['microblog'],
      text: 'what happened',
    });
    run.act(3, 'press', { kind: 'submit_statement', statement: uuid(1) });
    for (const seat of ['lead', 'chief'])
      run.act(4, seat, { kind: 'approve_statement', statement: uuid(1), version: 1 });
    const steps = told(run).filter(({ kind }) => kind === 'statement');
    expect(steps.map(({ by, what }) => [by, what.en.split(' (')[0]])).toEqual([
      ['press', 'Statement submitted'],
      ['lead', 'Statement approved'],
      ['chief', 'Statement approved'],
    ]);
  });

  it('should put a remark that arrived later where it was put down, and tell what was reworded', () => {
    const run = RunDriver.started('desk');
    const words = { zh: '换一种说法', en: 'put another way' };
    run.control(1, { kind: 'edit_inject', inject: 'call', text: words });
    run.to(30);
    run.enter(30, 'evaluator', { kind: 'note', text: 'seen early', objective: null, moment: 90 });
    const items = told(run);
    expect(items.map(({ at }) => at)).toEqual(items.map(({ at }) => at).sort((a, b) => a - b));
    expect(items.filter(({ kind }) => kind === 'note').map(({ at, what }) => [at, what.en])).toEqual([
      [60, expect.stringMatching(/^The facilitator reworded the inject “.+”: put another way$/)],
      [90, 'Note: seen early'],
    ]);
  });
});
