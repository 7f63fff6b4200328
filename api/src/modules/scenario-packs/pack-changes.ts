import type { ScenarioDocument, ScenarioPackDetail } from '@readyroom/contract';
import { canonicalJson } from './archive/canonical-json.js';

type Changes = NonNullable<ScenarioPackDetail['target']>['changes'];

/** What differs between two documents of a scenario, part by part. Things with an id are told apart by it. */
export function changesBetween(before: ScenarioDocument, after: ScenarioDocument): Changes {
  const parts = [
    ...new Set([...Object.keys(before), ...Object.keys(after)]),
  ].sort() as (keyof ScenarioDocument)[];
  return parts.flatMap((part) => {
    const [was, is] = [thingsIn(before[part]), thingsIn(after[part])];
    const added = [...is.keys()].filter((id) => !was.has(id)).length;
    const removed = [...was.keys()].filter((id) => !is.has(id)).length;
    const changed = [...is].filter(([id, text]) => was.has(id) && was.get(id) !== text).length;
    return added + removed + changed > 0 ? [{ part, added, removed, changed }] : [];
  });
}

/** By id or key; what is no list is one thing. */
function thingsIn(value: unknown): Map<string, string> {
  if (value === undefined) return new Map();
  if (!Array.isArray(value)) return new Map([['', canonicalJson(value)]]);
  return new Map(
    value.map((one: { id?: string; key?: string }, n) => [
      one.id ?? one.key ?? String(n),
      canonicalJson(one),
    ]),
  );
}
