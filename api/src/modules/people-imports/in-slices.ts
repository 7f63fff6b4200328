import { setImmediate } from 'node:timers/promises';

const SLICE = 500;

/** As `map`, but lets other requests have their turn in between: a large roster takes seconds of computing. */
export async function inSlices<T, R>(items: readonly T[], work: (item: T) => R): Promise<R[]> {
  const results: R[] = [];
  for (const [index, item] of items.entries()) {
    if (index > 0 && index % SLICE === 0) await setImmediate();
    results.push(work(item));
  }
  return results;
}
