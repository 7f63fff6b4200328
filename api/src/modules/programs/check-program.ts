import type { PROGRAM_FAULTS, ProgramDocument, ProgramItem } from '@readyroom/contract';

/** What is wrong with a program, and where: a path into its document. */
export interface ProgramFault {
  readonly path: string;
  readonly fault: (typeof PROGRAM_FAULTS)[number];
  readonly value: string;
}

const DEPTH = 4;

/** Faults that no schema can see: keys, prerequisites that wait for each other, courses that do not exist. */
export function checkProgram(document: ProgramDocument, courseIds: ReadonlySet<string>): ProgramFault[] {
  return (['path', 'refresher'] as const).flatMap((name) => checkPath(document[name], name, courseIds));
}

interface Placed {
  readonly item: ProgramItem;
  readonly path: string;
  readonly depth: number;
  /** Keys of the groups around it. */
  readonly within: readonly string[];
}

function checkPath(
  items: readonly ProgramItem[],
  name: string,
  courseIds: ReadonlySet<string>,
): ProgramFault[] {
  const placed = place(items, name);
  const byKey = new Map(placed.map((one) => [one.item.key, one]));
  const faults: ProgramFault[] = [];
  const seen = new Set<string>();
  for (const { item, path, depth, within } of placed) {
    if (seen.has(item.key)) faults.push({ path: `${path}.key`, fault: 'duplicate_key', value: item.key });
    seen.add(item.key);
    if (depth > DEPTH) faults.push({ path, fault: 'too_deep', value: item.key });
    if (item.kind === 'course' && !courseIds.has(item.courseId))
      faults.push({ path: `${path}.courseId`, fault: 'unknown_course', value: item.courseId });
    if (item.kind === 'group' && item.rule === 'at_least' && (item.atLeast ?? 0) > item.items.length)
      faults.push({ path: `${path}.atLeast`, fault: 'too_many', value: String(item.atLeast) });
    item.requires.forEach((key, i) => {
      if (!byKey.has(key)) faults.push({ path: `${path}.requires.${i}`, fault: 'unknown_item', value: key });
      else if (within.includes(key))
        faults.push({ path: `${path}.requires.${i}`, fault: 'needs_itself', value: key });
    });
  }
  const knot = faults.length === 0 ? cycleIn(placed) : null;
  return knot ? [{ path: `${knot.path}.requires`, fault: 'cycle', value: knot.item.key }] : faults;
}

function place(
  items: readonly ProgramItem[],
  at: string,
  depth = 1,
  within: readonly string[] = [],
): Placed[] {
  return items.flatMap((item, i) => {
    const path = `${at}.${i}`;
    const inner =
      item.kind === 'group' ? place(item.items, `${path}.items`, depth + 1, [...within, item.key]) : [];
    return [{ item, path, depth, within }, ...inner];
  });
}

/** The first item that, followed through prerequisites, order and groups, waits for itself. */
function cycleIn(placed: readonly Placed[]): Placed | null {
  const waits = new Map<string, string[]>(placed.map(({ item }) => [item.key, []]));
  for (const { item } of placed) {
    waits.get(item.key)!.push(...item.requires);
    if (item.kind !== 'group') continue;
    item.items.forEach((inner, i) => {
      // Done only when its items are; and each of them opens only when what the group waits for is done.
      waits.get(item.key)!.push(inner.key);
      waits.get(inner.key)!.push(...item.requires);
      if (item.rule === 'in_order' && i > 0) waits.get(inner.key)!.push(item.items[i - 1]!.key);
    });
  }
  const state = new Map<string, 'open' | 'closed'>();
  const visit = (key: string): boolean => {
    if (state.get(key) === 'closed') return false;
    if (state.get(key) === 'open') return true;
    state.set(key, 'open');
    const knotted = waits.get(key)!.some(visit);
    state.set(key, 'closed');
    return knotted;
  };
  return placed.find(({ item }) => visit(item.key)) ?? null;
}
