import { RunSketch } from './testing/run-sketch.js';

const expired = (run: RunSketch, minute: number, card: string) =>
  run.tell(minute, {
    kind: 'card_closed',
    card,
    seat: 'chief',
    option: 'wait',
    by: 'time',
    confidence: null,
    rationale: null,
    consequence: { zh: '无', en: 'none' },
  });

describe('decisions', () => {
  it('are shared out over the grades of the author, with a squared error of confidence', () => {
    const run = new RunSketch().played('chief');
    const strong = run.decide(10, 'go', 'tell', 90); // (0.9 - 1)² = 0.01
    const middling = run.decide(20, 'stay', 'ask', 80); // (0.8 - 0.5)² = 0.09
    expired(run, 30, 'leave').ends(60);

    const share = (part: string) => run.line('decision_quality', 'chief', part);
    expect(share('strong')).toMatchObject({ value: 0.3333, count: 1, of: 3, evidence: [strong] });
    expect(share('acceptable')).toMatchObject({ value: 0.3333, evidence: [middling] });
    expect(share('weak')).toMatchObject({ value: 0, count: 0, of: 3 });
    expect(share('expired')).toMatchObject({ value: 0.3333, count: 1, evidence: [] });
    expect(run.line('decision_calibration')).toMatchObject({
      value: 0.05,
      unit: 'squared_error',
      count: 2,
      evidence: [strong, middling],
    });
  });

  it('that are weak and sure cost the full error', () => {
    const run = new RunSketch().played('chief');
    run.decide(10, 'go', 'wait', 100);
    expect(run.line('decision_calibration', 'chief')).toMatchObject({ value: 1 });
    expect(run.line('decision_quality', null, 'weak')).toMatchObject({ value: 1 });
  });

  it('leave nothing to measure when no card closed', () => {
    const run = new RunSketch().played('chief').ends(60);
    expect(run.line('decision_calibration')).toMatchObject({ value: null, of: 0 });
    expect(run.line('decision_quality', null, 'strong')).toMatchObject({ value: null, of: 0 });
  });
});

it('cards of a seat that nobody plays are not anybody’s decisions', () => {
  const run = new RunSketch().played('desk');
  expired(run, 30, 'leave');
  expect(run.line('decision_quality', null, 'expired')).toMatchObject({ value: null, of: 0 });
});

it('what somebody decided counts even when they left the seat in the same second', () => {
  const run = new RunSketch();
  run.tell(0, { kind: 'seat', seat: 'chief', played: true });
  const decided = run.decide(10, 'go', 'tell', 90);
  run.tell(10, { kind: 'seat', seat: 'chief', played: false });
  expired(run, 30, 'leave').ends(60);
  expect(run.line('decision_quality', 'chief', 'strong')).toMatchObject({ value: 1, evidence: [decided] });
});
