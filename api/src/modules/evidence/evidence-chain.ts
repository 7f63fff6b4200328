import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database, type Tx } from '../../platform/database/database.js';
import { takeTurn } from '../../platform/database/turns.js';
import { organisationDay } from '../standings/index.js';
import { NOTHING_BEFORE } from './chain/canonical.js';
import { hashOfAnchor, hashOfEntry } from './chain/lines.js';
import { MerkleTree } from './chain/merkle.js';
import { ENTRY_COLUMNS, toEntry, type EntryRow } from './entry-row.js';

const BATCH = 2_000;
/** Entries under one anchor at most, so that a proof is short and its tree is worked out in a moment. */
export const ANCHOR_ENTRIES = 32_768;

/** Links what was recorded into one chain, and closes days with anchors. Repeating either changes nothing. */
@Injectable()
export class EvidenceChain {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Links everything that waits, in the order in which it was recorded. Answers how many. */
  async link(): Promise<number> {
    let linked = 0;
    for (let last = BATCH; last === BATCH; linked += last)
      last = await this.database.transaction((tx) => this.linkSome(tx));
    return linked;
  }

  private async linkSome(tx: Tx): Promise<number> {
    await takeTurn(tx, 'evidenceChain');
    const [end] = await tx.query<{ seq: number; hash: string }>(
      `SELECT seq, encode(hash, 'hex') AS hash FROM evidence_entry WHERE seq IS NOT NULL ORDER BY seq DESC LIMIT 1`,
    );
    const rows = await tx.query<EntryRow>(
      `SELECT ${ENTRY_COLUMNS} FROM evidence_entry e WHERE e.seq IS NULL ORDER BY e.id LIMIT $1`,
      [BATCH],
    );
    let seq = end?.seq ?? 0;
    let previous = end?.hash ?? NOTHING_BEFORE;
    const links = rows.map((row) => {
      const entry = toEntry(row, ++seq, previous);
      previous = hashOfEntry(entry);
      return { id: row.id, seq, previous: entry.previous, hash: previous };
    });
    if (links.length > 0)
      await tx.query(
        `UPDATE evidence_entry e SET seq = l.seq, previous = decode(l.previous, 'hex'), hash = decode(l.hash, 'hex')
         FROM unnest($1::uuid[], $2::bigint[], $3::text[], $4::text[]) AS l(id, seq, previous, hash) WHERE e.id = l.id`,
        [
          links.map(({ id }) => id),
          links.map((it) => it.seq),
          links.map((it) => it.previous),
          links.map(({ hash }) => hash),
        ],
      );
    return links.length;
  }

  /** Closes the days that are over: everything up to the last entry that was recorded before today. */
  async anchorDays(): Promise<number> {
    await this.link();
    const { today, timeZone } = await organisationDay(this.database, this.clock);
    return this.anchor(
      `(SELECT max(seq) FROM evidence_entry WHERE seq > (SELECT coalesce(max(last_seq), 0) FROM evidence_anchor)
        AND recorded_at < ($1::date::timestamp AT TIME ZONE $2))`,
      [today, timeZone],
    );
  }

  /** Closes everything there is, for what is handed out now. */
  async anchorAll(): Promise<number> {
    await this.link();
    return this.anchor('(SELECT max(seq) FROM evidence_entry)', []);
  }

  private async anchor(upTo: string, values: readonly unknown[]): Promise<number> {
    let made = 0;
    while (await this.database.transaction((tx) => this.anchorSome(tx, upTo, values))) made++;
    return made;
  }

  private async anchorSome(tx: Tx, upTo: string, values: readonly unknown[]): Promise<boolean> {
    await takeTurn(tx, 'evidenceChain');
    const [last] = await tx.query<{ number: number; lastSeq: number; hash: string }>(
      `SELECT number, last_seq AS "lastSeq", encode(hash, 'hex') AS hash FROM evidence_anchor ORDER BY number DESC LIMIT 1`,
    );
    const firstSeq = (last?.lastSeq ?? 0) + 1;
    const [end] = await tx.query<{ seq: number | null }>(`SELECT ${upTo} AS seq`, values);
    const lastSeq = Math.min(end!.seq ?? 0, firstSeq + ANCHOR_ENTRIES - 1);
    if (lastSeq < firstSeq) return false;
    const leaves = await tx.query<{ hash: string }>(
      `SELECT encode(hash, 'hex') AS hash FROM evidence_entry WHERE seq BETWEEN $1 AND $2 ORDER BY seq`,
      [firstSeq, lastSeq],
    );
    const [day] = await tx.query<{ day: string }>(
      `SELECT (recorded_at AT TIME ZONE (SELECT time_zone FROM organisation))::date AS day FROM evidence_entry WHERE seq = $1`,
      [lastSeq],
    );
    const anchor = {
      day: day!.day,
      firstSeq,
      lastSeq,
      madeAt: this.clock.now().toISOString(),
      number: (last?.number ?? 0) + 1,
      previous: last?.hash ?? NOTHING_BEFORE,
      root: new MerkleTree(leaves.map(({ hash }) => hash)).root,
    };
    await tx.query(
      `INSERT INTO evidence_anchor (number, day, first_seq, last_seq, root, previous, made_at, hash)
       VALUES ($1, $2, $3, $4, decode($5, 'hex'), decode($6, 'hex'), $7, decode($8, 'hex'))`,
      [
        anchor.number,
        anchor.day,
        firstSeq,
        lastSeq,
        anchor.root,
        anchor.previous,
        anchor.madeAt,
        hashOfAnchor(anchor),
      ],
    );
    return true;
  }
}
