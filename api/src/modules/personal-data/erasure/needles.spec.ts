import { jsonPatternOf, needlesOf, patternOf, pseudonymOf } from './needles.js';

const identity = {
  name: '张伟',
  englishName: 'Wei Zhang',
  email: 'Wei.Zhang@example.com',
  phone: '+86 13800138000',
  employeeNo: 'A1024',
};

describe('What somebody is recognised by', () => {
  it('should be names, addresses and numbers, in the ways that they are written', () => {
    expect(new Set(needlesOf(identity, false))).toEqual(
      new Set([
        '张伟',
        'Wei Zhang',
        'Wei.Zhang@example.com',
        'wei.zhang@example.com',
        '+86 13800138000',
        '+8613800138000',
        '13800138000',
        'A1024',
      ]),
    );
  });

  it('should leave out a name that somebody else bears, and what would hit other texts', () => {
    expect(needlesOf(identity, true)).not.toContain('张伟');
    const short = { name: '李', englishName: 'mark', email: null, phone: null, employeeNo: '2026' };
    expect(needlesOf(short, false)).toEqual([]);
    expect(needlesOf({ ...short, employeeNo: '20260' }, false)).toEqual(['20260']);
  });

  it('should be found as whole words, whatever signs they contain', () => {
    const found = new RegExp(patternOf(needlesOf({ ...identity, englishName: 'O.(K)' }, false)), 'g');
    const text = '张伟与 A1024、XA1024、A10245，O.(K) OxxK';
    expect([...text.matchAll(found)].map(([hit]) => hit)).toEqual(['张伟', 'A1024', 'O.(K)']);
    expect(new RegExp(jsonPatternOf(['a"b']), 'g').test(JSON.stringify('x a"b y'))).toBe(true);
  });

  it('should become a word that follows from the id alone', () => {
    expect(pseudonymOf('0193a1b2-0000-7000-8000-00000abcdef1')).toBe('已匿名人员 0ABCDEF1');
  });
});
