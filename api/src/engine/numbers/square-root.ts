/** Square root by Newton's method: exact arithmetic steps only, hence the same bits everywhere. */
export function squareRoot(x: number): number {
  if (x <= 0) return 0;
  let root = x > 1 ? x : 1;
  for (;;) {
    const next = (root + x / root) / 2;
    if (next >= root) return root;
    root = next;
  }
}
