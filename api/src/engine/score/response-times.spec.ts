import { RunSketch } from './testing/run-sketch.js';

describe('time to acknowledge', () => {
  it('is the median over injects and seats, from delivery to acknowledgement or decision', () => {
    const run = new RunSketch().played('desk', 'lead', 'chief').inject(10, 'call', ['desk', 'lead']);
    const a = run.acknowledge(14, 'desk', 'call'); // 4
    const b = run.acknowledge(22, 'lead', 'call'); // 12
    run.inject(30, 'ask', ['chief']);
    const c = run.decide(51, 'go', 'tell', 80); // 21
    run.ends(120);

    expect(run.line('time_to_acknowledge')).toEqual({
      key: 'time_to_acknowledge',
      part: null,
      seat: null,
      unit: 'minutes',
      value: 12,
      target: { value: 15, better: 'at_most', basis: 'public_acknowledgement_15_min' },
      met: true,
      count: 3,
      of: 3,
      evidence: [a, b, c],
    });
    expect(run.line('time_to_acknowledge', 'desk')).toMatchObject({ value: 4, met: true, count: 1, of: 1 });
    expect(run.line('time_to_acknowledge', 'chief')).toMatchObject({ value: 21, met: false });
  });

  it('counts what is never acknowledged as later than everything, once its 15 minutes are over', () => {
    const run = new RunSketch().played('desk', 'lead').inject(10, 'call', ['desk', 'lead']);
    run.inject(20, 'e', ['lead']).inject(110, 'f', ['lead']);
    run.acknowledge(14, 'desk', 'call');
    run.ends(120);

    // Observations: 4, never, never; f is still open.
    expect(run.line('time_to_acknowledge')).toMatchObject({ value: null, met: false, count: 1, of: 3 });
    expect(run.line('time_to_acknowledge', 'lead')).toMatchObject({
      value: null,
      met: false,
      count: 0,
      of: 2,
    });
  });

  it('leaves out seats that nobody plays, injects for the feed, and refused acknowledgements', () => {
    const run = new RunSketch()
      .played('desk')
      .inject(5, 'spark', 'feed')
      .inject(10, 'call', ['desk', 'lead']);
    run.entry(11, 'seat:desk', { kind: 'acknowledge', what: 'call' }); // left no trace
    const counted = run.acknowledge(13, 'desk', 'call');
    run.ends(120);

    expect(run.line('time_to_acknowledge')).toMatchObject({ value: 3, count: 1, of: 1, evidence: [counted] });
  });

  it('is null when nothing was delivered', () => {
    expect(new RunSketch().played('desk').ends(60).line('time_to_acknowledge')).toMatchObject({
      value: null,
      met: null,
      count: 0,
      of: 0,
      evidence: [],
    });
  });
});

describe('hand-off latency', () => {
  it('is the median by direction from sending to acknowledgement of each receiver', () => {
    const run = new RunSketch().played('desk', 'lead', 'chief');
    const m1 = run.message(10, 'desk', 'm1', ['lead', 'chief']);
    const a1 = run.acknowledge(12, 'lead', 'm1'); // 2
    const a2 = run.acknowledge(19, 'chief', 'm1'); // 9
    run.message(30, 'chief', 'm2', ['desk']);
    run.acknowledge(30.5, 'desk', 'm2'); // 0.5
    run.ends(120);

    expect(run.line('hand_off_latency', null, 'up')).toMatchObject({
      value: 5.5,
      count: 2,
      of: 2,
      target: null,
      met: null,
      evidence: [m1, a1, a2],
    });
    expect(run.line('hand_off_latency', 'chief', 'up')).toMatchObject({ value: 9 });
    expect(run.line('hand_off_latency', null, 'down')).toMatchObject({ value: 0.5, count: 1 });
    expect(run.line('hand_off_latency', null, 'sideways')).toMatchObject({ value: null, of: 0 });
  });
});

describe('time to escalate', () => {
  it('runs from the first worthy post of a matter to the first escalation, by triage or message up', () => {
    const run = new RunSketch().played('desk', 'lead');
    run.post(10, 'p1', { escalate: true, group: 'leak' }).post(12, 'p2', { escalate: true, group: 'leak' });
    run.post(20, 'p3', { escalate: true }).post(30, 'p4', { priority: 'urgent' });
    const first = run.triage(17, 'desk', 'p2', { escalate: true }); // 7
    run.triage(18, 'desk', 'p1', { escalate: true });
    const second = run.message(23, 'desk', 'm1', ['lead'], 'p3'); // 3
    run.message(24, 'lead', 'm2', ['desk'], 'p3'); // down: no escalation
    run.ends(120);

    expect(run.line('time_to_escalate')).toMatchObject({
      value: 5,
      count: 2,
      of: 2,
      evidence: [first, second],
    });
    expect(run.line('time_to_escalate', 'desk')).toMatchObject({ value: 5 });
  });

  it('takes the minutes of the scenario as target where an inject asks for it', () => {
    const run = new RunSketch().played('desk', 'lead').inject(10, 'call', ['desk', 'lead']);
    run.expects(10, 'call', 'escalate', 'open');
    const up = run.message(18, 'desk', 'm1', ['lead']);
    run.expects(18, 'call', 'escalate', 'met').ends(120);

    expect(run.line('time_to_escalate', 'desk', 'call')).toMatchObject({
      value: 8,
      target: { value: 10, better: 'at_most', basis: 'scenario_expected' },
      met: true,
      evidence: [up],
    });
  });
});
