import { createHash } from 'node:crypto';
import { canonical, NOTHING_BEFORE, sha256, type Json } from './canonical.js';
import { FORMAT, type Anchor, type Entry, type Header } from './lines.js';
import { MerkleTree, rootOf } from './merkle.js';

/** Why a bundle does not hold, and where. Lines count from 1. */
export interface Fault {
  line: number;
  reason: string;
}
export interface Verdict {
  fault: Fault | null;
  header: Header | null;
  /** Hashes of the anchors: one that was deposited outside must be among them. */
  anchors: string[];
  /** What the last line carries: to be compared with the one kept when the bundle was handed out. */
  digest: string | null;
}

class Wrong extends Error {}
const demand = (holds: boolean, reason: string): void => {
  if (!holds) throw new Wrong(reason);
};

type Keyed = Readonly<Record<string, Json>>;
const ENTRY_KEYS = 'course,happenedAt,id,kind,payload,person,previous,program,recordedAt,rule,seq';
const ANCHOR_KEYS = 'day,firstSeq,lastSeq,madeAt,number,previous,root';
const HEADER_KEYS = 'about,anchors,entries,format,madeAt,names,organisation,subject';
const keysOf = (value: Json | undefined): string =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.keys(value).sort().join()
    : '';

/** Takes a bundle line by line and stops at the first that is wrong. Needs nothing but the bundle. */
export class BundleVerifier {
  private readonly whole = createHash('sha256');
  private line = 0;
  private header: Header | null = null;
  private readonly anchors: Anchor[] = [];
  private readonly anchorHashes: string[] = [];
  private entries = 0;
  private names = 0;
  private lastName = '';
  private last = { seq: 0, hash: NOTHING_BEFORE };
  /** Hashes of the entries of the anchor that is being filled: a bundle of everything. */
  private leaves: string[] = [];
  private at = 0;
  private digest: string | null = null;
  private fault: Fault | null = null;

  /** One line without its line break. Answers whether to go on. */
  push(bytes: Uint8Array): boolean {
    if (this.fault) return false;
    this.line++;
    try {
      this.take(bytes);
    } catch (error) {
      if (!(error instanceof Wrong)) throw error;
      this.fault = { line: this.line, reason: error.message };
    }
    return this.fault === null;
  }

  /** `rest` is what follows the last line break: nothing, in a whole file. */
  finish(rest: Uint8Array = new Uint8Array()): Verdict {
    if (!this.fault && (rest.length > 0 || this.digest === null))
      this.fault = { line: this.line + 1, reason: 'The file breaks off: its last line is missing' };
    return {
      fault: this.fault,
      header: this.header,
      anchors: this.anchorHashes,
      digest: this.digest,
    };
  }

  private take(bytes: Uint8Array): void {
    demand(this.digest === null, 'Something follows the last line');
    const value = this.parsed(bytes);
    const kind = keysOf(value);
    if (kind === 'end') return this.takeEnd(value);
    this.whole.update(bytes).update('\n');
    if (this.header === null) return this.takeHeader(value, kind);
    if (kind === 'anchor,hash') return this.takeAnchor(value);
    if (kind === 'entry,hash,proof' || kind === 'entry,hash') return this.takeEntry(value);
    if (kind === 'check,name') return this.takeName(value);
    throw new Wrong('Not a line of a bundle');
  }

  /** A text that differs in one byte from the only way to write its value is not that line. */
  private parsed(bytes: Uint8Array): Keyed {
    let value: Json;
    try {
      value = JSON.parse(Buffer.from(bytes).toString('utf8')) as Json;
    } catch {
      throw new Wrong('Not JSON');
    }
    demand(Buffer.from(canonical(value)).equals(bytes), 'Not in canonical form');
    demand(keysOf(value) !== '', 'Not a line of a bundle');
    return value as Keyed;
  }

  private takeHeader(value: Keyed, kind: string): void {
    demand(
      kind === 'bundle,check' && keysOf(value.bundle) === HEADER_KEYS,
      'The first line is not the header of a bundle',
    );
    demand(value.check === sha256(canonical(value.bundle!)), 'The header does not match its check');
    const { format, ...header } = value.bundle as unknown as Header & { format: string };
    demand(format === FORMAT, `Another format than ${FORMAT}`);
    demand(
      header.about === 'everything'
        ? header.subject === null
        : ['person', 'program'].includes(header.about) && typeof header.subject === 'string',
      'The header does not say what the bundle is about',
    );
    this.header = header;
  }

  private takeAnchor(value: Keyed): void {
    demand(this.entries === 0 && this.names === 0, 'An anchor out of its place');
    demand(keysOf(value.anchor) === ANCHOR_KEYS, 'Not an anchor');
    const anchor = value.anchor as unknown as Anchor;
    demand(value.hash === sha256(canonical(value.anchor!)), 'The anchor does not match its hash');
    demand(anchor.number === this.anchors.length + 1, 'An anchor is missing before this one');
    demand(
      anchor.previous === (this.anchorHashes.at(-1) ?? NOTHING_BEFORE),
      'The anchor does not follow the one before',
    );
    const firstSeq = (this.anchors.at(-1)?.lastSeq ?? 0) + 1;
    demand(anchor.firstSeq === firstSeq && anchor.lastSeq >= firstSeq, 'The anchor leaves entries out');
    this.anchors.push(anchor);
    this.anchorHashes.push(value.hash as string);
  }

  private takeEntry(value: Keyed): void {
    demand(this.names === 0, 'An entry out of its place');
    demand(keysOf(value.entry) === ENTRY_KEYS, 'Not an entry');
    const entry = value.entry as unknown as Entry;
    const hash = sha256(canonical(value.entry!));
    demand(value.hash === hash, 'The entry does not match its hash');
    demand(Number.isSafeInteger(entry.seq) && entry.seq > this.last.seq, 'The entry is out of order');
    if (entry.seq === this.last.seq + 1)
      demand(entry.previous === this.last.hash, 'The entry does not follow the one before');
    while (this.at < this.anchors.length && this.anchors[this.at]!.lastSeq < entry.seq) this.at++;
    const anchor = this.anchors[this.at];
    demand(anchor !== undefined, 'No anchor covers the entry');
    if (this.header!.about === 'everything') this.takeLink(entry, hash, anchor!, value.proof);
    else this.takeProof(entry, hash, anchor!, value.proof);
    this.last = { seq: entry.seq, hash };
    this.entries++;
  }

  private takeLink(entry: Entry, hash: string, anchor: Anchor, proof: Json | undefined): void {
    demand(proof === undefined, 'A bundle of everything has no proofs');
    demand(entry.seq === this.last.seq + 1, 'An entry is missing before this one');
    this.leaves.push(hash);
    if (entry.seq !== anchor.lastSeq) return;
    demand(
      new MerkleTree(this.leaves).root === anchor.root,
      'The entries do not lead to the root of their anchor',
    );
    this.leaves = [];
  }

  private takeProof(entry: Entry, hash: string, anchor: Anchor, proof: Json | undefined): void {
    const { subject, about } = this.header!;
    demand(Array.isArray(proof) && proof.every((it) => typeof it === 'string'), 'The entry has no proof');
    const size = anchor.lastSeq - anchor.firstSeq + 1;
    const root = rootOf(hash, entry.seq - anchor.firstSeq, size, proof as string[]);
    demand(root === anchor.root, 'The proof does not lead from the entry to the root of its anchor');
    const belongs =
      about === 'program' || entry.person === subject || (entry.person === null && entry.rule !== null);
    demand(belongs, 'The entry is about somebody else');
  }

  private takeName(value: Keyed): void {
    demand(
      keysOf(value.name) !== '' && value.check === sha256(canonical(value.name!)),
      'The name does not match its check',
    );
    const { id } = value.name as { id?: Json };
    demand(typeof id === 'string' && id > this.lastName, 'The name is out of order');
    this.lastName = id as string;
    this.names++;
  }

  private takeEnd(value: Keyed): void {
    demand(
      keysOf(value.end) === 'digest,lines' && this.header !== null,
      'The last line is not the end of a bundle',
    );
    const { digest, lines } = value.end as { digest: Json; lines: Json };
    const { anchors, entries, names, about } = this.header!;
    demand(
      this.anchors.length === anchors,
      `${anchors} anchors were written, ${this.anchors.length} are here`,
    );
    demand(this.entries === entries, `${entries} entries were written, ${this.entries} are here`);
    demand(this.names === names, `${names} names were written, ${this.names} are here`);
    demand(
      about !== 'everything' || this.last.seq === (this.anchors.at(-1)?.lastSeq ?? 0),
      'Entries are missing at the end',
    );
    demand(lines === this.line, `${String(lines)} lines were written, ${this.line} are here`);
    demand(digest === this.whole.digest('hex'), 'A line before the last one was changed');
    this.digest = digest as string;
  }
}

/** A whole bundle at once. */
export function verifyBundle(file: Uint8Array): Verdict {
  const verifier = new BundleVerifier();
  let from = 0;
  for (let to = file.indexOf(10, from); to >= 0; to = file.indexOf(10, from)) {
    if (!verifier.push(file.subarray(from, to))) return verifier.finish();
    from = to + 1;
  }
  return verifier.finish(file.subarray(from));
}
