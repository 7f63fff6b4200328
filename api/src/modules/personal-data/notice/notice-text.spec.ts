import { noticeBlocks, unknownPlaceholders, withOrganisation } from '@readyroom/contract';

describe('The text of a notice', () => {
  it('should be headings, lists and paragraphs', () => {
    expect(noticeBlocks('## What\n\nOne.\nTwo.\n\n- a\n- b\n\n\n## Not\nalone')).toEqual([
      { heading: 'What' },
      { paragraph: 'One.\nTwo.' },
      { list: ['a', 'b'] },
      { paragraph: '## Not\nalone' },
    ]);
    expect(noticeBlocks('  \n\n ')).toEqual([]);
  });

  it('should name the organisation, whatever signs its name has, and no other placeholder', () => {
    expect(withOrganisation('{{organisation}} & {{organisation}}', "A$&'B")).toBe("A$&'B & A$&'B");
    expect(unknownPlaceholders('{{organisation}} {{days.links}} {{}}')).toEqual(['{{days.links}}', '{{}}']);
  });
});
