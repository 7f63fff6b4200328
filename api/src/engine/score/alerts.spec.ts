import { RunSketch } from './testing/run-sketch.js';

/** Heat reaches blue at 30, yellow at 60, orange at 90, and never red. */
const storm = () =>
  new RunSketch().played('desk', 'lead').heat([0, 5], [30, 25], [60, 45], [90, 65], [120, 50], [180, 10]);

describe('alerts', () => {
  it('hit the levels reached, lead by minutes, and err where the level does not come within an hour', () => {
    const run = storm();
    const yellow = run.raise(25, 'desk', 'yellow'); // blue +5, yellow +35
    const orange = run.raise(100, 'lead', 'orange'); // orange -10: late by less than 15
    const red = run.raise(110, 'lead', 'red'); // never comes
    run.ends(240);

    expect(run.line('alert_hits')).toMatchObject({ value: 1, count: 3, of: 3, evidence: [yellow, orange] });
    expect(run.line('alert_lead_time', null, 'blue')).toMatchObject({ value: 5, evidence: [yellow] });
    expect(run.line('alert_lead_time', null, 'yellow')).toMatchObject({ value: 35 });
    expect(run.line('alert_lead_time', null, 'orange')).toMatchObject({ value: -10, evidence: [orange] });
    expect(run.line('alert_lead_time', null, 'red')).toMatchObject({ value: null, of: 0 });
    expect(run.line('alert_false_alarms')).toMatchObject({
      value: 1,
      of: 3,
      evidence: [yellow, orange, red],
    });
    expect(run.line('alert_false_alarms', 'desk')).toMatchObject({ value: 0, of: 1 });
  });

  it('are missed when none came, and an alert 16 minutes late is none', () => {
    const run = storm();
    run.raise(46, 'desk', 'blue');
    run.ends(240);
    expect(run.line('alert_hits')).toMatchObject({ value: 0, count: 0, of: 3 });
    expect(run.line('alert_lead_time', null, 'blue')).toMatchObject({ value: null, count: 0, of: 1 });
  });

  it('that only lower what stands are no alarms; one near the end is undecided', () => {
    const run = storm();
    run.raise(85, 'lead', 'orange');
    run.raise(130, 'lead', 'blue');
    run.raise(200, 'lead', 'red');
    run.ends(240);
    expect(run.line('alert_false_alarms')).toMatchObject({ value: 0, of: 1 });
  });

  it('are nothing to measure in a run of executives who raised none', () => {
    const run = new RunSketch().played('chief').heat([30, 90]).ends(240);
    expect(run.line('alert_hits')).toMatchObject({ value: null, of: 0 });
    expect(run.line('alert_false_alarms')).toMatchObject({ value: null, of: 0 });
  });
});

describe('quality of thresholds', () => {
  const set = (run: RunSketch, minute: number, level: 'blue' | 'orange' | 'red', value: number) =>
    run.act(minute, 'desk', { kind: 'set_threshold', measure: 'volume', level, value });

  it('weighs right alarms and foretold levels against all alarms and levels', () => {
    const run = storm();
    const a = set(run, 1, 'orange', 400); // sounds at 60, orange at 90: right and foretold
    const b = set(run, 2, 'red', 600); // sounds at 90, red never: wrong alarm
    const c = set(run, 3, 'blue', 5000); // never sounds, blue at 30: not foretold
    run.ends(240);
    // 2 of 2 alarms and levels, 0 of 1, 0 of 1
    expect(run.line('threshold_quality', 'desk')).toMatchObject({
      value: 0.5,
      count: 2,
      of: 4,
      evidence: [a, b, c],
    });
  });

  it('sounds again only after the measure fell below four fifths of the value', () => {
    const run = new RunSketch().played('desk');
    run.heat([0, 5], [10, 22], [20, 19], [30, 22], [40, 10], [50, 22]); // volume 220, 190, 220, 100, 220
    set(run, 1, 'red', 200);
    run.ends(300);
    expect(run.line('threshold_quality')).toMatchObject({ value: 0, count: 0, of: 2 });
  });

  it('is null without thresholds', () => {
    expect(storm().ends(240).line('threshold_quality')).toMatchObject({ value: null, of: 0 });
  });
});
