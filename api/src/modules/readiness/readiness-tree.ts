import { CRISIS_TYPES, TIERS, type ReadinessCell, type Tier } from '@readyroom/contract';
import { hideSmallGroups, type Branch, type Line as ShownLine } from './hide-small-groups.js';

export interface TreeDepartment {
  readonly id: string;
  /** From the root down to itself. */
  readonly lineage: readonly string[];
}
/** Somebody with their numbers: overall, then by crisis type. */
export interface Scored {
  readonly departmentId: string;
  readonly tier: Tier;
  readonly values: readonly (number | null)[];
}

interface Sums {
  sum: number;
  group: { people: number; size: number; hidden: boolean };
}
/** By column (all tiers, then each), then by number (overall, then each crisis type). */
type Line = readonly (readonly Sums[])[];

const COLUMNS: readonly (Tier | null)[] = [null, ...TIERS];
export const NUMBERS = [null, ...CRISIS_TYPES] as const;

/** Readiness of every department of an organisation: its own people, and its whole sub-tree. */
export class ReadinessTree {
  private readonly own = new Map<string, Line>();
  private readonly whole = new Map<string | null, Line>();

  constructor(
    private readonly departments: readonly TreeDepartment[],
    people: readonly Scored[],
  ) {
    this.whole.set(null, emptyLine());
    for (const { id } of departments) {
      this.own.set(id, emptyLine());
      this.whole.set(id, emptyLine());
    }
    const lineages = new Map(departments.map(({ id, lineage }) => [id, lineage]));
    for (const person of people) {
      count(this.own.get(person.departmentId)!, person);
      count(this.whole.get(null)!, person);
      for (const id of lineages.get(person.departmentId)!) {
        const line = this.whole.get(id);
        if (line) count(line, person);
      }
    }
  }

  /**
   * For readers who may not see individuals. Goes over the whole tree, so that what one board hides no other board
   * shows.
   */
  hideSmallGroups(): void {
    const children = new Map<string | null, string[]>();
    for (const { id, lineage } of this.departments) {
      const parent = lineage.at(-2) ?? null;
      children.set(parent, [...(children.get(parent) ?? []), id]);
    }
    for (const n of NUMBERS.keys()) {
      const shown = (line: Line): ShownLine => ({
        all: line[0]![n]!.group,
        tiers: TIERS.map((_tier, t) => line[t + 1]![n]!.group),
      });
      const branch = (id: string | null): Branch => ({
        whole: shown(this.whole.get(id)!),
        own: id === null ? null : shown(this.own.get(id)!),
        children: (children.get(id) ?? []).map(branch),
      });
      hideSmallGroups(branch(null));
    }
  }

  /** `null` = the whole organisation. */
  cells(departmentId: string | null, own = false): ReadinessCell[] {
    const line = own ? this.own.get(departmentId!)! : this.whole.get(departmentId)!;
    return COLUMNS.flatMap((tier, column) =>
      NUMBERS.map((crisisType, n) => ({ tier, crisisType, ...toCell(line[column]![n]!) })),
    );
  }
}

const emptyLine = (): Line =>
  COLUMNS.map(() => NUMBERS.map(() => ({ sum: 0, group: { people: 0, size: 0, hidden: false } })));

function count(line: Line, { tier, values }: Scored): void {
  for (const column of [0, COLUMNS.indexOf(tier)])
    values.forEach((value, n) => {
      const sums = line[column]![n]!;
      sums.group.people++;
      if (value === null) return;
      sums.group.size++;
      sums.sum += value;
    });
}

function toCell({ sum, group }: Sums): Omit<ReadinessCell, 'tier' | 'crisisType'> {
  const { people, size, hidden } = group;
  if (hidden) return { people, withEvidence: null, withoutPercent: null, mean: null, hidden };
  return {
    people,
    withEvidence: size,
    withoutPercent: people ? oneDecimal(100 - (100 * size) / people) : null,
    mean: size ? Math.min(100, oneDecimal(sum / size)) : null,
    hidden,
  };
}

export const oneDecimal = (value: number): number => Math.round(value * 10) / 10;
