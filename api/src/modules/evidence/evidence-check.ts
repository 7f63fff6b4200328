import { Injectable } from '@nestjs/common';
import type { EvidenceCheck } from '@readyroom/contract';
import { Database } from '../../platform/database/database.js';
import { NOTHING_BEFORE } from './chain/canonical.js';
import { hashOfAnchor, hashOfEntry } from './chain/lines.js';
import { MerkleTree } from './chain/merkle.js';
import {
  ANCHOR_COLUMNS,
  ENTRY_COLUMNS,
  toAnchor,
  toEntry,
  type AnchorRow,
  type EntryRow,
} from './entry-row.js';

const PART = 5_000;
type Fault = NonNullable<EvidenceCheck['fault']>;

/** Works out the hashes of what is stored now and compares them with those that were kept. */
@Injectable()
export class EvidenceStored {
  constructor(private readonly database: Database) {}

  /** The entries from `from` on, as many as are checked in a moment, and the anchors that end among them. */
  async check(from: number): Promise<EvidenceCheck> {
    const [before] = await this.database.query<{ hash: string }>(
      `SELECT encode(hash, 'hex') AS hash FROM evidence_entry WHERE seq = $1`,
      [from - 1],
    );
    const rows = await this.database.query<EntryRow & { seq: number; previous: string; hash: string }>(
      `SELECT ${ENTRY_COLUMNS}, e.seq, encode(e.previous, 'hex') AS previous, encode(e.hash, 'hex') AS hash
       FROM evidence_entry e WHERE e.seq >= $1 ORDER BY e.seq LIMIT $2`,
      [from, PART],
    );
    const [end] = await this.database.query<{ seq: number }>(
      `SELECT greatest((SELECT coalesce(max(seq), 0) FROM evidence_entry), (SELECT coalesce(max(last_seq), 0) FROM evidence_anchor)) AS seq`,
    );
    const lastSeq = end!.seq;
    let previous = from === 1 ? NOTHING_BEFORE : before?.hash;
    let fault: Fault | null = previous === undefined ? { seq: from - 1, what: 'gap' } : null;
    let seq = from - 1;
    for (const row of rows) {
      if (fault) break;
      seq++;
      if (row.seq !== seq) fault = { seq, what: 'gap' };
      else if (row.previous !== previous || hashOfEntry(toEntry(row, seq, row.previous)) !== row.hash)
        fault = { seq, what: 'entry' };
      previous = row.hash;
    }
    if (!fault && rows.length < PART && seq < lastSeq) fault = { seq: seq + 1, what: 'gap' };
    fault ??= await this.anchorFault(from, seq);
    const isDone = fault !== null || rows.length < PART;
    return { checked: rows.length, nextSeq: isDone ? null : seq + 1, lastSeq, fault };
  }

  private async anchorFault(from: number, to: number): Promise<Fault | null> {
    const anchors = await this.database.query<AnchorRow>(
      `SELECT ${ANCHOR_COLUMNS} FROM evidence_anchor
       WHERE number >= (SELECT min(number) - 1 FROM evidence_anchor WHERE last_seq BETWEEN $1 AND $2) AND last_seq <= $2
       ORDER BY number`,
      [from, to],
    );
    for (const [i, anchor] of anchors.entries()) {
      const before = anchors[i - 1];
      // The first is only there to be followed, unless nothing comes before it.
      if (!before && anchor.number > 1 && anchor.lastSeq < from) continue;
      const leaves = await this.database.query<{ hash: string }>(
        `SELECT encode(hash, 'hex') AS hash FROM evidence_entry WHERE seq BETWEEN $1 AND $2 ORDER BY seq`,
        [anchor.firstSeq, anchor.lastSeq],
      );
      const holds =
        anchor.hash === hashOfAnchor(toAnchor(anchor)) &&
        anchor.previous === (before?.hash ?? NOTHING_BEFORE) &&
        anchor.number === (before?.number ?? 0) + 1 &&
        anchor.firstSeq === (before?.lastSeq ?? 0) + 1 &&
        leaves.length === anchor.lastSeq - anchor.firstSeq + 1 &&
        new MerkleTree(leaves.map(({ hash }) => hash)).root === anchor.root;
      if (!holds) return { seq: anchor.lastSeq, what: 'anchor' };
    }
    return null;
  }
}
