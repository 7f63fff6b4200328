import { finalOfRatings, suggestedRating } from './objectives.js';
import { RunSketch } from './testing/run-sketch.js';
import { expectedAction, tinyScenario } from './testing/tiny-scenario.js';

describe('the suggested rating', () => {
  it.each([
    { met: 3, late: 0, missed: 0, rating: 'P' },
    { met: 2, late: 1, missed: 0, rating: 'S' }, // 2.5 / 3
    { met: 3, late: 0, missed: 1, rating: 'S' }, // exactly 75 %
    { met: 2, late: 0, missed: 1, rating: 'M' }, // 66.7 %
    { met: 2, late: 0, missed: 3, rating: 'M' }, // exactly 40 %
    { met: 0, late: 1, missed: 0, rating: 'M' }, // 50 %
    { met: 1, late: 0, missed: 2, rating: 'U' }, // 33.3 %
    { met: 0, late: 0, missed: 1, rating: 'U' },
    { met: 0, late: 0, missed: 0, rating: null },
  ])('of $met met, $late late, $missed missed is $rating', ({ met, late, missed, rating }) => {
    expect(suggestedRating(met, late, missed)).toBe(rating);
  });
});

describe('the rating of evaluators', () => {
  const of = (...ratings: ('P' | 'S' | 'M' | 'U')[]) =>
    finalOfRatings(ratings.map((rating, i) => ({ seat: `s${i}`, rating })));

  it('is the median of the seats, the worse of two middle ones', () => {
    expect(of('P', 'U', 'S')).toBe('S');
    expect(of('P', 'U')).toBe('U');
    expect(of('P', 'S', 'M', 'M')).toBe('M');
    expect(of()).toBeNull();
  });

  it('is the word on the whole where there is one', () => {
    expect(
      finalOfRatings([
        { seat: 'desk', rating: 'U' },
        { seat: null, rating: 'S' },
      ]),
    ).toBe('S');
  });
});

/** Objective truth: escalate met, sit-rep late, decide missed. */
function drill(): { run: RunSketch; up: number; sitrep: number } {
  const run = new RunSketch().played('desk', 'lead', 'chief').inject(10, 'call', ['desk', 'lead']);
  run.expects(10, 'call', 'escalate', 'open').expects(10, 'call', 'sitrep', 'open');
  run.inject(12, 'ask', ['chief']).expects(12, 'ask', 'decide', 'open');
  const up = run.message(15, 'desk', 'm1', ['lead']);
  run.expects(15, 'call', 'escalate', 'met');
  run.expects(32, 'ask', 'decide', 'missed').expects(40, 'call', 'sitrep', 'missed');
  const sitrep = run.act(45, 'desk', {
    kind: 'file_sitrep',
    sitrep: 'r1',
    to: ['lead'],
    posts: [],
    text: 'text',
  });
  run.ends(120);
  return { run, up, sitrep };
}

describe('scores of objectives', () => {
  it('count met, late and missed, name the entries and say why', () => {
    const { run, up, sitrep } = drill();
    const truth = run.score().objectives.find((o) => o.objective === 'truth')!;
    expect(truth).toMatchObject({
      met: 1,
      late: 1,
      missed: 1,
      suggestion: 'M', // 1.5 / 3
      final: 'M',
      finalBy: 'log',
      weak: true,
      course: 'early-warning',
      evidence: [up, sitrep],
    });
    expect(truth.why).toMatchObject([
      {
        code: 'met_in_time',
        values: { kind: 'escalate', seat: 'desk', inject: 'call', within: 10 },
        evidence: [up],
      },
      { code: 'met_late', values: { kind: 'sitrep' }, evidence: [sitrep] },
      { code: 'missed', values: { kind: 'decide', seat: 'chief' }, evidence: [] },
    ]);
  });

  it('follow the evaluators, whose later word replaces the earlier', () => {
    const { run } = drill();
    run.rate(50, 'truth', null, 'U');
    const last = run.rate(51, 'truth', null, 'P');
    const truth = run.score().objectives.find((o) => o.objective === 'truth')!;
    expect(truth).toMatchObject({ suggestion: 'M', final: 'P', finalBy: 'evaluators', weak: false });
    expect(truth.ratings).toEqual([{ seq: last, seat: null, rating: 'P', note: '' }]);
    expect(run.line('rubric', null, 'P')).toMatchObject({ value: 1, count: 1, of: 1, evidence: [last] });
    expect(run.line('rubric', null, 'U')).toMatchObject({ value: 0, of: 1 });
  });

  it('are there for each seat that had a part', () => {
    const { run } = drill();
    const seats = new Map(run.score().seats.map((s) => [s.seat, s]));
    expect(seats.get('desk')!.objectives.map((o) => [o.objective, o.met, o.late, o.missed])).toEqual([
      ['speed', 1, 1, 0],
      ['truth', 1, 1, 0],
    ]);
    expect(seats.get('chief')!.objectives).toMatchObject([
      { objective: 'truth', suggestion: 'U', weak: true },
    ]);
    expect(seats.get('lead')!.objectives).toEqual([]);
  });

  it('say nothing where nothing was asked', () => {
    const { run } = drill();
    expect(run.score().objectives.find((o) => o.objective === 'care')).toMatchObject({
      suggestion: null,
      final: null,
      finalBy: null,
      weak: false,
      why: [{ code: 'nothing_to_measure' }],
    });
  });

  it('expected actions met are a share of those decided', () => {
    const { run, up, sitrep } = drill();
    expect(run.line('expected_actions_met')).toMatchObject({
      value: 0.3333,
      met: false,
      count: 1,
      of: 3,
      evidence: [up, sitrep],
    });
    expect(run.line('expected_actions_met', 'desk')).toMatchObject({ value: 0.5, of: 2 });
  });
});

it('a rating that a player sends rates nothing', () => {
  const { run } = drill();
  run.entry(60, 'seat:desk', { kind: 'rate', objective: 'truth', seat: null, rating: 'P', note: '' });
  expect(run.score().objectives.find((o) => o.objective === 'truth')!.ratings).toEqual([]);
});

describe('what counts as the expected action', () => {
  it('is not what came before it was asked, and late only what came after its time', () => {
    const run = new RunSketch().played('desk', 'lead');
    run.message(5, 'desk', 'm0', ['lead']);
    run.inject(10, 'call', ['desk', 'lead']).expects(10, 'call', 'escalate', 'open');
    run.expects(20, 'call', 'escalate', 'missed').ends(120);
    expect(run.score().objectives[0]).toMatchObject({ met: 0, late: 0, missed: 1, evidence: [] });
    const late = run.message(25, 'desk', 'm1', ['lead']);
    expect(run.score().objectives[0]).toMatchObject({ late: 1, missed: 0, evidence: [late] });
  });

  it('is asked only of seats that were played', () => {
    const run = new RunSketch().played('lead').inject(10, 'call', ['desk', 'lead']);
    run.expects(10, 'call', 'escalate', 'open').expects(20, 'call', 'escalate', 'missed').ends(120);
    expect(run.line('expected_actions_met')).toMatchObject({ value: null, of: 0 });
  });

  const lateOf = (
    kind: 'raise_alert' | 'correction' | 'message',
    to: string | undefined,
    act: (run: RunSketch) => unknown,
  ) => {
    const scenario = tinyScenario();
    scenario.items[1]!.expected = [expectedAction(kind, 'lead', 10, to)];
    const run = new RunSketch(scenario).played('lead').inject(10, 'call', ['lead']);
    run.expects(10, 'call', kind, 'open').expects(20, 'call', kind, 'missed');
    act(run);
    return run.ends(120).score().objectives[0]!.late;
  };

  it('is a message to the seat asked for', () => {
    expect(lateOf('message', 'chief', (run) => run.message(30, 'lead', 'm1', ['desk']))).toBe(0);
    expect(lateOf('message', 'chief', (run) => run.message(30, 'lead', 'm1', ['desk', 'chief']))).toBe(1);
  });

  it('is an alert of the level asked or higher', () => {
    expect(lateOf('raise_alert', 'orange', (run) => run.raise(30, 'lead', 'yellow'))).toBe(0);
    expect(lateOf('raise_alert', 'orange', (run) => run.raise(30, 'lead', 'orange'))).toBe(1);
    expect(lateOf('raise_alert', undefined, (run) => run.raise(30, 'lead', 'blue'))).toBe(1);
  });

  it('is a correction only when the statement corrects another', () => {
    const draft = (corrects?: string) => (run: RunSketch) => {
      run.statement(30, 'lead', 's1', 1, 'draft');
      run.entry(30, 'seat:lead', {
        kind: 'draft_statement',
        statement: 's1',
        strategy: 'inform',
        elements: [],
        outlets: ['microblog'],
        text: 'text',
        ...(corrects === undefined ? {} : { corrects }),
      });
      run.publish(31, 'lead', 's1', 1);
    };
    expect(lateOf('correction', undefined, draft())).toBe(0);
    expect(lateOf('correction', undefined, draft('s0'))).toBe(1);
  });
});
