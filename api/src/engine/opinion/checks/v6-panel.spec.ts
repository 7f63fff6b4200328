import { nextUnit, pick, stream } from '../../random/index.js';
import { FIXED } from '../constants.js';
import { respondentsReputation } from '../index.js';
import { DESIGN, designCases, reputationsOf, WEIGHTS } from '../panel.js';
import { beginOpinion } from '../state.js';
import { advance, CRISIS, response, total } from '../testing/storm.js';

function correlation(xs: readonly number[], ys: readonly number[]): number {
  const mx = total([...xs]) / xs.length;
  const my = total([...ys]) / ys.length;
  const product = (f: (i: number) => number) => total(xs.map((_, i) => f(i)));
  return (
    product((i) => (xs[i]! - mx) * (ys[i]! - my)) /
    Math.sqrt(product((i) => (xs[i]! - mx) ** 2) * product((i) => (ys[i]! - my) ** 2))
  );
}

function mixedPanel() {
  const s = stream(6, 'mixed cases');
  const cases = designCases();
  const noise = () => total(Array.from({ length: 12 }, () => nextUnit(s))) - 6;
  const views = Array.from({ length: 20_000 }, () => {
    const { attribution, match } = pick(s, cases);
    return { attribution: attribution + FIXED.panelSpread * noise(), match };
  });
  return { views, reputations: reputationsOf(views, s) };
}

describe('V6: a panel of 20,000 on mixed cases', () => {
  const { views, reputations } = mixedPanel();
  const attributions = views.map((v) => v.attribution);
  const matches = views.map((v) => v.match);

  it('when responsibility and reputation are compared they should correlate as published', () => {
    expect(Math.abs(correlation(attributions, reputations) - -0.54)).toBeLessThanOrEqual(0.03);
  });

  it('when match and reputation are compared they should correlate as published', () => {
    expect(Math.abs(correlation(matches, reputations) - 0.23)).toBeLessThanOrEqual(0.03);
  });

  it('when the design is looked at its own correlation should be the one the weights were solved for', () => {
    expect(Math.abs(correlation(attributions, matches) - DESIGN.correlation)).toBeLessThanOrEqual(0.02);
    const { attribution, match, chance } = WEIGHTS;
    expect(
      attribution ** 2 + match ** 2 + 2 * attribution * match * DESIGN.correlation + chance ** 2,
    ).toBeCloseTo(1, 12);
  });

  it('when reputations are pooled they should have mean 0 and variance 1', () => {
    const mean = total(reputations) / reputations.length;
    expect(Math.abs(mean)).toBeLessThan(0.03);
    expect(Math.abs(total(reputations.map((z) => (z - mean) ** 2)) / reputations.length - 1)).toBeLessThan(
      0.04,
    );
  });
});

describe('the panel of a run', () => {
  const after = (strategy: 'rebuild' | 'deny') =>
    respondentsReputation(advance(beginOpinion(CRISIS, 9), 300, [response(strategy, 60)]));

  it('when asked twice it should say the same and leave the state alone', () => {
    const state = advance(beginOpinion(CRISIS, 9), 300);
    const before = structuredClone(state);
    expect(respondentsReputation(state)).toEqual(respondentsReputation(state));
    expect(state).toEqual(before);
  });

  it('when the answer fits it should think better of the organisation than when it does not', () => {
    expect(after('rebuild').mean).toBeGreaterThan(after('deny').mean);
    expect(after('deny').lower).toBeLessThan(after('deny').mean);
    expect(after('deny').upper).toBeGreaterThan(after('deny').mean);
  });

  it('when the crisis is nobody else’s fault it should think worse than of a victim', () => {
    const of = (cluster: 'victim' | 'preventable') =>
      respondentsReputation(beginOpinion({ ...CRISIS, cluster }, 9)).mean;
    expect(of('preventable')).toBeLessThan(of('victim'));
  });
});
