import type { ReadinessCell, ScenarioDocument, Tier } from '../providers/contract.js';

export type CrisisType = ScenarioDocument['crisisType'];
export const CRISIS_TYPES = [
  'technical',
  'content',
  'trust',
  'regulatory',
] as const satisfies readonly CrisisType[];

/** What is not a crisis type means overall. */
export const crisisTypeIn = (text: string | null): CrisisType | null =>
  CRISIS_TYPES.find((type) => type === text) ?? null;

export const cellOf = (
  cells: readonly ReadinessCell[],
  tier: Tier | null,
  crisisType: CrisisType | null,
): ReadinessCell | undefined => cells.find((cell) => cell.tier === tier && cell.crisisType === crisisType);
