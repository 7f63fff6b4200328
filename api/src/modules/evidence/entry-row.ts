import type { Json } from './chain/canonical.js';
import type { Anchor, Entry } from './chain/lines.js';

/** An entry as the database holds it; hashes come as hexadecimal. */
export interface EntryRow {
  id: string;
  kind: string;
  person: string | null;
  program: string | null;
  course: string | null;
  rule: string | null;
  happenedAt: Date;
  recordedAt: Date;
  payload: { readonly [key: string]: Json };
}

export const ENTRY_COLUMNS = `e.id, e.kind, e.person_id AS person, e.program_id AS program, e.course_id AS course,
  e.rule_id AS rule, e.happened_at AS "happenedAt", e.recorded_at AS "recordedAt", e.payload`;

/** What is hashed of it at its place in the chain. */
export const toEntry = (row: EntryRow, seq: number, previous: string): Entry => ({
  id: row.id,
  kind: row.kind,
  person: row.person,
  program: row.program,
  course: row.course,
  rule: row.rule,
  happenedAt: row.happenedAt.toISOString(),
  recordedAt: row.recordedAt.toISOString(),
  payload: row.payload,
  previous,
  seq,
});

export interface AnchorRow extends Omit<Anchor, 'madeAt'> {
  madeAt: Date;
  hash: string;
}
export const ANCHOR_COLUMNS = `number, day, first_seq AS "firstSeq", last_seq AS "lastSeq", encode(root, 'hex') AS root,
  encode(previous, 'hex') AS previous, made_at AS "madeAt", encode(hash, 'hex') AS hash`;

export const toAnchor = ({ day, firstSeq, lastSeq, madeAt, number, previous, root }: AnchorRow): Anchor => ({
  day,
  firstSeq,
  lastSeq,
  madeAt: madeAt.toISOString(),
  number,
  previous,
  root,
});
