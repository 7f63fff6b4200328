import { STATEMENT_ELEMENTS } from '@readyroom/contract';
import { RunSketch } from './testing/run-sketch.js';

const FULL = STATEMENT_ELEMENTS.slice(0, 4);
const started = () => new RunSketch().played('lead', 'chief').inject(5, 'spark', 'feed');

describe('time to first statement and golden windows', () => {
  it.each([
    { at: 65, value: 60, met: true },
    { at: 65.5, value: 60.5, met: false },
  ])('when published at minute $at it should be $value minutes', ({ at, value, met }) => {
    const run = started();
    const seq = run.publish(at, 'chief', 's1', 1);
    run.publish(at + 10, 'chief', 's2', 1);
    run.ends(600);
    expect(run.line('time_to_first_statement')).toMatchObject({
      value,
      met,
      count: 1,
      of: 1,
      target: { value: 60, basis: 'public_statement_60_min' },
      evidence: [seq],
    });
    expect(run.line('golden_window', null, 'information')).toMatchObject({
      value,
      met: true,
      target: { value: 300, basis: 'authoritative_information_5_h' },
    });
  });

  it('takes as full account the first statement with the four elements of transparency', () => {
    const run = started();
    run.publish(30, 'chief', 's1', 1, FULL.slice(1));
    const full = run.publish(95, 'chief', 's2', 1, [...FULL, 'apology']);
    run.ends(600);
    expect(run.line('golden_window', null, 'full_account')).toMatchObject({
      value: 90,
      met: true,
      target: { value: 1440, basis: 'press_conference_24_h' },
      evidence: [full],
    });
  });

  it('is missed without a value when no statement came, and undecided while it still could', () => {
    const run = started().ends(90);
    expect(run.line('time_to_first_statement')).toMatchObject({ value: null, met: false, count: 0, of: 1 });
    expect(run.line('golden_window', null, 'information')).toMatchObject({ value: null, met: null, of: 0 });
  });

  it('measures nothing when nobody who may publish was played or a simulated seat was first', () => {
    const alone = new RunSketch().played('desk').inject(5, 'spark', 'feed').ends(200);
    expect(alone.line('time_to_first_statement')).toMatchObject({ value: null, met: null, of: 0 });
    const late = started().statement(20, 'chief', 's0', 1, 'published');
    late.publish(50, 'chief', 's1', 1);
    expect(late.line('time_to_first_statement')).toMatchObject({ value: null, met: null, of: 0 });
  });

  it('starts with the first scripted post where that comes before the first feed inject', () => {
    const run = new RunSketch().played('chief').post(1, 'g1-1').post(3, 'p1').inject(5, 'spark', 'feed');
    run.publish(13, 'chief', 's1', 1);
    expect(run.line('time_to_first_statement')).toMatchObject({ value: 10 });
  });
});

describe('spread race', () => {
  const press = (run: RunSketch, minute: number) =>
    run.post(minute, 'p5', {}, { channelKind: 'news', from: { kind: 'persona', key: 'daily' } as never });

  it.each([
    { statement: 40, pickup: 70, value: 30, met: true },
    { statement: 80, pickup: 70, value: -10, met: false },
  ])('when statement at $statement and press at $pickup it should be $value', (c) => {
    const run = press(started(), c.pickup);
    run.publish(c.statement, 'chief', 's1', 1);
    run.ends(120);
    expect(run.line('spread_race')).toMatchObject({
      value: c.value,
      met: c.met,
      target: { value: 0, better: 'at_least', basis: 'before_media_pickup' },
    });
  });

  it('is lost without a value when no statement came, and no race when the press began or never wrote', () => {
    expect(press(started(), 70).ends(120).line('spread_race')).toMatchObject({
      value: null,
      met: false,
      of: 1,
    });
    expect(started().ends(120).line('spread_race')).toMatchObject({ value: null, met: null, of: 0 });
    const begun = press(new RunSketch().played('chief'), 2);
    begun.publish(20, 'chief', 's1', 1);
    expect(begun.line('spread_race')).toMatchObject({ value: null, met: null, of: 0 });
  });
});

describe('versions and approval', () => {
  it('counts versions up to publication and the minutes until each approver answered', () => {
    const run = started();
    const draft = (minute: number, version: number) => {
      run.statement(minute, 'lead', 's1', version, 'draft');
      return run.entry(minute, 'seat:lead', {
        kind: 'draft_statement',
        statement: 's1',
        strategy: 'inform',
        elements: [],
        outlets: ['microblog'],
        text: 'text',
      });
    };
    const d1 = draft(10, 1);
    run.statement(12, 'lead', 's1', 1, 'submitted', 'chief');
    run.statement(20, 'chief', 's1', 1, 'returned');
    const back = run.entry(20, 'seat:chief', {
      kind: 'return_statement',
      statement: 's1',
      version: 1,
      reason: 'no',
    }); // 8
    const d2 = draft(22, 2);
    run.statement(24, 'lead', 's1', 2, 'submitted', 'chief');
    run.statement(28, 'chief', 's1', 2, 'approved');
    const yes = run.entry(28, 'seat:chief', { kind: 'approve_statement', statement: 's1', version: 2 }); // 4
    const out = run.publish(30, 'chief', 's1', 2);
    run.ends(120);

    expect(run.line('statement_versions')).toMatchObject({
      value: 2,
      unit: 'count',
      evidence: [d1, d2, out],
    });
    expect(run.line('approval_minutes')).toMatchObject({ value: 6, count: 2, evidence: [back, yes] });
    expect(run.line('approval_minutes', 'chief')).toMatchObject({ value: 6 });
    expect(run.line('approval_minutes', 'lead')).toBeUndefined();
  });

  it('counts a version that nobody answered as never, unless a newer one replaced it', () => {
    const run = started().statement(10, 'lead', 's1', 1, 'submitted', 'chief');
    expect(run.line('approval_minutes')).toMatchObject({ value: null, count: 0, of: 0 });
    run.ends(120);
    expect(run.line('approval_minutes', 'chief')).toMatchObject({ value: null, count: 0, of: 1 });
    run.statement(20, 'lead', 's1', 2, 'draft');
    expect(run.line('approval_minutes')).toMatchObject({ value: null, count: 0, of: 0 });
  });
});

describe('edges of statements', () => {
  const draft = (run: RunSketch, minute: number, version: number) => {
    run.statement(minute, 'lead', 's1', version, 'draft', 'chief');
    return run.entry(minute, 'seat:lead', {
      kind: 'draft_statement',
      statement: 's1',
      strategy: 'inform',
      elements: [],
      outlets: ['microblog'],
      text: 'text',
    });
  };

  it('three of the four elements are no full account', () => {
    const run = started();
    run.publish(30, 'chief', 's1', 1, FULL.slice(0, 3));
    run.ends(600);
    expect(run.line('golden_window', null, 'full_account')).toMatchObject({ value: null, of: 0 });
  });

  it('drafts after the publication are no evidence of its version; a draft asks nobody', () => {
    const run = started();
    const first = draft(run, 10, 1);
    const out = run.publish(20, 'chief', 's1', 1);
    draft(run, 30, 2);
    run.ends(120);
    expect(run.line('statement_versions')).toMatchObject({ value: 1, evidence: [first, out] });
    expect(run.line('approval_minutes')).toMatchObject({ value: null, of: 0 });
  });
});
