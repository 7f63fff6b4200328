import fc from 'fast-check';
import { READINESS_MIN_GROUP, TIERS } from '@readyroom/contract';
import { ReadinessTree, type Scored, type TreeDepartment } from './readiness-tree.js';

const PRIME = 1_000_003;
const inverse = (value: number): number => {
  let [result, base, power] = [1, value % PRIME, PRIME - 2];
  for (; power > 0; power >>= 1, base = (base * base) % PRIME)
    if (power & 1) result = (result * base) % PRIME;
  return result;
};

/** What is known of sums of unknowns: whether a further sum follows from those that were told. */
class Told {
  private readonly rows = new Map<number, number[]>();

  private reduced(sum: readonly number[]): number[] {
    const left = sum.map((value) => ((value % PRIME) + PRIME) % PRIME);
    for (const [pivot, row] of this.rows) {
      const times = left[pivot]!;
      if (times) row.forEach((value, n) => (left[n] = (left[n]! + (PRIME - times) * value) % PRIME));
    }
    return left;
  }

  tell(sum: readonly number[]): void {
    const left = this.reduced(sum);
    const pivot = left.findIndex((value) => value !== 0);
    if (pivot < 0) return;
    const by = inverse(left[pivot]!);
    const row = left.map((value) => (value * by) % PRIME);
    for (const [at, other] of this.rows) {
      const times = other[pivot]!;
      if (times)
        this.rows.set(
          at,
          other.map((value, n) => (value + (PRIME - times) * row[n]!) % PRIME),
        );
    }
    this.rows.set(pivot, row);
  }

  follows(sum: readonly number[]): boolean {
    return this.reduced(sum).every((value) => value === 0);
  }
}

interface Place {
  /** Of the department above; the first has none. */
  above: number;
  /** People with evidence, by tier. */
  people: readonly number[];
}
const place = fc.record({
  above: fc.nat(50),
  people: fc.tuple(...TIERS.map(() => fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 8 })))),
});

/** A company: a tree of departments and who of them has evidence. */
function companyOf(places: readonly Place[]) {
  const departments: TreeDepartment[] = [];
  places.forEach(({ above }, n) => {
    const id = `d${n}`;
    const parent = n === 0 ? null : departments[above % n]!;
    departments.push({ id, lineage: [...(parent?.lineage ?? []), id] });
  });
  const people: Scored[] = places.flatMap(({ people: sizes }, n) =>
    TIERS.flatMap((tier, t) =>
      Array.from({ length: sizes[t]! }, () => ({
        departmentId: `d${n}`,
        tier,
        values: [50, 50, null, null, null],
      })),
    ),
  );
  return { departments, people };
}

describe('ReadinessTree', () => {
  it('for any company no sum over fewer than five should follow from what is shown to an auditor', () => {
    fc.assert(
      fc.property(fc.array(place, { minLength: 1, maxLength: 7 }), (places) => {
        const { departments, people } = companyOf(places);
        const tree = new ReadinessTree(departments, people);
        tree.hideSmallGroups();
        // Unknowns: the people of one tier directly in one department.
        const cells = places.flatMap(({ people: sizes }, n) =>
          TIERS.map((tier, t) => ({ n, tier, size: sizes[t]! })),
        );
        const told = new Told();
        const sumOf = (takes: (cell: (typeof cells)[number]) => boolean) =>
          cells.map((cell) => (cell.size > 0 && takes(cell) ? 1 : 0));
        const tell = (id: string | null, own: boolean, inside: (n: number) => boolean) => {
          for (const { tier, crisisType, hidden } of tree.cells(id, own))
            if (crisisType === null && !hidden)
              told.tell(sumOf((cell) => inside(cell.n) && (tier === null || cell.tier === tier)));
        };
        tell(null, false, () => true);
        departments.forEach(({ id }, n) => {
          tell(id, true, (one) => one === n);
          tell(id, false, (one) => departments[one]!.lineage.includes(id));
        });
        const small = cells.flatMap(({ size }, n) => (size > 0 && size < READINESS_MIN_GROUP ? [n] : []));
        const unions = (from: number, left: number): number[][] =>
          small
            .filter((n) => n >= from && cells[n]!.size <= left)
            .flatMap((n) => [[n], ...unions(n + 1, left - cells[n]!.size).map((more) => [n, ...more])]);
        for (const union of unions(0, READINESS_MIN_GROUP - 1))
          expect([union, told.follows(cells.map((_, n) => (union.includes(n) ? 1 : 0)))]).toEqual([
            union,
            false,
          ]);
      }),
      { numRuns: 300 },
    );
  });
});
