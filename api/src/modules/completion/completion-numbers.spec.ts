import fc from 'fast-check';
import { numbersOf } from './completion-numbers.js';

const count = fc.record({
  notStarted: fc.nat(999),
  inProgress: fc.nat(999),
  completed: fc.nat(999),
  overdue: fc.nat(99),
});

describe('numbersOf', () => {
  it('when nobody is assigned it should give no percentage', () => {
    expect(numbersOf([])).toEqual({
      assigned: 0,
      notStarted: 0,
      inProgress: 0,
      completed: 0,
      overdue: 0,
      completionPercent: null,
    });
  });

  it('when a third is done it should say so with one decimal', () => {
    const { assigned, completionPercent } = numbersOf([
      { notStarted: 1, inProgress: 1, completed: 1, overdue: 2 },
    ]);
    expect([assigned, completionPercent]).toEqual([3, 33.3]);
  });

  it('when parts are added up it should not matter how they were cut', () => {
    fc.assert(
      fc.property(fc.array(count), fc.array(count), (a, b) => {
        const whole = numbersOf([...a, ...b]);
        expect(whole).toEqual(numbersOf([numbersOf(a), numbersOf(b)]));
        expect(whole.assigned).toBe(whole.notStarted + whole.inProgress + whole.completed);
      }),
    );
  });
});
