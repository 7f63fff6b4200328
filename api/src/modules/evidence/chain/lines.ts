import { canonical, sha256, type Json } from './canonical.js';

export const FORMAT = 'readyroom-evidence/1';

/** What is hashed of an entry. `previous` is the hash of the entry before, so that none can go or come unseen. */
export interface Entry {
  course: string | null;
  happenedAt: string;
  id: string;
  kind: string;
  payload: { readonly [key: string]: Json };
  person: string | null;
  previous: string;
  program: string | null;
  recordedAt: string;
  rule: string | null;
  seq: number;
}

/** What is hashed of an anchor: the Merkle root over the entries `firstSeq` to `lastSeq`, and the anchor before. */
export interface Anchor {
  day: string;
  firstSeq: number;
  lastSeq: number;
  madeAt: string;
  number: number;
  previous: string;
  root: string;
}

export const hashOfEntry = (entry: Entry): string => sha256(canonical(entry as unknown as Json));
export const hashOfAnchor = (anchor: Anchor): string => sha256(canonical(anchor as unknown as Json));

export type About = 'person' | 'program' | 'everything';
export interface Header {
  about: About;
  /** The person or program; null for everything. */
  subject: string | null;
  organisation: string;
  madeAt: string;
  anchors: number;
  entries: number;
  names: number;
}

/** The lines of a bundle, each with its line break. */
export const headerLine = (header: Header): string => {
  const bundle = { ...header, format: FORMAT };
  return `${canonical({ bundle, check: sha256(canonical(bundle)) })}\n`;
};
export const anchorLine = (anchor: Anchor): string =>
  `${canonical({ anchor: anchor as unknown as Json, hash: hashOfAnchor(anchor) })}\n`;
/** `proof` leads to the root of the anchor that covers the entry; a bundle of everything needs none. */
export const entryLine = (entry: Entry, proof: readonly string[] | null): string =>
  `${canonical({ entry: entry as unknown as Json, hash: hashOfEntry(entry), ...(proof && { proof }) })}\n`;
/** Names are outside of the chain, so that they can be erased; `check` finds a slip of the copy, not a forger. */
export const nameLine = (name: Record<string, Json>): string =>
  `${canonical({ check: sha256(canonical(name)), name })}\n`;
/** `digest` is over every byte before this line. */
export const endLine = (lines: number, digest: string): string =>
  `${canonical({ end: { digest, lines } })}\n`;
