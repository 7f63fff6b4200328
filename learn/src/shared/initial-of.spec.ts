import { initialOf } from './initial-of.js';

describe('initialOf', () => {
  it.each([
    ['𬱖宁', '𬱖'],
    ['Ada', 'A'],
    ['', ''],
  ])('of %j it should be %j', (name, initial) => expect(initialOf(name)).toBe(initial));
});
