import fc from 'fast-check';
import { holds, merged, newest, type Held } from './answer-sheet.js';

const entry = (position: number, seq: number, value: number | null): Held => ({
  position,
  seq,
  answer: value === null ? null : { type: 'numeric', value },
});

describe('the answers of an attempt', () => {
  const held = [entry(1, 5, 1), entry(2, 0, null)];

  it('when an answer is newer it should replace the one held, also by nothing', () => {
    expect(merged(held, [entry(1, 6, 2)])[0]).toEqual(entry(1, 6, 2));
    expect(merged(held, [entry(1, 6, null)])[0]).toEqual(entry(1, 6, null));
  });

  it('when an answer is older or as old it should change nothing', () => {
    expect(merged(held, [entry(1, 5, 2), entry(1, 4, 3)])).toEqual(held);
  });

  it('when several come at once the newest should count, and of equals the first', () => {
    expect(newest([entry(1, 7, 1), entry(1, 9, 2), entry(1, 9, 3), entry(2, 1, 4)])).toEqual([
      entry(1, 9, 2),
      entry(2, 1, 4),
    ]);
  });

  it('when the same answer comes again it should count as saved, whatever the order of its fields', () => {
    const pairs = [{ left: 'a', right: 'b' }];
    const again = { position: 1, seq: 5, answer: { pairs, type: 'matching' as const } };
    expect(holds(again, { position: 1, seq: 5, answer: { type: 'matching', pairs } })).toBe(true);
    expect(holds(again, { position: 1, seq: 5, answer: null })).toBe(false);
    expect(holds(again, { ...again, seq: 6 })).toBe(false);
  });

  it('should end the same in whatever order distinct saves arrive', () => {
    const saves = fc.uniqueArray(
      fc.record({ position: fc.constantFrom(1, 2), seq: fc.integer({ min: 1, max: 30 }) }),
      {
        selector: ({ position, seq }) => `${position}/${seq}`,
      },
    );
    fc.assert(
      fc.property(saves, fc.infiniteStream(fc.nat()), (list, random) => {
        const sheet = [entry(1, 0, null), entry(2, 0, null)];
        const all = list.map(({ position, seq }) => entry(position, seq, seq));
        const other = [...all].sort(() => (random.next().value % 3) - 1);
        const oneByOne = other.reduce((state, save) => merged(state, [save]), sheet);
        expect(oneByOne).toEqual(merged(sheet, all));
      }),
    );
  });
});
