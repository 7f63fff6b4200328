import type { OpinionParameters } from '../constants.js';
import type { OpinionState, Response } from '../input.js';
import { beginOpinion } from '../state.js';
import { SENSITIVITY_BOX } from '../testing/sensitivity-box.js';
import { advance, CRISIS, hostilePosts, response } from '../testing/storm.js';

const SEEDS = Array.from({ length: 12 }, (_, i) => i + 1);
/** Beyond the latest answer by four hours. */
const UNTIL = 1_680;

/**
 * Hostile posts of one seed under every answer that is compared. All runs share their chance and everything before the
 * answer, so a difference is the answer's doing.
 */
function outcomes(overrides: Partial<OpinionParameters>, seed: number) {
  const silent = beginOpinion({ ...CRISIS, overrides }, seed);
  const answered = (from: OpinionState, given: Response) =>
    hostilePosts(advance(structuredClone(from), UNTIL, [given]));
  const rebuildAt = (minute: number) => answered(advance(silent, minute), response('rebuild', minute));

  const after15 = rebuildAt(15);
  const atAnHour = structuredClone(advance(silent, 60));
  const hourly = (strategy: 'rebuild' | 'deny', more: Partial<Response> = {}) =>
    answered(atAnHour, response(strategy, 60, more));
  return {
    after15,
    plain: hourly('rebuild'),
    deny: hourly('deny'),
    external: hourly('rebuild', { external: true }),
    transparent: hourly('rebuild', { transparency: 1 }),
    opaque: hourly('rebuild', { transparency: 0 }),
    bothForms: hourly('rebuild', { formalAndInformal: true }),
    // A step depends on the state alone: the same state a minute later is the same storm for ever.
    internal: minuteAfter(atAnHour, response('rebuild', 60, { internal: true })),
    chiefExecutive: minuteAfter(atAnHour, response('rebuild', 60, { byChiefExecutive: true })),
    spokesperson: minuteAfter(atAnHour, response('rebuild', 60)),
    after300: rebuildAt(300),
    after720: rebuildAt(720),
    after1440: rebuildAt(1_440),
    silence: hostilePosts(advance(silent, UNTIL)),
  };
}

const minuteAfter = (from: OpinionState, given: Response) =>
  JSON.stringify(advance(structuredClone(from), given.minute + 1, [given]));

const CHECKS: Record<string, (o: ReturnType<typeof outcomes>) => boolean> = {
  'an answer after 15 min is no worse than after an hour': (o) => o.after15 <= o.plain,
  'after an hour no worse than after 5 h': (o) => o.plain <= o.after300,
  'after 5 h no worse than after 12 h': (o) => o.after300 <= o.after720,
  'after 12 h no worse than after a day': (o) => o.after720 <= o.after1440,
  'after a day no worse than silence': (o) => o.after1440 <= o.silence,
  'rebuilding is better than denying': (o) => o.plain < o.deny,
  'denying is no better than 0.97 of silence': (o) => o.deny >= 0.97 * o.silence,
  'an outside inquiry is better than one of our own, which is as good as none': (o) =>
    o.external < o.plain && o.internal === o.spokesperson,
  'the chief executive does as well as a spokesperson': (o) => o.chiefExecutive === o.spokesperson,
  'transparent is better than opaque': (o) => o.transparent < o.opaque,
  'both forms are better than one': (o) => o.bothForms < o.plain,
};

describe('V7: orderings over the whole box of design constants', () => {
  it('when 36 parameter sets meet 12 seeds none of 11 orderings should be violated', () => {
    expect(SENSITIVITY_BOX).toHaveLength(36);
    expect(Object.keys(CHECKS)).toHaveLength(11);
    const violations = SENSITIVITY_BOX.flatMap((overrides, set) =>
      SEEDS.flatMap((seed) => {
        const found = outcomes(overrides, seed);
        return Object.entries(CHECKS)
          .filter(([, holds]) => !holds(found))
          .map(([name]) => `set ${set}, seed ${seed}: ${name}`);
      }),
    );
    expect(violations).toEqual([]);
  }, 120_000);
});
