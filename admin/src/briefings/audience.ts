import type { AudienceCondition, BriefingShift, Tier } from '../providers/contract.js';
import { isWhole, NEW_CONDITION, type Group } from '../audience-rules/condition/tree.js';

export const WAYS = ['chosen', 'condition'] as const;
export const SHIFTS: readonly BriefingShift[] = ['all', 'only', 'also'];
export const MINUTES = [5, 10, 15, 20, 30, 60, 120] as const;

/** Who gets it and until when. What another way had chosen is kept, so that changing one's mind loses nothing. */
export interface Reach {
  who: (typeof WAYS)[number];
  tiers: Tier[];
  departments: string[];
  condition: Group;
  shift: BriefingShift;
  joiners: boolean;
  withinMinutes: number;
}

export const EVERYBODY: Reach = {
  who: 'chosen',
  tiers: [],
  departments: [],
  condition: NEW_CONDITION,
  shift: 'all',
  joiners: true,
  withinMinutes: 15,
};

export const isMeant = ({ who, condition }: Reach): boolean => who === 'chosen' || isWhole(condition);

export function audienceOf({ who, tiers, departments, condition }: Reach): AudienceCondition {
  if (who === 'condition') return condition;
  return {
    all: [
      ...(tiers.length > 0 ? [{ tier: tiers }] : []),
      ...(departments.length > 0 ? [{ department: departments }] : []),
    ],
  };
}
