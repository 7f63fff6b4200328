import { createHash } from 'node:crypto';

/*
 * Merkle trees of RFC 9162, 2.1: leaves and nodes are hashed with different first bytes, so that no node can pose as a
 * leaf, and a tree of n leaves is split at the largest power of two below n.
 */
const LEAF = Buffer.of(0);
const NODE = Buffer.of(1);

const hash = (...parts: Uint8Array[]): Buffer => {
  const made = createHash('sha256');
  for (const part of parts) made.update(part);
  return made.digest();
};
const split = (n: number): number => 2 ** Math.floor(Math.log2(n - 1));

/** Every level of a tree that is worked out once and asked for many proofs. Hashes are lower-case hexadecimal. */
export class MerkleTree {
  private readonly known = new Map<string, Buffer>();

  constructor(private readonly leaves: readonly string[]) {
    if (leaves.length === 0) throw new Error('A tree has at least one leaf');
  }

  get root(): string {
    return this.node(0, this.leaves.length).toString('hex');
  }

  /** The siblings on the way from a leaf to the root, nearest first. */
  proof(index: number): string[] {
    const path: string[] = [];
    let [from, to] = [0, this.leaves.length];
    while (to - from > 1) {
      const middle = from + split(to - from);
      const isLeft = index < middle;
      path.push((isLeft ? this.node(middle, to) : this.node(from, middle)).toString('hex'));
      [from, to] = isLeft ? [from, middle] : [middle, to];
    }
    return path.reverse();
  }

  private node(from: number, to: number): Buffer {
    if (to - from === 1) return hash(LEAF, Buffer.from(this.leaves[from]!, 'hex'));
    const key = `${from}-${to}`;
    const before = this.known.get(key);
    if (before) return before;
    const middle = from + split(to - from);
    const made = hash(NODE, this.node(from, middle), this.node(middle, to));
    this.known.set(key, made);
    return made;
  }
}

/** The root that a leaf and its proof lead to; null when the proof does not fit a tree of this size. */
export function rootOf(leaf: string, index: number, size: number, proof: readonly string[]): string | null {
  const turns: boolean[] = [];
  let [from, to] = [0, size];
  while (to - from > 1) {
    const middle = from + split(to - from);
    turns.push(index < middle);
    [from, to] = index < middle ? [from, middle] : [middle, to];
  }
  if (index < 0 || index >= size || turns.length !== proof.length) return null;
  let here = hash(LEAF, Buffer.from(leaf, 'hex'));
  for (const sibling of proof) {
    const other = Buffer.from(sibling, 'hex');
    here = turns.pop()! ? hash(NODE, here, other) : hash(NODE, other, here);
  }
  return here.toString('hex');
}
