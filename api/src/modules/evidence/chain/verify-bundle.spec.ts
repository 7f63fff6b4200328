import fc from 'fast-check';
import { chainOf, closed, linesOf } from '../testing/bundle.js';
import { anchorLine, entryLine, headerLine, type About, type Header } from './lines.js';
import { verifyBundle } from './verify-bundle.js';

const ABOUT: readonly About[] = ['person', 'program', 'everything'];

describe('A bundle', () => {
  describe.each(ABOUT)('about a %s', (about) => {
    const lines = linesOf(about, chainOf(5, 2));
    const whole = closed(lines);

    it('should hold as it was written', () => {
      expect(verifyBundle(whole).fault).toBeNull();
      expect(verifyBundle(whole).anchors).toHaveLength(3);
    });

    it('when any one byte is another one it should not hold, and name no line after that byte', () => {
      const undetected: number[] = [];
      const late: number[] = [];
      const ends = [...whole.entries()].filter(([, byte]) => byte === 10).map(([i]) => i);
      for (let at = 0; at < whole.length; at++) {
        const changed = Buffer.from(whole);
        // Three changes a place: another bit, a digit or letter for another, and a line break.
        for (const byte of [whole[at]! ^ 1, whole[at]! === 0x30 ? 0x31 : 0x30, whole[at]! === 10 ? 32 : 10]) {
          changed[at] = byte;
          const { fault } = verifyBundle(changed);
          const line = ends.findIndex((end) => at <= end) + 1;
          if (!fault) undetected.push(at);
          else if (fault.line > line) late.push(at);
        }
      }
      expect({ undetected, late }).toEqual({ undetected: [], late: [] });
    });

    it('when it breaks off anywhere it should not hold', () => {
      for (let length = 0; length < whole.length; length++)
        expect(verifyBundle(whole.subarray(0, length)).fault).not.toBeNull();
    });

    it('when something follows its last line it should not hold', () => {
      for (const more of ['\n', ' ', lines[1]!, '{"end":{}}\n'])
        expect(verifyBundle(Buffer.concat([whole, Buffer.from(more)])).fault).not.toBeNull();
    });

    it('when a line is taken out, doubled or put elsewhere it should not hold, even with a last line that fits', () => {
      for (let i = 0; i < lines.length; i++) {
        expect(verifyBundle(closed(lines.toSpliced(i, 1))).fault).not.toBeNull();
        expect(verifyBundle(closed(lines.toSpliced(i, 0, lines[i]!))).fault).not.toBeNull();
        for (let j = i + 1; j < lines.length; j++) {
          const swapped = lines.with(i, lines[j]!).with(j, lines[i]!);
          expect(verifyBundle(closed(swapped)).fault).not.toBeNull();
        }
      }
    });
  });

  it('when one byte of a large one is another one it should be found, 10,000 times of 10,000', () => {
    const whole = closed(linesOf('person', chainOf(75, 32)));
    let undetected = 0;
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const changed = Buffer.from(whole);
        changed[at] = changed[at]! ^ change;
        if (!verifyBundle(changed).fault) undetected++;
      }),
      { numRuns: 10_000 },
    );
    expect(undetected).toBe(0);
  }, 120_000);

  it('when proofs are swapped it should name the first entry that has the wrong one', () => {
    const { entries, anchors } = chainOf(12, 12);
    const lines = linesOf('program', { entries, anchors });
    const parsed = (line: string) => (JSON.parse(line) as { proof: string[] }).proof;
    const changed = lines
      .with(2, entryLine(entries[0]!, parsed(lines[3]!)))
      .with(3, entryLine(entries[1]!, parsed(lines[2]!)));
    expect(verifyBundle(closed(changed)).fault).toEqual({
      line: 3,
      reason: 'The proof does not lead from the entry to the root of its anchor',
    });
  });

  it('when an entry is made up with a hash that fits it should still not lead to its anchor', () => {
    const { entries, anchors } = chainOf(12, 5);
    const forged = { ...entries[3]!, payload: { scorePercent: 100 } };
    const lines = linesOf('everything', { entries, anchors });
    const { fault } = verifyBundle(closed(lines.with(4 + 3, entryLine(forged, null))));
    expect(fault).toEqual({ line: 9, reason: 'The entry does not follow the one before' });
  });

  it('when the last entry of an anchor is made up it should name that line', () => {
    const { entries, anchors } = chainOf(5, 5);
    const forged = { ...entries[4]!, payload: {} };
    const lines = linesOf('everything', { entries, anchors });
    expect(verifyBundle(closed(lines.with(2 + 4, entryLine(forged, null)))).fault).toEqual({
      line: 7,
      reason: 'The entries do not lead to the root of their anchor',
    });
  });

  it('when an anchor is forged the next one should not follow it', () => {
    const { entries, anchors } = chainOf(12, 5);
    const lines = linesOf('everything', { entries, anchors });
    const forged = anchorLine({ ...anchors[0]!, root: 'f'.repeat(64) });
    expect(verifyBundle(closed(lines.with(1, forged))).fault).toEqual({
      line: 3,
      reason: 'The anchor does not follow the one before',
    });
  });

  it('when the whole chain is forged it should hold, but have none of the anchors that were deposited', () => {
    const genuine = chainOf(12, 5);
    const forged = chainOf(13, 5);
    const other = forged.anchors.at(-1)!;
    expect(other.root).not.toBe(genuine.anchors.at(-1)!.root);
    const verdict = verifyBundle(closed(linesOf('everything', forged)));
    const deposited = verifyBundle(closed(linesOf('everything', genuine))).anchors.at(-1)!;
    expect(verdict.fault).toBeNull();
    expect(verdict.anchors).not.toContain(deposited);
  });

  it('when a bundle of one person holds an entry of another it should say so', () => {
    const { entries, anchors } = chainOf(12, 12);
    const [first, anchor, ...rest] = linesOf('program', { entries, anchors });
    const header = (JSON.parse(first!) as { bundle: Header & { format: string } }).bundle;
    const { format: _format, ...about } = header;
    const lines = [headerLine({ ...about, about: 'person' }), anchor!, ...rest];
    expect(verifyBundle(closed(lines)).fault).toEqual({
      line: 4,
      reason: 'The entry is about somebody else',
    });
  });

  it.each(['', '\n', '{}\n', 'null\n', '[]\n', '{"__proto__":1}\n', '{"end":{"digest":"","lines":1}}\n'])(
    'when the file is %j it should not hold',
    (text) => expect(verifyBundle(Buffer.from(text)).fault).toMatchObject({ line: 1 }),
  );
});
