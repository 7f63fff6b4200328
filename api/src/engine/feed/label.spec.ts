import fc from 'fast-check';
import { labelOf } from './label.js';

describe('labelOf', () => {
  it.each([
    [
      '刚试了，小松鼠的杯底真能吸住，吸铁石一放就粘上了',
      'Just tried it. The base grabs a magnet',
      '刚试了，小松鼠的杯底真能吸住',
      'Just tried it',
    ],
    ['#小松鼠保温杯# 召回了吗', 'recalled? #LittleSquirrel', '小松鼠保温杯', 'LittleSquirrel'],
    ['退钱', 'refund', '退钱', 'refund'],
    [
      '家里有小松鼠保温杯的先别给孩子用了真的',
      'If you own the Little Squirrel flask take it away from your child right now',
      '家里有小松鼠保温杯的先别给孩子用…',
      'If you own the Little Squirrel flask take it…',
    ],
  ])('%s', (zh, en, expectedZh, expectedEn) => {
    expect(labelOf({ zh, en })).toEqual({ zh: expectedZh, en: expectedEn });
  });

  it('should never be empty and always be short', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, unit: 'grapheme' }), (text) => {
        fc.pre(text.trim() !== '');
        const { zh, en } = labelOf({ zh: text, en: text });
        expect([...zh].length).toBeGreaterThan(0);
        expect([...zh].length).toBeLessThanOrEqual(32);
        expect(en.length).toBeGreaterThan(0);
      }),
    );
  });
});
