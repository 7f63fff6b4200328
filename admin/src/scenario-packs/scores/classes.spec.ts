import { classesOf } from './classes.js';

describe('classesOf', () => {
  it('should have an open class at either end, and shares in percent', () => {
    expect(classesOf({ unit: 'share', ends: [0.1, 0.9], counts: [1, 2, 3] })).toEqual([
      { from: null, to: 10, runs: 1 },
      { from: 10, to: 90, runs: 2 },
      { from: 90, to: null, runs: 3 },
    ]);
  });

  it('should leave minutes as they are', () => {
    expect(classesOf({ unit: 'minutes', ends: [5], counts: [0, 4] })).toEqual([
      { from: null, to: 5, runs: 0 },
      { from: 5, to: null, runs: 4 },
    ]);
  });
});
