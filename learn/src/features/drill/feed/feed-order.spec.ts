import type { FeedPost } from '@readyroom/contract';
import { shownPosts } from './feed-order.js';

const post = (id: string, at: number, kind: 'persona' | 'organisation' = 'persona'): FeedPost => ({
  id,
  at,
  channel: 'weibo',
  channelKind: 'microblog',
  from: { kind, key: null, name: { zh: '甲', en: 'A' }, handle: null, followers: null },
  text: { zh: '话', en: 'word' },
  replyTo: null,
  likes: 0,
  reposts: 0,
  comments: 0,
});
const POSTS = [post('a', 60), post('b', 60), post('c', 0), post('d', 120, 'organisation'), post('e', 180)];
const ids = (...args: Parameters<typeof shownPosts>) => shownPosts(...args).map(({ id }) => id);

describe('shownPosts', () => {
  it('should put the newest first, and of one moment what arrived last', () =>
    expect(ids(POSTS, 5, 'all', new Map())).toEqual(['e', 'd', 'b', 'a', 'c']));
  it('should hold back what arrived after the last look', () =>
    expect(ids(POSTS, 3, 'all', new Map())).toEqual(['b', 'a', 'c']));
  it('when only what is not triaged is wanted it should leave out our own words', () =>
    expect(ids(POSTS, 5, 'open', new Map([['a', 1]]))).toEqual(['e', 'b', 'c']));
  it('when only ours are wanted it should show nothing else', () =>
    expect(ids(POSTS, 5, 'official', new Map())).toEqual(['d']));
});
