import { addUp } from './numbers.js';

const of = (assigned: number, completed: number, overdue = 0) => ({
  assigned, notStarted: assigned - completed, inProgress: 0, completed, overdue, completionPercent: null,
}); // prettier-ignore

describe('addUp', () => {
  it('should add counts and take the share of the sums, not the mean of shares', () => {
    expect(addUp([of(10, 10), of(90, 0, 4)])).toEqual({
      assigned: 100,
      notStarted: 90,
      inProgress: 0,
      completed: 10,
      overdue: 4,
      completionPercent: 10,
    });
  });
  it('should have no share when nobody is assigned', () => {
    expect(addUp([]).completionPercent).toBeNull();
  });
  it('should give the share with one decimal', () => {
    expect(addUp([of(3, 1)]).completionPercent).toBe(33.3);
  });
});
