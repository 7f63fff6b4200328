import { thinned } from './thinned.js';

const numbers = (count: number) => Array.from({ length: count }, (_, i) => i);

it('should leave a short list as it is', () => {
  expect(thinned(numbers(5), 5)).toEqual(numbers(5));
});

it('should keep the ends of a long list and spread the rest', () => {
  expect(thinned(numbers(101), 6)).toEqual([0, 20, 40, 60, 80, 100]);
});
