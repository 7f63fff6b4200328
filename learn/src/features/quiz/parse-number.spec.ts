import { parseNumber } from './parse-number.js';

describe('parseNumber', () => {
  it.each([
    ['12', 12],
    [' 3.5 ', 3.5],
    ['１２．５', 12.5],
    ['3。5', 3.5],
    ['1,234.5', 1234.5],
    ['12,345', 12345],
    ['-4', -4],
    ['−4', -4],
    ['.5', 0.5],
    ['0', 0],
    ['1 000', 1000],
  ])('when %j is typed it should be %d', (text, value) => expect(parseNumber(text)).toBe(value));
  it.each(['', '-', 'abc', '12 分钟', '1,2', '1.2.3', '1e5', '9999999999999', 'Infinity'])(
    'when %j is typed it should be no number',
    (text) => expect(parseNumber(text)).toBeNull(),
  );
});
