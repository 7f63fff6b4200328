import type { DrillEvent, DrillEventBody, FeedPost } from '@readyroom/contract';
import { digestOf } from './digest.js';

const text = { zh: '话', en: 'word' };
const from = { kind: 'control', key: null, name: text, handle: null, followers: null } as const;
const card = { key: 'go', seat: 'desk', prompt: text, dueAt: 600, default: 'wait', options: [] };
const inject = (inject: string, to: 'feed' | string[], withCard = false): DrillEventBody => ({
  kind: 'inject',
  inject,
  from,
  channel: null,
  to,
  text,
  card: withCard ? card : null,
});
const message = (by: string, to: string[]): DrillEventBody => ({
  kind: 'message',
  message: `m-${by}`,
  from: by,
  to,
  text,
  about: null,
  direction: 'up',
});
const posts = (n: number): DrillEventBody => ({
  kind: 'posts',
  posts: Array.from({ length: n }, (_, i) => ({ id: `p${i}` }) as FeedPost),
});
const log = (...bodies: DrillEventBody[]): DrillEvent[] =>
  bodies.map((body, i) => ({ id: i + 1, at: i * 60, body }));

describe('digestOf', () => {
  it('should count by kind, the most pressing first, and every post', () => {
    const digest = digestOf(
      log(
        posts(3),
        inject('call', ['desk', 'lead']),
        inject('ask', ['desk'], true),
        message('lead', ['desk']),
        posts(2),
        { kind: 'phase', phase: 'peak', title: text },
      ),
      'desk',
    );
    expect(digest.counts).toEqual([
      { kind: 'card', count: 1 },
      { kind: 'message', count: 2 },
      { kind: 'phase', count: 1 },
      { kind: 'post', count: 5 },
    ]);
    expect(digest.total).toBe(9);
    expect(digest.important.map(({ id }) => id)).toEqual([6, 4, 3, 2]);
  });

  it('should leave out what moves by itself and what the reader did', () => {
    const digest = digestOf(
      log(
        { kind: 'engagement', changes: [] },
        { kind: 'trending', topics: [] },
        { kind: 'acknowledged', what: 'call', seat: 'lead' },
        message('desk', ['lead']),
        { kind: 'alert', level: 'yellow', by: 'desk', reason: 'r' },
      ),
      'desk',
    );
    expect(digest).toEqual({ total: 0, counts: [], important: [] });
  });

  it("when a card is somebody else's it should be a message, and news for the feed a post", () => {
    const digest = digestOf(log(inject('ask', ['lead', 'desk'], true), inject('spark', 'feed')), 'lead');
    expect(digest.counts).toEqual([
      { kind: 'message', count: 1 },
      { kind: 'post', count: 1 },
    ]);
  });

  it('should name no more than eight things', () =>
    expect(
      digestOf(log(...Array.from({ length: 12 }, () => message('lead', ['desk']))), 'desk').important.map(
        ({ id }) => id,
      ),
    ).toEqual([12, 11, 10, 9, 8, 7, 6, 5]));
});
