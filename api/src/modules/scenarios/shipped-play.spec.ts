import { join } from 'node:path';
import { TIERS, type ScenarioDocument } from '@readyroom/contract';
import { readFolder } from '../content/index.js';
import { checkEverything } from './check/check-scenarios.js';
import { Bot, type Play } from './testing/bot.js';

const SEEDS = [7, 11, 23, 42, 77];
const SOLO_MINUTES = 10;

describe('the scenarios that ship, played', () => {
  let scenarios: ScenarioDocument[];
  beforeAll(async () => {
    scenarios = checkEverything(await readFolder(join(__dirname, '../../../../content'))).scenarios
      .scenarios!;
    expect(scenarios).toHaveLength(6);
  });

  it('when everybody plays well fewer people should turn hostile than when nobody plays, and most when all play badly', () => {
    const hostile = (scenario: ScenarioDocument, play: Play | null): number =>
      SEEDS.map((seed) => new Bot(scenario, { seed, play }).hostile).sort((a, b) => a - b)[2]!;
    for (const scenario of scenarios) {
      const [strong, nobody, weak] = [
        hostile(scenario, 'strong'),
        hostile(scenario, null),
        hostile(scenario, 'weak'),
      ];
      expect([scenario.slug, strong < nobody, nobody < weak]).toEqual([scenario.slug, true, true]);
    }
  });

  it('should never refuse what a player may do', () => {
    for (const scenario of scenarios)
      for (const play of ['strong', 'weak'] as const)
        expect([scenario.slug, new Bot(scenario, { seed: 7, play }).refused]).toEqual([scenario.slug, []]);
  });

  it('when nobody decides nobody should have done wrong', () => {
    for (const scenario of scenarios) {
      const wrong = scenario.items.flatMap(({ card }) =>
        (card?.options ?? []).filter(({ misconduct }) => misconduct).map(({ key }) => `${card!.key} ${key}`),
      );
      const run = new Bot(scenario, { seed: 7, play: null });
      const taken = run.told('card_closed').map(({ card, option }) => `${card} ${option}`);
      expect(taken.length).toBeGreaterThan(5);
      expect(taken.filter((one) => wrong.includes(one))).toEqual([]);
    }
  });

  it('a chief executive alone should hear of what the front line passed up, in time for the decision about it', () => {
    for (const scenario of scenarios) {
      const seat = scenario.solo.seats.executive;
      const run = new Bot(scenario, { seed: 7, play: 'idle', seats: [seat] });
      const front = new Set(scenario.seats.filter(({ tier }) => tier === 'frontline').map(({ key }) => key));
      const escalated = run
        .told('message')
        .find(({ from, about, direction }) => front.has(from) && about !== null && direction === 'up');
      const reached = run
        .told('message')
        .find(({ to, at }) => to.includes(seat) && escalated !== undefined && at > escalated.at);
      const card = run
        .told('inject')
        .find((inject) => inject.card?.seat === seat && reached !== undefined && inject.at > reached.at);
      expect([scenario.slug, escalated?.from, reached?.to, card !== undefined]).toEqual([
        scenario.slug,
        expect.any(String),
        [seat],
        true,
      ]);
    }
  });

  it('a solo run should last ten minutes and give the seat of each tier something in every one of them', () => {
    for (const scenario of scenarios)
      for (const tier of TIERS) {
        const seat = scenario.solo.seats[tier];
        const { durationMinutes, rate } = scenario.solo;
        expect(durationMinutes / rate).toBeCloseTo(SOLO_MINUTES, 0);
        const run = new Bot(scenario, { seed: 7, play: 'idle', seats: [seat], minutes: durationMinutes });
        const moments = [
          ...run.told('inject').flatMap(({ to, at }) => (to.includes(seat) ? [at] : [])),
          ...run.told('message').flatMap(({ to, at }) => (to.includes(seat) ? [at] : [])),
          ...run.told('statement').flatMap(({ waitingFor, at }) => (waitingFor === seat ? [at] : [])),
          // The front line reads what people write, all the time.
          ...(tier === 'frontline' ? run.told('posts').map(({ at }) => at) : []),
        ];
        const busy = new Set(moments.map((at) => Math.min(SOLO_MINUTES - 1, Math.floor(at / 60 / rate))));
        expect([scenario.slug, tier, [...busy].sort((a, b) => a - b)]).toEqual([
          scenario.slug,
          tier,
          Array.from({ length: SOLO_MINUTES }, (_, minute) => minute),
        ]);
      }
  });

  it('posts about what players did should come only when they did it', () => {
    const feed = (slug: string, play: Play) => {
      const run = new Bot(
        scenarios.find((one) => one.slug === slug)!,
        { seed: 7, play },
      );
      return new Set(run.told('posts').flatMap(({ posts }) => posts.map(({ id }) => id)));
    };
    const only = [
      ['data-leak', 'told-first'],
      ['false-rumour', 'lid-clear'],
      ['influencer-words', 'letter-read'],
      ['moderation-scandal', 'written-answer'],
      ['peak-outage', 'not-fooled'],
      ['regulator-fine', 'deposit-call'],
    ] as const;
    for (const [slug, post] of only)
      expect([slug, feed(slug, 'strong').has(post), feed(slug, 'weak').has(post)]).toEqual([
        slug,
        true,
        false,
      ]);
    expect(feed('moderation-scandal', 'weak')).toContain('trend-gone');
    expect(feed('moderation-scandal', 'strong')).not.toContain('trend-gone');
  });
});
