import { CreateAudienceRuleBody } from '@readyroom/contract';
import { audienceOf, bodyOf, emptyDraft, hasAudience, isComplete } from './draft.js';

const COURSE = '0f9d3c1e-8f7a-4e6b-9a53-0a2f6f3f1c11';
const TODAY = '2026-11-23';

describe('assignment draft', () => {
  it('should have no audience until somebody is chosen', () => {
    expect(hasAudience(emptyDraft())).toBe(false);
    expect(hasAudience(emptyDraft([COURSE]))).toBe(true);
    expect(hasAudience({ ...emptyDraft(), everybody: true })).toBe(true);
  });

  it('should forget chosen tiers when everybody is meant', () => {
    expect(audienceOf({ ...emptyDraft(), everybody: true, tiers: ['manager'] })).toEqual({ everybody: true });
  });

  it('should not leave a step that is incomplete', () => {
    const draft = { ...emptyDraft(), tiers: ['frontline' as const] };
    expect(isComplete('who', draft, TODAY)).toBe(true);
    expect(isComplete('what', draft, TODAY)).toBe(false);
    expect(isComplete('when', { ...draft, dueOn: '2026-11-22' }, TODAY)).toBe(false);
    expect(isComplete('when', { ...draft, dueOn: TODAY }, TODAY)).toBe(true);
    expect(isComplete('when', { ...draft, joinersDueDays: Number.NaN }, TODAY)).toBe(false);
  });

  it('should make a body that the contract takes', () => {
    const draft = {
      ...emptyDraft(),
      tiers: ['frontline' as const],
      courseIds: [COURSE],
      dueOn: '2026-11-30',
      name: '  ',
    };
    expect(CreateAudienceRuleBody.parse(bodyOf(draft, 'abc'))).toMatchObject({
      dueOn: '2026-11-30',
      fingerprint: 'abc',
    });
    expect(bodyOf(draft, 'abc').name).toBeUndefined();
  });
});
