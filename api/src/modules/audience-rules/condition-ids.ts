import type { AudienceCondition } from '@readyroom/contract';

/** Departments that a condition names, wherever they stand in it. */
export const departmentsIn = (condition: AudienceCondition | null): string[] =>
  leaves(condition).flatMap((leaf) => ('department' in leaf ? leaf.department : []));

/** People that a condition names. */
export const peopleIn = (condition: AudienceCondition | null): string[] =>
  leaves(condition).flatMap((leaf) => ('person' in leaf ? leaf.person : []));

function leaves(condition: AudienceCondition | null): AudienceCondition[] {
  if (!condition) return [];
  if ('all' in condition) return condition.all.flatMap(leaves);
  if ('any' in condition) return condition.any.flatMap(leaves);
  if ('not' in condition) return leaves(condition.not);
  return [condition];
}
