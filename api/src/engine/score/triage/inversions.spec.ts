import { TRIAGE_PRIORITIES } from '@readyroom/contract';
import fc from 'fast-check';
import { priorityInversions, type QueuedPost } from './inversions.js';

const post = (priority: QueuedPost['priority'], visibleAt: number, handledAt: number): QueuedPost => ({
  priority,
  visibleAt,
  handledAt,
});

/** The definition, pair by pair. */
function naive(posts: readonly QueuedPost[]): { inverted: number; choices: number } {
  let inverted = 0;
  let choices = 0;
  for (const a of posts)
    for (const b of posts) {
      if (TRIAGE_PRIORITIES.indexOf(a.priority) >= TRIAGE_PRIORITIES.indexOf(b.priority)) continue;
      const first = Math.min(a.handledAt, b.handledAt);
      if (a.handledAt === b.handledAt || a.visibleAt > first || b.visibleAt > first) continue;
      choices += 1;
      if (b.handledAt < a.handledAt) inverted += 1;
    }
  return { inverted, choices };
}

describe('priority inversions', () => {
  it.each([
    { name: 'urgent first', posts: [post('urgent', 0, 5), post('low', 0, 6)], inverted: 0, choices: 1 },
    { name: 'low first', posts: [post('urgent', 0, 6), post('low', 0, 5)], inverted: 1, choices: 1 },
    {
      name: 'urgent not there yet',
      posts: [post('urgent', 6, 7), post('low', 0, 5)],
      inverted: 0,
      choices: 0,
    },
    { name: 'in the same second', posts: [post('urgent', 0, 5), post('low', 0, 5)], inverted: 0, choices: 0 },
    { name: 'equals', posts: [post('high', 0, 6), post('high', 0, 5)], inverted: 0, choices: 0 },
    {
      name: 'the wrong way round altogether',
      posts: [post('urgent', 0, 9), post('high', 0, 8), post('normal', 0, 7), post('low', 0, 6)],
      inverted: 6,
      choices: 6,
    },
  ])('when $name it should count $inverted of $choices', ({ posts, inverted, choices }) => {
    expect(priorityInversions(posts)).toEqual({ inverted, choices });
  });

  it('agree with counting pair by pair', () => {
    const queue = fc.array(
      fc
        .tuple(fc.constantFrom(...TRIAGE_PRIORITIES), fc.nat({ max: 30 }), fc.nat({ max: 15 }))
        .map(([priority, visibleAt, wait]) => post(priority, visibleAt, visibleAt + wait)),
      { maxLength: 40 },
    );
    fc.assert(fc.property(queue, (posts) => expect(priorityInversions(posts)).toEqual(naive(posts))));
  });
});
