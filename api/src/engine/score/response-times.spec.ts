import { RunSketch } from './testing/run-sketch.js';
import { expectedAction, tinyScenario } from './testing/tiny-scenario.js';

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

describe('edges of response times', () => {
  it('an answer in the second of delivery takes no time, and 15 minutes to the end make a never', () => {
    const run = new RunSketch().played('desk', 'lead').inject(105, 'call', ['desk', 'lead']);
    run.acknowledge(105, 'desk', 'call');
    run.ends(120);
    expect(run.line('time_to_acknowledge', 'desk')).toMatchObject({ value: 0 });
    expect(run.line('time_to_acknowledge', 'lead')).toMatchObject({ value: null, met: false, of: 1 });
  });

  it('an acknowledgement sent twice counts once', () => {
    const run = new RunSketch().played('desk').inject(10, 'call', ['desk']);
    const first = run.acknowledge(12, 'desk', 'call');
    run.entry(12, 'seat:desk', { kind: 'acknowledge', what: 'call' });
    expect(run.line('time_to_acknowledge')).toMatchObject({ value: 2, of: 1, evidence: [first] });
  });

  it('a seat is played when it acted, whether or not an event said so', () => {
    const run = new RunSketch().inject(10, 'call', ['desk', 'lead']);
    run.acknowledge(11, 'desk', 'call');
    run.ends(120);
    expect(run.score().seats.map((s) => s.seat)).toEqual(['desk']);
    expect(run.line('time_to_acknowledge')).toMatchObject({ value: 1, of: 1 });
  });

  it('what reaches a seat while nobody sits there, or is left there unanswered, is nobody’s omission', () => {
    const run = new RunSketch().played('desk').inject(10, 'call', ['desk', 'lead']);
    run.tell(20, { kind: 'seat', seat: 'desk', played: false });
    run.inject(30, 'e', ['desk']).tell(40, { kind: 'seat', seat: 'desk', played: true });
    run.inject(50, 'f', ['desk']).ends(120);
    expect(run.line('time_to_acknowledge', 'desk')).toMatchObject({ value: null, count: 0, of: 1 });
  });

  it('a matter is visible from its first worthy post on; 10 minutes to the end make a never', () => {
    const run = new RunSketch().played('desk', 'lead');
    run.post(5, 'p1', { group: 'leak' }).post(10, 'p2', { group: 'leak', escalate: true });
    run.triage(7, 'desk', 'p1', { escalate: true }); // before there was anything to escalate
    run.message(11, 'lead', 'm1', ['desk'], 'p2'); // down
    const up = run.message(13, 'desk', 'm2', ['lead'], 'p1');
    run.post(110, 'p3', { escalate: true }).ends(120);
    expect(run.line('time_to_escalate', 'desk')).toMatchObject({ value: 3, of: 1, evidence: [up] });
    expect(run.line('time_to_escalate')).toMatchObject({ value: null, count: 1, of: 2 });
  });

  it('two seats asked by one inject have the shorter time as the target of the run', () => {
    const scenario = tinyScenario();
    scenario.items[1]!.expected.push(expectedAction('escalate', 'lead', 6, 'chief'));
    const run = new RunSketch(scenario).played('desk', 'lead').inject(10, 'call', ['desk', 'lead']);
    run.tell(10, told(run, 'open')).tell(14, told(run, 'met'));
    run.expects(10, 'call', 'escalate', 'open');
    run.message(14, 'lead', 'm1', ['chief']);
    run.message(18, 'desk', 'm2', ['lead']);
    run.expects(18, 'call', 'escalate', 'met').ends(120);
    expect(run.line('time_to_escalate', null, 'call')).toMatchObject({ value: 6, target: { value: 6 } });
    expect(run.line('time_to_escalate', 'lead', 'call')).toMatchObject({ value: 4, met: true });
    expect(run.line('time_to_escalate', 'desk', 'call')).toMatchObject({ value: 8, target: { value: 10 } });
  });
});

function told(run: RunSketch, state: 'open' | 'met') {
  const { id, seat, what } = run.scenario.items[1]!.expected.at(-1)!;
  return { kind: 'expectation', expected: id, inject: 'call', seat, what, state, dueAt: 960 } as const;
}
