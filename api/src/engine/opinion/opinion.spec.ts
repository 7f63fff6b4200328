import fc from 'fast-check';
import type { OpinionInput } from './input.js';
import { measuresOf } from './measures.js';
import { beginOpinion } from './state.js';
import { stepOpinion } from './step.js';
import { advance, CRISIS, perMinute, response, total } from './testing/storm.js';

const KNOWN = {
  total: 5787,
  attribution: 0.645,
  measures: { volume: 30, velocity: -27, negative_share: 47, heat: 6 },
};
const KNOWN_START = [16, 12, 13, 29, 14, 13, 22, 18, 20, 18, 25, 24];

describe('determinism', () => {
  it('when the same storm is run twice it should be the same to the last number', () => {
    const once = advance(beginOpinion(CRISIS, 7), 900, [response('inform', 90)]);
    expect(advance(beginOpinion(CRISIS, 7), 900, [response('inform', 90)])).toEqual(once);
    expect(advance(beginOpinion(CRISIS, 8), 900, [response('inform', 90)])).not.toEqual(once);
  });

  it('when it is interrupted anywhere and goes on from JSON it should be the same', () => {
    const through = advance(beginOpinion(CRISIS, 7), 400, [response('deny', 90)]);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400 }), (minute) => {
        const first = advance(beginOpinion(CRISIS, 7), minute, [response('deny', 90)]);
        const copy = JSON.parse(JSON.stringify(first)) as typeof first;
        expect(advance(copy, 400, [response('deny', 90)])).toEqual(through);
      }),
      { seed: 1, numRuns: 25 },
    );
  });

  it('when a storm is known by heart it should come out like this', () => {
    const state = advance(beginOpinion(CRISIS, 2026), 1_440, [response('rebuild', 60, { external: true })]);
    expect({ total: state.total, attribution: state.attribution, measures: measuresOf(state) }).toEqual(
      KNOWN,
    );
    expect(perMinute(state).slice(0, 12)).toEqual(KNOWN_START);
  });
});

describe('attribution at the start', () => {
  const at = (more: Partial<OpinionInput>) => beginOpinion({ ...CRISIS, ...more }, 1).attribution;

  it('when the crisis could have been prevented it should be highest', () => {
    expect([at({ cluster: 'victim' }), at({ cluster: 'accidental' }), at({})]).toEqual([0.2, 0.5, 0.8]);
  });

  it('when there were crises before or the name is poor it should be higher, with a good name lower', () => {
    expect(at({ crisisHistory: true })).toBe(0.9);
    expect(at({ reputation: 'poor' })).toBe(0.9);
    expect(at({ reputation: 'good' })).toBe(0.7);
    expect(at({ crisisHistory: true, reputation: 'poor' })).toBe(1);
  });

  it('when it is shifted it should stay within 0 and 1', () => {
    const state = beginOpinion(CRISIS, 1);
    const shift = (attributionShift: number) =>
      stepOpinion(state, { exogenous: 0, attributionShift, responses: [] }).attribution;
    expect([shift(0.05), shift(0.5), shift(-0.5), shift(-0.5), shift(-0.5)]).toEqual([0.85, 1, 0.5, 0, 0]);
  });
});

describe('a minute', () => {
  it('when it is over the sample should say what the state holds', () => {
    const state = advance(beginOpinion(CRISIS, 3), 100);
    const sample = stepOpinion(state, { exogenous: 5, attributionShift: 0, responses: [] });
    expect(sample).toMatchObject({
      minute: 100,
      hostile: state.posts.hostile[100],
      questioning: state.posts.questioning[100],
      supportive: state.posts.supportive[100],
      attribution: 0.8,
    });
    expect(sample.weighted.hostile).toBe(state.weights.hostile[100]! / 1_000);
  });

  it('when responsibility is high posts should be hostile, when it is low they should ask and support', () => {
    const shares = (cluster: OpinionInput['cluster']) => {
      const { posts, total: all } = advance(beginOpinion({ ...CRISIS, cluster }, 3), 600);
      return [total(posts.hostile) / all, total(posts.supportive) / all];
    };
    expect(shares('preventable')[0]).toBeCloseTo(0.74, 1);
    expect(shares('victim')[0]).toBeCloseTo(0.26, 1);
    expect(shares('victim')[1]).toBeCloseTo(0.2, 1);
  });
});

describe('measures', () => {
  /** So many posts a minute, all of one stance, without chance. */
  function steady(minutes: readonly number[], stance: 'hostile' | 'supportive' = 'hostile') {
    const state = beginOpinion({ ...CRISIS, backgroundPerHour: 60, halfHeat: 100 }, 1);
    for (const count of minutes) {
      for (const s of ['hostile', 'questioning', 'supportive'] as const)
        state.posts[s].push(s === stance ? count : 0);
      state.minute++;
    }
    return state;
  }
  const hours = (...rates: number[]) => steady(rates.flatMap((rate) => Array<number>(60).fill(rate)));

  it('when nothing has happened yet they should be at rest', () => {
    expect(measuresOf(beginOpinion(CRISIS, 1))).toEqual({
      volume: 0,
      velocity: 0,
      negative_share: 0,
      heat: 0,
    });
  });

  it('when an hour doubles velocity should be 100', () => {
    expect(measuresOf(hours(5, 10))).toMatchObject({
      volume: 600,
      velocity: 100,
      negative_share: 100,
      heat: 86,
    });
  });

  it('when the storm is over velocity should be -100 and heat 0', () => {
    expect(measuresOf(hours(5, 0))).toMatchObject({ volume: 0, velocity: -100, negative_share: 0, heat: 0 });
  });

  it('when the first half hour is ordinary velocity should be 0, because the time before it was ordinary too', () => {
    expect(measuresOf(steady(Array<number>(30).fill(1)))).toMatchObject({ volume: 30, velocity: 0 });
  });

  it('when as many posts come in an hour as half heat says heat should be 50', () => {
    const state = steady([...Array<number>(59).fill(0), 100], 'supportive');
    expect(measuresOf(state)).toMatchObject({ volume: 100, negative_share: 0, heat: 50 });
  });
});
