import type { LogEntry, PlayerAction } from '@readyroom/contract';
import { passingIn, withoutPosts } from './generated-posts.js';
import { stormScenario } from './testing/storm-scenario.js';

const log = (...actions: PlayerAction[]): LogEntry[] =>
  actions.map((action, n) => ({ seq: n + 1, at: n, by: 'seat:desk', action }));
const triage = (post: string, duplicateOf: string | null = null): PlayerAction => ({
  kind: 'triage',
  post,
  class: 'noise',
  priority: 'low',
  duplicateOf,
  escalate: false,
});
const reply = (post: string): PlayerAction => ({ kind: 'reply', post, text: 'x' });

describe('passingIn', () => {
  it('should know what the storm brings, and what waits, from what the scenario calls by a like name', () => {
    const scenario = stormScenario();
    const isPassing = passingIn(scenario);
    expect(['g1-2', 'p13', 'p1', 'i-spark', 'r-3', 's-x'].map(isPassing)).toEqual([
      true,
      true,
      false,
      false,
      false,
      false,
    ]);
    scenario.posts[0]!.key = 'g1-2';
    expect(passingIn(scenario)('g1-2')).toBe(false);
  });
});

describe('withoutPosts', () => {
  const isGone = (post: string) => post === 'g1-1';

  it('should leave alone what refers to nothing that is gone', () => {
    const kept = log(triage('p1'), triage('p1', 'g2-1'), reply('p1'), { kind: 'open_plan' });
    expect(withoutPosts(kept, isGone)).toEqual({ log: kept, adaptations: [] });
  });

  it('should drop what is about a post that is gone, and what then follows from it', () => {
    const given = log(
      reply('g1-1'),
      reply('r-1'),
      triage('g1-1'),
      { kind: 'file_sitrep', sitrep: 'x', to: ['lead'], posts: ['g1-1', 'p1'], text: 'x' },
      triage('p1', 'g1-1'),
      { kind: 'message', message: 'x', to: ['lead'], text: 'x', about: 'g1-1' },
    );
    const { log: left, adaptations } = withoutPosts(given, isGone);
    expect(left.map(({ seq, action }) => [seq, action])).toEqual([
      [4, { kind: 'file_sitrep', sitrep: 'x', to: ['lead'], posts: ['p1'], text: 'x' }],
      [5, triage('p1')],
      [6, { kind: 'message', message: 'x', to: ['lead'], text: 'x' }],
    ]);
    expect(adaptations).toEqual([
      { seq: 1, what: 'dropped' },
      { seq: 2, what: 'dropped' },
      { seq: 3, what: 'dropped' },
      { seq: 4, what: 'shortened' },
      { seq: 5, what: 'shortened' },
      { seq: 6, what: 'shortened' },
    ]);
  });
});
