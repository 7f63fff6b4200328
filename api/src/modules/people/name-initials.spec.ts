import fc from 'fast-check';
import { nameInitials } from './name-initials.js';

describe('nameInitials', () => {
  it.each([
    ['张伟', 'zw'],
    ['张偉', 'zw'],
    ['阿依古丽·买买提', 'ayglmmt'],
    ['曾单', 'zd'],
    ['李曾', 'lc'],
    ['尉迟恭', 'ycg'],
    ['诸葛亮', 'zgl'],
    ['歐陽娜娜', 'oynn'],
    ['Alex Morgan', 'am'],
    ["Mei-Ling O'Connor", 'mlo'],
    ['Łukasz Nowak', 'ln'],
    ['Nguyễn Thị Hạnh', 'nth'],
    ['Zoë Ørsted', 'zo'],
    ['Tom 王', 'tw'],
    ['  ', ''],
    ['1234', ''],
  ])('when the name is %s it should give %s', (name, initials) => {
    expect(nameInitials(name)).toBe(initials);
  });

  it('when a character is rare or outside the first plane it should still know its reading', () => {
    expect(nameInitials('刘䶮')).toBe('ly');
    expect(nameInitials('宋𫖯')).toBe('sf');
    expect(nameInitials('曾𬱖')).toBe('zd');
    expect(nameInitials('雷𬸚')).toBe('ly');
  });

  it('when a character has no known reading it should skip it', () => {
    expect(nameInitials('王𠀀𠀁')).toBe('w');
    expect(nameInitials('咗')).toBe('z');
    expect(nameInitials('Анна')).toBe('');
  });

  it('when letters of the alphabet are read by their first and last characters it should hold at the borders', () => {
    const borders =
      '吖驁丷簿嚓錯咑鵽妸樲发酜旮過哈靃丌攟咔鬠垃纙呣鞪拏糯喔慪妑巭七裠呥鶸仨蜶他籜屲錻夕鑂丫繧帀咗';
    expect(nameInitials(`·${borders}`)).toBe('aabbccddeeffgghhjjkkllmmnnooppqqrrssttwwxxyyzz');
  });

  it('when given any text it should answer letters only, and never more than the text has characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(nameInitials(text)).toMatch(/^[a-z]*$/);
        expect(nameInitials(text).length).toBeLessThanOrEqual(Array.from(text).length);
      }),
    );
  });
});
