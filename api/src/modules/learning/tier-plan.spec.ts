import { buildPlan, buildVersion } from './testing/plan.factory.js';
import { planFor } from './tier-plan.js';

describe('planFor', () => {
  it('when lessons and blocks are for other tiers it should leave them out and count positions anew', () => {
    const version = buildVersion([
      { blocks: 1, tiers: ['executive'] },
      { blocks: 3, tiers: ['frontline'] },
      { blocks: 2 },
    ]);
    version.lessons[1]!.blocks[1]!.tiers = ['manager'];
    const plan = planFor(version, 'frontline', new Map());
    expect(plan.lessons.map(({ id, position, forTier }) => [id, position, forTier])).toEqual([
      ['L1', 1, true],
      ['L2', 2, false],
    ]);
    expect([...plan.lessons[0]!.blockIndex]).toEqual([
      ['L1B0', 0],
      ['L1B2', 1],
    ]);
    expect(plan.lessons[0]).toMatchObject({ lastBlockId: 'L1B2', steps: 2 });
  });

  it('when no lesson of a module is for the tier it should leave the module out', () => {
    const version = buildVersion([{ blocks: 1 }]);
    version.modules.push({ id: 'M2', title: { zh: '二', en: 'two' }, lessons: [] });
    expect(planFor(version, 'frontline', new Map()).modules.map(({ id }) => id)).toEqual(['M']);
  });

  it('when a lesson has a case it should count its longest path among the steps, and the quiz by its strata', () => {
    const plan = buildPlan([{ blocks: 2, decisions: 3 }], 7);
    expect(plan.lessons[0]!.steps).toBe(5);
    expect(plan.questions).toBe(7);
  });
});
