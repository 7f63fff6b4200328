import { RunSketch } from './testing/run-sketch.js';

const notify = (run: RunSketch, minute: number) =>
  run.act(minute, 'lead', { kind: 'notify', clock: 'report', text: 'text' });

describe('statutory clocks', () => {
  it('are met when filed in time', () => {
    const run = new RunSketch().played('lead').clock(10, 'started', 70);
    const seq = notify(run, 70);
    run.ends(200);
    expect(run.line('time_to_notify', null, 'report')).toMatchObject({
      value: 60,
      met: true,
      target: { value: 60, better: 'at_most', basis: 'statutory_clock' },
      evidence: [seq],
    });
    expect(run.line('clocks_met', 'lead')).toMatchObject({ value: 1, met: true, count: 1, of: 1 });
  });

  it('are missed when filed late, with the minutes it took', () => {
    const run = new RunSketch().played('lead').clock(10, 'started', 70);
    notify(run, 85);
    run.ends(200);
    expect(run.line('time_to_notify', null, 'report')).toMatchObject({ value: 75, met: false, count: 1 });
    expect(run.line('clocks_met')).toMatchObject({ value: 0, met: false, count: 0, of: 1 });
  });

  it('are missed without a value when never filed, and undecided while they run', () => {
    const run = new RunSketch().played('lead').clock(10, 'started', 70).ends(90);
    expect(run.line('time_to_notify', null, 'report')).toMatchObject({
      value: null,
      met: false,
      count: 0,
      of: 1,
    });
    const open = new RunSketch().played('lead').clock(10, 'started', 70).ends(50);
    expect(open.line('time_to_notify', null, 'report')).toMatchObject({ value: null, met: null, of: 0 });
    expect(open.line('clocks_met')).toMatchObject({ value: null, met: null, of: 0 });
  });

  it('of a seat that nobody plays count for nobody', () => {
    const run = new RunSketch().played('chief').clock(10, 'started', 70).ends(90);
    expect(run.line('clocks_met')).toMatchObject({ value: null, of: 0 });
  });
});

it('a clock is not met by what was sent before it started', () => {
  const run = new RunSketch().played('lead');
  notify(run, 5);
  run.clock(10, 'started', 70).ends(200);
  expect(run.line('clocks_met')).toMatchObject({ value: 0, count: 0, of: 1 });
});
