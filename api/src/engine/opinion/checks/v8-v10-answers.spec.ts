import { ANSWER_TABLES } from '../constants.js';
import { apply, delayFactor } from '../answers.js';
import { bentByAnswers, infectiousness } from '../infectiousness.js';
import type { OpinionInput, Response } from '../input.js';
import { beginOpinion } from '../state.js';
import { SENSITIVITY_BOX } from '../testing/sensitivity-box.js';
import { advance, CRISIS, hostilePosts, response } from '../testing/storm.js';

const RUMOUR: OpinionInput = { ...CRISIS, cluster: 'victim', rumour: true };
const SEEDS = [1, 2, 3, 4, 5, 6];

const strengthOf = (input: OpinionInput, given: Response, minute = given.minute) =>
  apply(advance(beginOpinion(input, 8), minute), given).strength;

describe('V8: denying a false rumour', () => {
  it('when evidence comes with it it should always do better than without', () => {
    for (const overrides of SENSITIVITY_BOX)
      for (const seed of SEEDS) {
        const begun = advance(beginOpinion({ ...RUMOUR, overrides }, seed), 60);
        const denied = (evidence: boolean) =>
          hostilePosts(advance(structuredClone(begun), 480, [response('deny', 60, { evidence })]));
        expect(denied(true)).toBeLessThan(denied(false));
      }
  }, 60_000);

  it('when it is no rumour evidence should weigh less', () => {
    const gain = (input: OpinionInput) =>
      strengthOf(input, response('inform', 30, { evidence: true })) -
      strengthOf(input, response('inform', 30));
    expect(gain(RUMOUR)).toBeGreaterThan(gain({ ...RUMOUR, rumour: false }));
  });
});

describe('V9: answers fade', () => {
  it.each(['rebuild', 'deny'] as const)('when 72 h are over nothing should be left of %s', (strategy) => {
    const state = advance(beginOpinion(CRISIS, 1), 61, [response(strategy, 60)]);
    const bend = (minute: number) => bentByAnswers({ ...state, minute });
    const distance = (minute: number) => Math.abs(bend(minute) - 1);
    expect(distance(61)).toBeGreaterThan(0.1);
    expect(distance(60 + 4_319)).toBeGreaterThan(0);
    expect(distance(60 + 4_320)).toBe(0);
    expect(distance(60 + 5_000)).toBe(0);
    for (let m = 61; m < 4_379; m += 61) expect(distance(m + 61)).toBeLessThanOrEqual(distance(m));
  });

  it('when what helps comes 72 h late it should do nothing, but what harms still should', () => {
    expect(strengthOf(CRISIS, response('rebuild', 30, { delayMinutes: 4_320 }))).toBe(0);
    expect(strengthOf(CRISIS, response('deny', 30, { delayMinutes: 4_320 }))).toBeLessThan(-0.4);
  });

  it('when an answer is late it should be worth what the anchors say', () => {
    const anchors: [number, number][] = [
      [0, 1],
      [15, 1],
      [60, 0.8],
      [300, 0.5],
      [1_440, 0.15],
      [4_320, 0],
      [9_999, 0],
    ];
    for (const [minutes, factor] of anchors) expect(delayFactor(minutes)).toBeCloseTo(factor, 12);
    expect(delayFactor(180)).toBeCloseTo(0.65, 12);
    expect(ANSWER_TABLES.timing).toHaveLength(5);
  });
});

describe('V10: anger spreads', () => {
  it('when more of the last hour is hostile posts should bring about more reactions', () => {
    const state = advance(beginOpinion(CRISIS, 1), 120);
    const withShare = (hostile: number) => {
      const copy = structuredClone(state);
      for (let m = 60; m < 120; m++) {
        copy.posts.hostile[m] = hostile;
        copy.posts.questioning[m] = 10 - hostile;
        copy.posts.supportive[m] = 0;
      }
      return infectiousness(copy);
    };
    for (let hostile = 0; hostile < 10; hostile++)
      expect(withShare(hostile + 1)).toBeGreaterThan(withShare(hostile));
  });

  it('when the public sees more responsibility there should be more reactions to the same posts from outside', () => {
    for (const seed of SEEDS) {
      const reposts = (cluster: OpinionInput['cluster']) =>
        advance(beginOpinion({ ...CRISIS, cluster }, seed), 1_440).total;
      expect(reposts('accidental')).toBeGreaterThan(reposts('victim'));
      expect(reposts('preventable')).toBeGreaterThan(reposts('accidental'));
    }
  });
});

describe('the strength of an answer', () => {
  it('when everything is in favour or against it should stay within -1 and 1', () => {
    const best = response('rebuild', 10, {
      transparency: 1,
      external: true,
      formalAndInformal: true,
      evidence: true,
      stealingThunder: true,
    });
    expect(strengthOf(CRISIS, best)).toBe(1);
    expect(strengthOf(CRISIS, response('deny', 10, { transparency: 0 }))).toBe(-0.55);
  });

  it('when the peak is over it should do 0.6 of what it would have done', () => {
    const state = advance(beginOpinion(CRISIS, 8), 400);
    const given = response('rebuild', 400);
    const full = { ...state, parameters: { ...state.parameters, afterPeak: 1 } };
    expect(apply(state, given).strength / apply(full, given).strength).toBeCloseTo(0.6, 4);
  });

  it('when a new wave comes it should count in full again', () => {
    const outside = (m: number) => (m < 60 ? 50 : m >= 600 && m < 640 ? 10 : 0);
    const state = advance(beginOpinion(CRISIS, 8), 620, [], outside);
    const full = { ...state, parameters: { ...state.parameters, afterPeak: 1 } };
    const given = response('rebuild', 620);
    expect(apply(state, given)).toEqual(apply(full, given));
  });

  it('when the organisation speaks first it should gain, most with a good name and a crisis of the product', () => {
    const gain = (more: Partial<OpinionInput>) =>
      strengthOf({ ...CRISIS, ...more }, response('inform', 10, { stealingThunder: true })) -
      strengthOf({ ...CRISIS, ...more }, response('inform', 10));
    expect(gain({})).toBeCloseTo(0.15, 6);
    expect(gain({ reputation: 'good' })).toBeCloseTo(0.15, 6);
    expect(gain({ reputation: 'good', crisisType: 'technical' })).toBeCloseTo(0.2, 6);
  });
});
