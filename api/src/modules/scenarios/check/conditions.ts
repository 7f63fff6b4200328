import type { Condition, Effect, ScenarioDocument } from '@readyroom/contract';
import type { Path } from '../../content/index.js';
import { placedInjects, type PlacedInject } from './finding.js';

export type Leaf = Exclude<Condition, { all: unknown } | { any: unknown } | { not: unknown }>;

interface Placed<T> {
  path: Path;
  value: T;
}

/** Every condition of a scenario, with the place where it stands. */
export function conditionsOf(
  document: ScenarioDocument,
): (Placed<Condition> & { what: 'inject' | 'other' })[] {
  const other = (list: string, n: number, key: string, value: Condition | undefined) =>
    value === undefined ? [] : [{ path: [list, n, key] as Path, value, what: 'other' as const }];
  return [
    ...placedInjects(document).flatMap(({ inject, path }) =>
      inject.when === undefined
        ? []
        : [{ path: [...path, 'when'], value: inject.when, what: 'inject' as const }],
    ),
    ...document.posts.flatMap(({ when }, n) => other('posts', n, 'when', when)),
    ...document.chatter.flatMap(({ when }, n) => other('chatter', n, 'when', when)),
    ...document.clocks.flatMap(({ starts }, n) => other('clocks', n, 'starts', starts)),
    ...document.standIns.flatMap(({ when }, n) => other('standIns', n, 'when', when)),
  ];
}

/** What a condition asks in the end. */
export function leavesOf(condition: Condition, path: Path): Placed<Leaf>[] {
  if ('all' in condition) return condition.all.flatMap((inner, n) => leavesOf(inner, [...path, 'all', n]));
  if ('any' in condition) return condition.any.flatMap((inner, n) => leavesOf(inner, [...path, 'any', n]));
  if ('not' in condition) return leavesOf(condition.not, [...path, 'not']);
  return [{ path, value: condition }];
}

/** Every effect, of injects and of the options of their cards. */
export const effectsOf = ({ inject, path }: PlacedInject): Placed<Effect>[] => [
  ...inject.effects.map((value, n) => ({ path: [...path, 'effects', n], value })),
  ...(inject.card?.options ?? []).flatMap((option, o) =>
    option.effects.map((value, n) => ({ path: [...path, 'card', 'options', o, 'effects', n], value })),
  ),
];
