import type { AudienceInput, CreateAudienceRuleBody } from '../providers/contract.js';

/** What the wizard gathers. */
export interface Draft {
  everybody: boolean;
  tiers: NonNullable<AudienceInput['tiers']>;
  departmentIds: string[];
  personIds: string[];
  courseIds: string[];
  dueOn: string | null;
  joinersDueDays: number;
  name: string;
  note: string;
}

export const emptyDraft = (personIds: string[] = [], courseIds: string[] = []): Draft => ({
  everybody: false,
  tiers: [],
  departmentIds: [],
  personIds,
  courseIds,
  dueOn: null,
  joinersDueDays: 14,
  name: '',
  note: '',
});

/** The audience as the API takes it; "everybody" forgets what was chosen before. */
export const audienceOf = (draft: Draft): AudienceInput =>
  draft.everybody
    ? { everybody: true }
    : { tiers: draft.tiers, departmentIds: draft.departmentIds, personIds: draft.personIds };

export const hasAudience = (draft: Draft): boolean =>
  draft.everybody || draft.tiers.length + draft.departmentIds.length + draft.personIds.length > 0;

export const STEPS = ['who', 'what', 'when', 'check'] as const;
export type Step = (typeof STEPS)[number];

/** May the wizard leave this step? `today` is the day in the zone of the organisation. */
export function isComplete(step: Step, draft: Draft, today: string): boolean {
  if (step === 'who') return hasAudience(draft);
  if (step === 'what') return draft.courseIds.length > 0;
  if (step === 'when')
    return (
      (draft.dueOn === null || draft.dueOn >= today) &&
      draft.joinersDueDays >= 1 &&
      draft.joinersDueDays <= 365
    );
  return true;
}

export const bodyOf = (draft: Draft, fingerprint: string | undefined): CreateAudienceRuleBody => ({
  courseIds: draft.courseIds,
  audience: audienceOf(draft),
  dueOn: draft.dueOn,
  joinersDueDays: draft.joinersDueDays,
  name: draft.name.trim() || undefined,
  note: draft.note.trim() || undefined,
  fingerprint,
});
