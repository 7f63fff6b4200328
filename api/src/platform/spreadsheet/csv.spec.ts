import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { CrlfLines, csvLine, safeText } from './csv.js';

describe('csvLine', () => {
  it('when cells hold commas, quotes or line ends it should keep them as one cell', () => {
    const cells = ['a,b', 'say "hi"', 'two\nlines', '', 7, null];
    expect(parse(csvLine(cells))).toEqual([['a,b', 'say "hi"', 'two\nlines', '', '7', '']]);
  });

  it('when a cell begins like a formula it should be disarmed, and nothing else should change', () => {
    for (const start of ['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'])
      expect(safeText(`${start}1+1`)).toBe(`'${start}1+1`);
    for (const text of ['', '007', 'a=1', '张伟', "'x"]) expect(safeText(text)).toBe(text);
  });

  it('when any text is written it should be read back, apart from the disarming apostrophe', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' }), { minLength: 2 }), (cells) => {
        expect(parse(csvLine(cells))).toEqual([cells.map(safeText)]);
      }),
    );
  });
});

describe('CrlfLines', () => {
  const through = async (chunks: Buffer[]): Promise<string> => {
    const lines = new CrlfLines();
    for (const chunk of chunks) lines.write(chunk);
    lines.end();
    return Buffer.concat(await lines.toArray()).toString();
  };

  it('when a line end stands inside quotes it should stay, wherever the chunks are cut', async () => {
    const text = 'a,"two\nlines and ""quotes"""\n张伟,b\n';
    for (let cut = 0; cut <= Buffer.byteLength(text); cut++) {
      const bytes = Buffer.from(text);
      const result = await through([bytes.subarray(0, cut), bytes.subarray(cut)]);
      expect(result).toBe('a,"two\nlines and ""quotes"""\r\n张伟,b\r\n');
    }
  });
});
