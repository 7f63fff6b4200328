import type { ItemProgress, ProgramItem, Text } from '@readyroom/contract';

/** What one person has done that may count, by item: the day it was done, or that it was begun. */
export interface Done {
  /** Day (YYYY-MM-DD) on which the item was done within the period; null = not. */
  readonly doneOn: (item: Exclude<ProgramItem, { kind: 'group' }>) => string | null;
  readonly begun: (item: Exclude<ProgramItem, { kind: 'group' }>) => boolean;
}

export interface PathProgress {
  readonly items: ItemProgress[];
  readonly done: boolean;
  /** The day on which the last item that was needed was done; null while something is missing. */
  readonly doneOn: string | null;
}

/**
 * How far somebody is along a path. Locked is what waits for its prerequisites or for the item before it in a group
 * with an order; what was done all the same counts, because nobody is asked for the same thing twice.
 */
export function progressOf(
  path: readonly ProgramItem[],
  done: Done,
  titleOf: (courseId: string) => Text,
): PathProgress {
  const finished = new Map<string, string | null>();
  const first = path.map((item) => measure(item, done, titleOf, finished));
  const items = first.map((item, i) => lock(item, path[i]!, [], finished));
  return { items, ...allDone(items, items.length) };
}

function measure(
  item: ProgramItem,
  done: Done,
  titleOf: (courseId: string) => Text,
  finished: Map<string, string | null>,
): ItemProgress {
  const base = {
    key: item.key,
    kind: item.kind,
    courseId: null,
    waitsFor: [],
    rule: null,
    needed: null,
    items: [],
  };
  let measured: ItemProgress;
  if (item.kind === 'group') {
    const items = item.items.map((inner) => measure(inner, done, titleOf, finished));
    const needed =
      item.rule === 'at_least' ? Math.min(item.atLeast ?? items.length, items.length) : items.length;
    const whole = allDone(items, needed);
    const state = whole.done ? 'done' : items.some(({ state: s }) => s !== 'open') ? 'in_progress' : 'open';
    measured = { ...base, title: item.title, state, doneOn: whole.doneOn, rule: item.rule, needed, items };
  } else {
    const doneOn = done.doneOn(item);
    const state = doneOn !== null ? 'done' : done.begun(item) ? 'in_progress' : 'open';
    const title = item.kind === 'course' ? titleOf(item.courseId) : item.title;
    measured = { ...base, title, state, doneOn, courseId: item.kind === 'course' ? item.courseId : null };
  }
  finished.set(item.key, measured.doneOn);
  return measured;
}

/** `above` are the keys that lock everything in here because they lock the group around it. */
function lock(
  measured: ItemProgress,
  item: ProgramItem,
  above: readonly string[],
  finished: ReadonlyMap<string, string | null>,
): ItemProgress {
  const waitsFor = [...above, ...item.requires.filter((key) => !finished.get(key))];
  const items =
    item.kind === 'group'
      ? measured.items.map((inner, i) => {
          const before =
            item.rule === 'in_order' ? item.items.slice(0, i).filter(({ key }) => !finished.get(key)) : [];
          return lock(
            inner,
            item.items[i]!,
            [...waitsFor, ...before.slice(0, 1).map(({ key }) => key)],
            finished,
          );
        })
      : [];
  const locked = measured.state !== 'done' && waitsFor.length > 0;
  return {
    ...measured,
    items,
    state: locked ? 'locked' : measured.state,
    waitsFor: locked ? [...new Set(waitsFor)] : [],
  };
}

function allDone(items: readonly ItemProgress[], needed: number): { done: boolean; doneOn: string | null } {
  const days = items.flatMap(({ doneOn }) => doneOn ?? []).sort();
  return days.length < needed
    ? { done: false, doneOn: null }
    : { done: true, doneOn: days[needed - 1] ?? null };
}
