import { RunSketch } from '../testing/run-sketch.js';

/** Seven posts: a pressing group of three, one urgent, one high, two for nobody. */
function feed(): RunSketch {
  const run = new RunSketch().played('desk');
  for (const [i, id] of ['p1', 'p2', 'p3'].entries())
    run.post(10 + i, id, { class: 'harm', priority: 'urgent', escalate: true, group: 'leak' });
  run.post(14, 'p4', { class: 'press', priority: 'high' });
  run.post(15, 'p5', { class: 'rumour', priority: 'urgent' });
  return run.post(16, 'p6', {}).post(17, 'p7', {});
}

describe('triage of a known feed', () => {
  const run = feed();
  const seqs = [
    run.triage(12, 'desk', 'p1', { class: 'harm', priority: 'urgent', escalate: true }), // right, 2 min
    run.triage(15, 'desk', 'p2', { class: 'complaint', priority: 'normal', duplicateOf: 'p1' }), // wrong class, 4 min
    run.triage(18, 'desk', 'p6', { class: 'noise', priority: 'high' }), // flagged for nothing, 2 min
    run.triage(21, 'desk', 'p7', { class: 'noise', priority: 'low', duplicateOf: 'p6' }), // wrong pair, 4 min
    run.triage(22, 'desk', 'p4', { class: 'press', priority: 'normal' }), // 8 min, corrected below
    run.triage(24, 'desk', 'p4', { class: 'press', priority: 'high' }),
  ];
  run.ends(120);
  const line = (key: Parameters<RunSketch['line']>[0], seat: string | null = null) => run.line(key, seat);

  it('accuracy is the share of right classes', () => {
    expect(line('triage_accuracy')).toMatchObject({ value: 0.8, count: 4, of: 5, evidence: seqs });
  });

  it('precision is the share of flagged posts that are pressing', () => {
    // flagged: p1, p6, p4; pressing: p1, p4
    expect(line('triage_precision', 'desk')).toMatchObject({ value: 0.6667, count: 2, of: 3 });
  });

  it('recall is the share of pressing matters of which a post was flagged', () => {
    // matters: leak, p4, p5; found: leak by p1, p4
    expect(line('triage_recall')).toMatchObject({
      value: 0.6667,
      count: 2,
      of: 3,
      evidence: [seqs[0], seqs[4], seqs[5]],
    });
    expect(line('triage_f1')).toMatchObject({ value: 0.6667 });
    expect(line('triage_recall', 'desk')).toMatchObject({ value: 0.6667 });
  });

  it('duplicates are counted by pairs among the posts looked at', () => {
    // said: p1-p2, p6-p7; same among p1 p2 p4 p6 p7: p1-p2
    expect(line('duplicate_precision')).toMatchObject({ value: 0.5, count: 1, of: 2 });
    expect(line('duplicate_recall')).toMatchObject({ value: 1, count: 1, of: 1 });
    expect(line('duplicate_pair_f1')).toMatchObject({ value: 0.6667, count: 2, of: 3 });
  });

  it('an inversion is a less pressing post handled while a more pressing one waited', () => {
    // Handled p1@12 p2@15 p6@18 p7@21 p4@22. Choices: p4 was visible from 14 when p2 (urgent) was handled at 15: in order.
    // p6 (low, 18) and p7 (low, 21) before p4 (high): inverted.
    expect(line('priority_inversions')).toMatchObject({ value: 2, count: 2, of: 3, unit: 'count' });
  });

  it('the median time is of first looks', () => {
    expect(line('triage_median_minutes')).toMatchObject({
      value: 4,
      count: 5,
      of: 5,
      evidence: seqs.slice(0, 5),
    });
  });
});

describe('triage with little to go on', () => {
  it('when a front-line seat let everything pass, recall is a true 0 and precision has nothing to measure', () => {
    const run = feed().ends(120);
    expect(run.line('triage_recall')).toMatchObject({ value: 0, count: 0, of: 3 });
    expect(run.line('triage_f1')).toMatchObject({ value: 0 });
    expect(run.line('triage_precision')).toMatchObject({ value: null, of: 0 });
    expect(run.line('triage_accuracy')).toMatchObject({ value: null, of: 0 });
    expect(run.line('duplicate_pair_f1')).toMatchObject({ value: null, of: 0 });
    expect(run.line('priority_inversions')).toMatchObject({ value: null, of: 0 });
    expect(run.line('triage_median_minutes')).toMatchObject({ value: null, of: 0 });
  });

  it('when triage was nobody’s job there is nothing to measure', () => {
    const run = new RunSketch().played('chief').post(10, 'p1', { priority: 'urgent' }).ends(120);
    expect(run.line('triage_recall')).toMatchObject({ value: null, of: 0 });
    expect(run.line('time_to_escalate')).toMatchObject({ value: null, of: 0 });
  });

  it('pressing posts of the last ten minutes are left out unless found', () => {
    const run = new RunSketch().played('desk').post(111, 'p1', { priority: 'urgent' });
    run.post(112, 'p2', { priority: 'urgent' });
    run.triage(115, 'desk', 'p2', { priority: 'urgent' });
    run.ends(120);
    expect(run.line('triage_recall')).toMatchObject({ value: 1, count: 1, of: 1 });
  });

  it('posts without truth count for nothing', () => {
    const run = new RunSketch().played('desk').post(10, 'i-spark');
    run.triage(12, 'desk', 'i-spark', { priority: 'urgent' });
    run.triage(12, 'desk', 'unseen', { priority: 'urgent' });
    expect(run.line('triage_accuracy')).toMatchObject({ value: null, of: 0 });
  });

  it('two seats share one desk: recall is the team’s, precision each seat’s', () => {
    const run = new RunSketch()
      .played('desk', 'lead')
      .post(10, 'p1', { priority: 'urgent' })
      .post(10, 'p2', {});
    run.triage(12, 'desk', 'p1', { priority: 'urgent' });
    run.triage(12, 'lead', 'p2', { priority: 'urgent' });
    run.ends(60);
    expect(run.line('triage_recall')).toMatchObject({ value: 1 });
    expect(run.line('triage_recall', 'desk')).toBeUndefined();
    expect(run.line('triage_precision', 'desk')).toMatchObject({ value: 1 });
    expect(run.line('triage_precision', 'lead')).toMatchObject({ value: 0 });
    expect(run.line('triage_precision')).toMatchObject({ value: 0.5 });
  });
});

it('pressing posts of ten minutes before the end count', () => {
  const run = new RunSketch().played('desk').post(110, 'p1', { priority: 'urgent' }).ends(120);
  expect(run.line('triage_recall')).toMatchObject({ value: 0, of: 1 });
});

it('a triage that was refused does not pass for another of the same second', () => {
  const run = new RunSketch().played('desk').post(1, 'p1', { group: 'a' }).post(1, 'p2', { group: 'a' });
  run.entry(5, 'seat:desk', {
    kind: 'triage',
    post: 'p1',
    class: 'noise',
    priority: 'low',
    duplicateOf: 'p2',
    escalate: false,
  });
  const counted = run.triage(5, 'desk', 'p1');
  expect(run.line('triage_accuracy')).toMatchObject({ of: 1, evidence: [counted] });
  expect(run.line('duplicate_precision')).toMatchObject({ value: null, of: 0 });
});
