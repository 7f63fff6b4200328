import { NOTHING_BEFORE, sha256 } from '../chain/canonical.js';
import {
  anchorLine,
  endLine,
  entryLine,
  hashOfAnchor,
  hashOfEntry,
  headerLine,
  nameLine,
  type About,
  type Anchor,
  type Entry,
} from '../chain/lines.js';
import { MerkleTree } from '../chain/merkle.js';

const uuid = (n: number): string => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;
export const PEOPLE = [uuid(1), uuid(2), uuid(3)];

/** A chain of this many entries of three people, with an anchor after every `each`. */
export function chainOf(count: number, each: number): { entries: Entry[]; anchors: Anchor[] } {
  const entries: Entry[] = [];
  let previous = NOTHING_BEFORE;
  for (let seq = 1; seq <= count; seq++) {
    const entry: Entry = {
      course: seq % 2 ? uuid(50) : null,
      happenedAt: `2026-03-02T01:00:${String(seq % 60).padStart(2, '0')}.000Z`,
      id: uuid(1000 + seq),
      kind: seq % 2 ? 'course.completed' : 'waiver.given',
      payload: {
        scorePercent: 80.5 + (seq % 7),
        tier: 'frontline',
        words: `第${seq}项 “\n”`,
        list: [seq, null, true],
      },
      person: PEOPLE[seq % 3]!,
      previous,
      program: null,
      recordedAt: '2026-03-02T01:00:00.000Z',
      rule: null,
      seq,
    };
    previous = hashOfEntry(entry);
    entries.push(entry);
  }
  const anchors: Anchor[] = [];
  let before = NOTHING_BEFORE;
  for (let firstSeq = 1; firstSeq <= count; firstSeq += each) {
    const lastSeq = Math.min(count, firstSeq + each - 1);
    const root = new MerkleTree(entries.slice(firstSeq - 1, lastSeq).map(hashOfEntry)).root;
    const number = anchors.length + 1;
    anchors.push({
      day: '2026-03-02',
      firstSeq,
      lastSeq,
      madeAt: '2026-03-03T00:00:00.000Z',
      number,
      previous: before,
      root,
    });
    before = hashOfAnchor(anchors.at(-1)!);
  }
  return { entries, anchors };
}

/** The lines of a bundle without its last one. */
export function linesOf(about: About, { entries, anchors }: ReturnType<typeof chainOf>): string[] {
  const subject = about === 'everything' ? null : PEOPLE[1]!;
  const chosen = about === 'person' ? entries.filter(({ person }) => person === subject) : entries;
  const names = about === 'person' ? [subject!] : PEOPLE;
  const header = { about, subject, organisation: '蓝湖 Ltd', madeAt: '2026-03-04T00:00:00.000Z' };
  return [
    headerLine({ ...header, anchors: anchors.length, entries: chosen.length, names: names.length }),
    ...anchors.map(anchorLine),
    ...chosen.map((entry) => {
      const anchor = anchors.find(({ lastSeq }) => lastSeq >= entry.seq)!;
      const leaves = entries.slice(anchor.firstSeq - 1, anchor.lastSeq).map(hashOfEntry);
      return entryLine(
        entry,
        about === 'everything' ? null : new MerkleTree(leaves).proof(entry.seq - anchor.firstSeq),
      );
    }),
    ...names.map((id, i) => nameLine({ id, name: `姓名${i}`, employeeNo: `E${i}` })),
  ];
}

/** Closes lines as a careful forger would: with a last line that fits them. */
export const closed = (lines: readonly string[]): Buffer =>
  Buffer.from(lines.join('') + endLine(lines.length + 1, sha256(lines.join(''))));
