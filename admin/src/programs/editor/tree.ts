import type { ProgramItem } from '../../providers/contract.js';

/** Operations on the tree of items of a program. Each answers a new tree and leaves the old one as it was. */
export type Items = readonly ProgramItem[];
export const MOVES = ['up', 'down', 'inward', 'outward'] as const;
export type Move = (typeof MOVES)[number];

const inner = (item: ProgramItem): Items => (item.kind === 'group' ? item.items : []);
const withInner = (item: ProgramItem, items: ProgramItem[]): ProgramItem =>
  item.kind === 'group' ? { ...item, items } : item;

/** Every item, groups before what is in them. */
export const flat = (items: Items): ProgramItem[] => items.flatMap((item) => [item, ...flat(inner(item))]);

/** A key that no item has: `course-1`, `course-2` … Keys are for prerequisites and evidence, nobody has to type them. */
export function freeKey(items: Items, kind: ProgramItem['kind']): string {
  const taken = new Set(flat(items).map(({ key }) => key));
  for (let number = 1; ; number++) if (!taken.has(`${kind}-${number}`)) return `${kind}-${number}`;
}

export const changed = (items: Items, key: string, part: Partial<ProgramItem>): ProgramItem[] =>
  items.map((item) =>
    item.key === key
      ? ({ ...item, ...part } as ProgramItem)
      : withInner(item, changed(inner(item), key, part)),
  );

/** At the end of a group, or of the whole path. */
export const added = (items: Items, group: string | null, item: ProgramItem): ProgramItem[] =>
  group === null
    ? [...items, item]
    : items.map((one) =>
        one.key === group
          ? withInner(one, [...inner(one), item])
          : withInner(one, added(inner(one), group, item)),
      );

const cut = (items: Items, key: string): ProgramItem[] =>
  items.filter((item) => item.key !== key).map((item) => withInner(item, cut(inner(item), key)));

/** Without the item and all in it; nothing waits for them any more. */
export function removed(items: Items, key: string): ProgramItem[] {
  const gone = new Set(flat(items.filter((item) => item.key === key)).map((item) => item.key));
  const target = flat(items).find((item) => item.key === key);
  for (const item of target ? flat([target]) : []) gone.add(item.key);
  const forget = (list: Items): ProgramItem[] =>
    list.map((item) => ({
      ...withInner(item, forget(inner(item))),
      requires: item.requires.filter((one) => !gone.has(one)),
    }));
  return forget(cut(items, key));
}

/** Where an item stands: its siblings, its place among them, the group around them. */
export function placeOf(
  items: Items,
  key: string,
  group: ProgramItem | null = null,
): { siblings: Items; index: number; group: ProgramItem | null } | null {
  const index = items.findIndex((item) => item.key === key);
  if (index >= 0) return { siblings: items, index, group };
  for (const item of items) {
    const found = placeOf(inner(item), key, item);
    if (found) return found;
  }
  return null;
}

export function mayMove(items: Items, key: string, move: Move): boolean {
  const place = placeOf(items, key);
  if (!place) return false;
  const { siblings, index, group } = place;
  if (move === 'up') return index > 0;
  if (move === 'down') return index < siblings.length - 1;
  if (move === 'inward') return siblings[index - 1]?.kind === 'group';
  return group !== null;
}

/** One step; where there is no such step the tree stays as it is. */
export function moved(items: Items, key: string, move: Move): ProgramItem[] {
  const place = placeOf(items, key);
  if (!place || !mayMove(items, key, move)) return [...items];
  const { siblings, index, group } = place;
  const item = siblings[index]!;
  if (move === 'inward') return added(cut(items, key), siblings[index - 1]!.key, item);
  if (move === 'outward') return after(cut(items, key), group!.key, item);
  const order = [...siblings];
  const other = move === 'up' ? index - 1 : index + 1;
  [order[index], order[other]] = [order[other]!, item];
  return group === null ? order : changed(items, group.key, { items: order } as Partial<ProgramItem>);
}

const after = (items: Items, key: string, item: ProgramItem): ProgramItem[] =>
  items.flatMap((one) => (one.key === key ? [one, item] : [withInner(one, after(inner(one), key, item))]));

/** What an item may wait for: everything but itself, what is in it and the groups around it. */
export function mayRequire(items: Items, key: string): ProgramItem[] {
  const around = (one: string): string[] => {
    const group = placeOf(items, one)?.group;
    return group ? [group.key, ...around(group.key)] : [];
  };
  const self = flat(items).find((item) => item.key === key);
  const barred = new Set([...(self ? flat([self]).map((item) => item.key) : []), ...around(key)]);
  return flat(items).filter((item) => !barred.has(item.key));
}
