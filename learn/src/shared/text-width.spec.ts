import { textWidth } from './text-width.js';

describe('textWidth', () => {
  it('should count Chinese characters as wider', () => expect(textWidth('21 时')).toBe(33));
});
