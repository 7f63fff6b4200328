import { plainText, renderMarkdown } from './markdown.js';

describe('renderMarkdown', () => {
  it('when a text holds HTML it should show it as text', () => {
    expect(renderMarkdown('<script>alert(1)</script> <img src=x onerror=alert(1)>')).not.toMatch(
      /<(script|img)/,
    );
  });

  it.each([
    'javascript:alert(1)',
    'data:text/html,x',
    'http://example.com',
    '//example.com',
    'vbscript:x',
    'JaVaScRiPt:alert(1)',
  ])('when a link leads to %s it should make no link of it', (href) => {
    expect(renderMarkdown(`[text](${href})`)).not.toContain('<a');
    expect(renderMarkdown(`<${href}>`)).not.toContain('<a');
    expect(renderMarkdown(`[text][1]\n\n[1]: ${href}`)).not.toContain('<a');
  });

  it('when a link leads to https it should open apart and tell nothing', () => {
    expect(renderMarkdown('[规定](https://example.com/a?b=1&c=2)')).toBe(
      '<p><a href="https://example.com/a?b=1&amp;c=2" rel="noopener noreferrer" target="_blank">规定</a></p>\n',
    );
  });

  it('when an address stands bare it should stay text', () => {
    expect(renderMarkdown('see https://example.com')).not.toContain('<a');
  });

  it('when an image is written it should not load one', () => {
    expect(renderMarkdown('![x](https://example.com/a.png)')).not.toContain('<img');
  });

  it('when Chinese is wrapped in the source it should show no gap, and English a blank', () => {
    expect(renderMarkdown('第一行，\n第二行')).toBe('<p>第一行，第二行</p>\n');
    expect(renderMarkdown('**粗体**\n第二行')).toBe('<p><strong>粗体</strong>第二行</p>\n');
    expect(renderMarkdown('first\nsecond')).toBe('<p>first\nsecond</p>\n');
    expect(renderMarkdown('第一行\nsecond')).toBe('<p>第一行\nsecond</p>\n');
  });

  it('when a table is written it should become one', () => {
    expect(renderMarkdown('| a |\n| --- |\n| 1 |')).toContain('<table>');
  });
});

describe('plainText', () => {
  it('should leave the words and drop the marks', () => {
    expect(plainText('### A & B\n\n- **c** [d](https://example.com)').split(/\s+/).filter(Boolean)).toEqual([
      'A',
      'B',
      'c',
      'd',
    ]);
  });
});
