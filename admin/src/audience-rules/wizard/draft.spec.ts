import { CreateAudienceRuleBody } from '@readyroom/contract';
import type { Group } from '../condition/tree.js';
import { audienceOf, bodyOf, emptyDraft, hasAudience, isComplete } from './draft.js';

const COURSE = '0f9d3c1e-8f7a-4e6b-9a53-0a2f6f3f1c11';
const PROGRAM = '0f9d3c1e-8f7a-4e6b-9a53-0a2f6f3f1c12';
const TODAY = '2026-11-23';

describe('assignment draft', () => {
  it('should have no audience until somebody is chosen', () => {
    expect(hasAudience(emptyDraft())).toBe(false);
    expect(hasAudience(emptyDraft({ personIds: [COURSE] }))).toBe(true);
    expect(hasAudience({ ...emptyDraft(), who: 'everybody' })).toBe(true);
  });

  it('should forget chosen tiers when everybody is meant', () => {
    expect(audienceOf({ ...emptyDraft(), who: 'everybody', tiers: ['manager'] })).toEqual({
      everybody: true,
    });
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

  it('when a program is chosen it should forget the courses, and the other way round', () => {
    const draft = { ...emptyDraft({ courseIds: [COURSE] }), programId: PROGRAM };
    expect(bodyOf(draft, undefined)).toMatchObject({ courseIds: [COURSE], programId: null });
    expect(bodyOf({ ...draft, what: 'program' }, undefined)).toMatchObject({
      courseIds: [],
      programId: PROGRAM,
    });
    expect(isComplete('what', emptyDraft({ programId: PROGRAM }), TODAY)).toBe(true);
    expect(isComplete('what', { ...emptyDraft({ courseIds: [COURSE] }), what: 'program' }, TODAY)).toBe(
      false,
    );
  });

  it('should mean everybody who meets the condition', () => {
    const condition: Group = { all: [{ tier: ['manager'] }] };
    expect(audienceOf({ ...emptyDraft(), who: 'condition', condition, tiers: ['frontline'] })).toEqual({
      everybody: true,
      condition,
    });
  });

  it('should wait until every condition says something', () => {
    const who = (condition: Group) =>
      isComplete('who', { ...emptyDraft(), who: 'condition', condition }, TODAY);
    expect(who({ all: [{ tier: [] }] })).toBe(false);
    expect(who({ all: [{ tier: ['manager'] }, { any: [] }] })).toBe(false);
    expect(who({ all: [{ hired: { from: '2026-02-01', to: '2026-01-01' } }] })).toBe(false);
    expect(who({ all: [{ not: { any: [{ tag: ['夜班'] }, { hired: { from: TODAY, to: null } }] } }] })).toBe(
      true,
    );
  });

  it('when the due day follows from something of each person it should send no day for all', () => {
    const dueAfter = { kind: 'after_hire' as const, days: 30 };
    const draft = {
      ...emptyDraft({ courseIds: [COURSE] }),
      who: 'everybody' as const,
      dueOn: TODAY,
      dueAfter,
    };
    expect(CreateAudienceRuleBody.parse(bodyOf(draft, undefined))).toMatchObject({ dueOn: null, dueAfter });
    expect(isComplete('when', { ...draft, dueAfter: { ...dueAfter, days: Number.NaN } }, TODAY)).toBe(false);
  });
});
