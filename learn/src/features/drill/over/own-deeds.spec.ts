import type { DrillEvent, DrillEventBody, FeedPost } from '@readyroom/contract';
import { ownDeeds } from './own-deeds.js';

const text = { zh: '话', en: 'word' };
const closed = (by: 'player' | 'time'): DrillEventBody => ({
  kind: 'card_closed',
  card: 'go',
  seat: 'desk',
  option: 'wait',
  by,
  confidence: null,
  rationale: null,
  consequence: text,
});
const posts = (id: string): DrillEventBody => ({ kind: 'posts', posts: [{ id } as FeedPost] });
const log = (...bodies: DrillEventBody[]): DrillEvent[] =>
  bodies.map((body, i) => ({ id: i + 1, at: i * 60, body }));
const EVENTS = log(
  { kind: 'acknowledged', what: 'call', seat: 'desk' },
  { kind: 'acknowledged', what: 'call', seat: 'lead' },
  closed('player'),
  closed('time'),
  { kind: 'alert', level: 'yellow', by: 'desk', reason: 'r' },
  { kind: 'alert', level: 'red', by: 'lead', reason: 'r' },
  posts('g1-1'),
  posts('r-12'),
);
const ids = (...rest: [string | null, ReadonlySet<string>?]) => ownDeeds(EVENTS, ...rest).map(({ id }) => id);

describe('ownDeeds', () => {
  it('should keep what the seat did, not what befell it', () => expect(ids('desk')).toEqual([1, 3, 5]));
  it('should know replies by their ids', () => expect(ids('desk', new Set(['r-12']))).toEqual([1, 3, 5, 8]));
  it('should be empty for whoever only looks on', () => expect(ids(null, new Set(['r-12']))).toEqual([]));
});
