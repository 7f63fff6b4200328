import { blocksOf } from './plain-text.js';

describe('blocksOf', () => {
  it('should make lists of lines with a hyphen and paragraphs of the others', () =>
    expect(blocksOf('First.\n\nKnown:\n- one\n- two\n\nLast - not a list.\n')).toEqual([
      { list: false, lines: ['First.'] },
      { list: false, lines: ['Known:'] },
      { list: true, lines: ['one', 'two'] },
      { list: false, lines: ['Last - not a list.'] },
    ]));
  it('should make nothing of nothing', () => expect(blocksOf(' \n')).toEqual([]));
});
