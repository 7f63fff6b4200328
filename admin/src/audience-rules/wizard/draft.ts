import type { AudienceCondition, AudienceInput, CreateAudienceRuleBody } from '../../providers/contract.js';
import { isSoundDue, type DueAfter } from '../due/due.js';
import { isWhole, NEW_CONDITION, type Group } from '../condition/tree.js';

export const WAYS = ['everybody', 'chosen', 'condition'] as const;

/** What the wizard gathers. What is not in use is kept, so that changing one's mind loses nothing. */
export interface Draft {
  who: (typeof WAYS)[number];
  tiers: NonNullable<AudienceInput['tiers']>;
  departmentIds: string[];
  personIds: string[];
  condition: Group;
  what: 'courses' | 'program';
  courseIds: string[];
  programId: string | null;
  dueOn: string | null;
  /** Takes the place of one day for all. */
  dueAfter: DueAfter | null;
  joinersDueDays: number;
  name: string;
  note: string;
}

interface Given {
  personIds?: string[];
  courseIds?: string[];
  programId?: string;
}

export const emptyDraft = ({ personIds = [], courseIds = [], programId }: Given = {}): Draft => ({
  who: 'chosen',
  tiers: [],
  departmentIds: [],
  personIds,
  condition: NEW_CONDITION,
  what: programId ? 'program' : 'courses',
  courseIds,
  programId: programId ?? null,
  dueOn: null,
  dueAfter: null,
  joinersDueDays: 14,
  name: '',
  note: '',
});

/** The audience as the API takes it; what another way had chosen is forgotten. */
export function audienceOf(draft: Draft): AudienceInput {
  if (draft.who === 'everybody') return { everybody: true };
  // Of everybody, those who meet it: without anybody chosen nobody would be meant.
  if (draft.who === 'condition') return { everybody: true, condition: draft.condition };
  return { tiers: draft.tiers, departmentIds: draft.departmentIds, personIds: draft.personIds };
}

export function hasAudience(draft: Draft): boolean {
  if (draft.who === 'everybody') return true;
  if (draft.who === 'condition') return isWhole(draft.condition as AudienceCondition);
  return draft.tiers.length + draft.departmentIds.length + draft.personIds.length > 0;
}

export const whatOf = (draft: Draft): { courseIds: string[]; programId: string | null } =>
  draft.what === 'program'
    ? { courseIds: [], programId: draft.programId }
    : { courseIds: draft.courseIds, programId: null };

export const hasWhat = (draft: Draft): boolean => {
  const { courseIds, programId } = whatOf(draft);
  return courseIds.length > 0 || programId !== null;
};

export const STEPS = ['who', 'what', 'when', 'check'] as const;
export type Step = (typeof STEPS)[number];

/** May the wizard leave this step? `today` is the day in the zone of the organisation. */
export function isComplete(step: Step, draft: Draft, today: string): boolean {
  if (step === 'who') return hasAudience(draft);
  if (step === 'what') return hasWhat(draft);
  if (step === 'when')
    return (
      isSoundDue(draft, today) &&
      (draft.dueAfter !== null || (draft.joinersDueDays >= 1 && draft.joinersDueDays <= 365))
    );
  return true;
}

export const bodyOf = (draft: Draft, fingerprint: string | undefined): CreateAudienceRuleBody => ({
  ...whatOf(draft),
  audience: audienceOf(draft),
  dueOn: draft.dueAfter ? null : draft.dueOn,
  dueAfter: draft.dueAfter,
  // Who has a day of their own has it as a joiner, too.
  ...(draft.dueAfter ? {} : { joinersDueDays: draft.joinersDueDays }),
  name: draft.name.trim() || undefined,
  note: draft.note.trim() || undefined,
  fingerprint,
});
