import type { AudienceCondition } from '../../providers/contract.js';

/** Conditions as the builder edits them: `not` stands directly around one part and is a switch of that part. */
export const LEAVES = ['tier', 'department', 'position', 'role', 'tag', 'hired', 'person'] as const;
export type Leaf = (typeof LEAVES)[number];
export type Group = { all: AudienceCondition[] } | { any: AudienceCondition[] };

export const NEW_CONDITION: Group = { all: [{ tier: [] }] };
/** The contract takes no more; the top counts as the first level. */
export const DEEPEST_GROUP = 4;

export const isGroup = (condition: AudienceCondition): condition is Group =>
  'all' in condition || 'any' in condition;
export const partsOf = (group: Group): AudienceCondition[] => ('all' in group ? group.all : group.any);
export const withParts = (group: Group, parts: AudienceCondition[]): Group =>
  'all' in group ? { all: parts } : { any: parts };

/** The part itself, and whether it is denied. */
export const plain = (condition: AudienceCondition): { part: AudienceCondition; isNot: boolean } =>
  'not' in condition ? { part: condition.not, isNot: true } : { part: condition, isNot: false };
export const denied = (part: AudienceCondition, isNot: boolean): AudienceCondition =>
  isNot ? { not: part } : part;

export const emptyLeaf = (kind: Leaf): AudienceCondition =>
  (kind === 'hired' ? { hired: { from: null, to: null } } : { [kind]: [] }) as AudienceCondition;
export const leafOf = (part: AudienceCondition): Leaf => LEAVES.find((kind) => kind in part) ?? 'tier';

/** Whether every part says something. */
export function isWhole(condition: AudienceCondition): boolean {
  const { part } = plain(condition);
  if ('not' in part) return isWhole(part);
  if (isGroup(part)) return partsOf(part).length > 0 && partsOf(part).every(isWhole);
  if ('hired' in part) {
    const { from, to } = part.hired;
    return (from !== null || to !== null) && (from === null || to === null || from <= to);
  }
  return Object.values(part).every((values) => (values as unknown[]).length > 0);
}

/** Everybody who is named somewhere in it. */
export function peopleIn(condition: AudienceCondition): string[] {
  const { part } = plain(condition);
  if (isGroup(part)) return partsOf(part).flatMap(peopleIn);
  return 'person' in part ? part.person : [];
}
