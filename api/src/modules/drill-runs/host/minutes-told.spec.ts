import type { DrillEventBody, FeedPost } from '@readyroom/contract';
import fc from 'fast-check';
import type { EmittedEvent } from '../../../engine/index.js';
import { toldByMinute } from './minutes-told.js';

const nameOf = (post: string): string => [...post].reverse().join('');

const post = (id: string, kind: FeedPost['from']['kind'] = 'persona') =>
  ({ id, from: { kind } }) as unknown as FeedPost;
const posts = (...ids: string[]): DrillEventBody => ({ kind: 'posts', posts: ids.map((id) => post(id)) });
const other = (kind: DrillEventBody['kind']) => ({ kind }) as DrillEventBody;
/** What the engine returns: one event after the other, from id 8 on. */
const shown = (...told: [at: number, body: DrillEventBody][]): EmittedEvent[] =>
  told.map(([at, body], n) => ({ id: 8 + n, at, audience: 'all', body }));
const idsOf = ({ body }: EmittedEvent): string[] | string =>
  body.kind === 'posts' ? body.posts.map(({ id }) => id) : body.kind;

describe('toldByMinute', () => {
  it('should bring the posts of a minute in one event, before what closes the minute, by their names', () => {
    const told = toldByMinute(
      shown(
        [60, posts('i-y')],
        [60, posts('p-x', 'p-z')],
        [60, other('card_closed')],
        [60, posts('g-b', 'g-a')],
        [60, other('engagement')],
        [60, other('indicators')],
      ),
      nameOf,
    );
    expect(told.map(idsOf)).toEqual([
      'card_closed',
      [],
      [],
      ['g-a', 'g-b', 'p-x', 'i-y', 'p-z'],
      'engagement',
      'indicators',
    ]);
    expect(told.map(({ id }) => id)).toEqual([8, 9, 10, 11, 12, 13]);
    expect(told.map(({ audience }) => audience)).toEqual(['all', 'staff', 'staff', 'all', 'all', 'all']);
  });

  it('should put scripted posts of a minute without others in the same place', () => {
    const told = toldByMinute(
      shown([60, posts('p-b', 'p-a')], [60, other('card_closed')], [60, other('indicators')]),
      nameOf,
    );
    expect(told.map(idsOf)).toEqual(['card_closed', ['p-a', 'p-b'], 'indicators']);
  });

  it('should begin with what the organisation says, so that no answer stands before it', () => {
    const body: DrillEventBody = { kind: 'posts', posts: [post('g-a'), post('s-z', 'organisation')] };
    expect(toldByMinute(shown([60, body], [60, other('indicators')]), nameOf).map(idsOf)[0]).toEqual([
      's-z',
      'g-a',
    ]);
  });

  it('should leave apart what somebody does between or after the minutes', () => {
    const events = shown(
      [60, posts('g-a')],
      [60, other('indicators')],
      [60, posts('r-1')],
      [85, posts('i-z')],
      [85, posts('r-2')],
      [120, posts('g-b')],
      [120, other('indicators')],
      [130, posts('r-3')],
    );
    expect(toldByMinute(events, nameOf)).toEqual(events);
  });

  it('should lose, double and renumber nothing, whatever came in whatever order', () => {
    const kinds = ['posts', 'posts', 'card_closed', 'engagement', 'indicators', 'statement'] as const;
    const draft = fc.record({ minute: fc.integer({ min: 0, max: 3 }), kind: fc.constantFrom(...kinds) });
    fc.assert(
      fc.property(fc.array(draft, { maxLength: 40 }), (drafts) => {
        const events = shown(
          ...drafts
            .toSorted((a, b) => a.minute - b.minute)
            .map(({ minute, kind }, n): [number, DrillEventBody] => [
              minute * 60,
              kind === 'posts' ? posts(`${n}-a`, `${n}-b`) : other(kind),
            ]),
        );
        const told = toldByMinute(events, nameOf);
        expect(told.map(({ id, at }) => [id, at])).toEqual(events.map(({ id, at }) => [id, at]));
        const words = (all: readonly EmittedEvent[]) => all.map(idsOf).flat().sort();
        expect(words(told)).toEqual(words(events));
        const notPosts = (all: readonly EmittedEvent[]) =>
          all.map(idsOf).filter((one) => !Array.isArray(one));
        expect(notPosts(told)).toEqual(notPosts(events));
      }),
    );
  });
});
