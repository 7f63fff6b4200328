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

describe('edges of alerts and thresholds', () => {
  it('a level is reached at its very heat; an alert more than an hour before is none', () => {
    const run = new RunSketch().played('desk').heat([0, 5], [90, 20]);
    run.raise(29, 'desk', 'blue');
    run.heat([200, 5]).ends(240);
    expect(run.line('alert_hits')).toMatchObject({ value: 0, of: 1 });
    expect(run.line('alert_false_alarms')).toMatchObject({ value: 1, of: 1 });
    const hour = new RunSketch().played('desk').heat([0, 5], [90, 20]);
    hour.raise(30, 'desk', 'blue');
    hour.ends(240);
    expect(hour.line('alert_hits')).toMatchObject({ value: 1, of: 1 });
    expect(hour.line('alert_lead_time', null, 'blue')).toMatchObject({ value: 60 });
  });

  it('raising what already stands is no new alarm', () => {
    const run = storm();
    run.raise(20, 'desk', 'blue');
    run.raise(40, 'lead', 'blue');
    run.ends(240);
    expect(run.line('alert_false_alarms')).toMatchObject({ value: 0, of: 1 });
    expect(run.line('alert_false_alarms', 'lead')).toBeUndefined();
  });

  it('an alert sent twice in one second is one', () => {
    const run = storm();
    const first = run.raise(25, 'desk', 'blue');
    run.entry(25, 'seat:desk', { kind: 'raise_alert', level: 'blue', reason: 'again' });
    expect(run.ends(240).line('alert_false_alarms')).toMatchObject({ of: 1, evidence: [first] });
  });

  const set = (run: RunSketch, minute: number, value: number) =>
    run.act(minute, 'desk', { kind: 'set_threshold', measure: 'volume', level: 'yellow', value });

  it('a threshold sounds at its very value and only until it is replaced', () => {
    const run = new RunSketch().played('desk').heat([0, 5], [20, 30], [40, 45]);
    set(run, 1, 300); // sounds at 20, yellow at 40: right, but yellow came after it was replaced
    set(run, 30, 2000); // never sounds, yellow at 40 not foretold
    run.ends(240);
    expect(run.line('threshold_quality')).toMatchObject({ value: 0.5, count: 1, of: 2 });
  });

  it('a replaced threshold no longer sounds', () => {
    const run = new RunSketch().played('desk').heat([0, 5], [20, 30], [100, 5], [110, 30]);
    set(run, 1, 900);
    set(run, 10, 100); // sounds at 20 and 110
    run.ends(240);
    expect(run.line('threshold_quality')).toMatchObject({ value: 0, of: 2 });
    const first = new RunSketch().played('desk').heat([0, 5], [20, 30], [100, 5], [110, 30]);
    set(first, 1, 100); // sounds at 20
    set(first, 50, 900);
    first.ends(240);
    expect(first.line('threshold_quality')).toMatchObject({ value: 0, of: 1 });
  });

  it('a level that was reached before the threshold was set, or before it sounded, was not foretold', () => {
    const late = new RunSketch().played('desk').heat([0, 5], [20, 45], [60, 10]);
    set(late, 30, 900);
    expect(late.ends(240).line('threshold_quality')).toMatchObject({ value: null, of: 0 });
    const deaf = new RunSketch().played('desk').heat([0, 5], [20, 45], [60, 50]);
    set(deaf, 1, 480); // sounds at 60, when yellow had long come: right alarm, level not foretold
    expect(deaf.ends(240).line('threshold_quality')).toMatchObject({ value: 0.5, count: 1, of: 2 });
  });
});
