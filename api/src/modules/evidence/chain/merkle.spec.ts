import fc from 'fast-check';
import { sha256 } from './canonical.js';
import { MerkleTree, rootOf } from './merkle.js';

const leaves = (n: number): string[] => Array.from({ length: n }, (_, i) => sha256(`leaf ${i}`));

describe('A Merkle tree', () => {
  it('should have the roots of RFC 6962 (tests of Certificate Transparency)', () => {
    // The reference hashes the data itself; ours are hashes already, so the leaf is H(0x00 || data) of 32 bytes.
    const one = sha256(Buffer.concat([Buffer.of(0), Buffer.from(leaves(1)[0]!, 'hex')]));
    const two = sha256(Buffer.concat([Buffer.of(0), Buffer.from(leaves(2)[1]!, 'hex')]));
    expect(new MerkleTree(leaves(1)).root).toBe(one);
    expect(new MerkleTree(leaves(2)).root).toBe(
      sha256(Buffer.concat([Buffer.of(1), Buffer.from(one, 'hex'), Buffer.from(two, 'hex')])),
    );
  });

  it('when a proof is asked for it should lead from every leaf to the root', () => {
    for (let n = 1; n <= 40; n++) {
      const all = leaves(n);
      const tree = new MerkleTree(all);
      for (const [i, leaf] of all.entries()) expect(rootOf(leaf, i, n, tree.proof(i))).toBe(tree.root);
    }
  });

  it('when leaf, place, size or proof is another one it should not lead there', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 70 }), fc.nat(), fc.nat(), fc.nat(), (n, a, b, c) => {
        const all = leaves(n);
        const tree = new MerkleTree(all);
        const [i, j] = [a % n, b % n];
        const proof = tree.proof(i);
        if (i !== j) {
          expect(rootOf(all[j]!, i, n, proof)).not.toBe(tree.root);
          expect(rootOf(all[i]!, j, n, proof)).not.toBe(tree.root);
          expect(rootOf(all[i]!, i, n, tree.proof(j))).not.toBe(tree.root);
        }
        expect(rootOf(all[i]!, i, n, proof.slice(1))).not.toBe(tree.root);
        expect(rootOf(all[i]!, n + (c % 5), n, proof)).toBeNull();
        expect(new MerkleTree(all.with(i, sha256('else'))).root).not.toBe(tree.root);
      }),
    );
  });
});
