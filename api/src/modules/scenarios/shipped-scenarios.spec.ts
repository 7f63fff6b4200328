import { join } from 'node:path';
import { TIERS, type ScenarioDocument } from '@readyroom/contract';
import { readFolder } from '../content/index.js';
import { checkEverything } from './check/check-scenarios.js';
import { planMsel } from './msel/plan-msel.js';
import { cellsOf } from './msel/msel-cells.js';
import { readMsel } from './msel/read-msel.js';
import { mselFile } from './msel/write-msel.js';

/** What Excel takes in a cell. */
const MOST_IN_A_CELL = 32_767;

describe('the scenarios that ship', () => {
  let scenarios: ScenarioDocument[];
  let courses: ReadonlySet<string>;
  beforeAll(async () => {
    const checked = checkEverything(await readFolder(join(__dirname, '../../../../content')));
    expect(checked.problems).toEqual([]);
    scenarios = checked.scenarios.scenarios!;
    courses = checked.content.courses;
  });

  it('should be of every type of crisis and every cluster, one of them a rumour', () => {
    expect(scenarios.map(({ slug }) => slug)).toEqual([
      'data-leak',
      'false-rumour',
      'influencer-words',
      'moderation-scandal',
      'peak-outage',
      'regulator-fine',
    ]);
    expect(new Set(scenarios.map(({ crisisType }) => crisisType)).size).toBe(4);
    expect(new Set(scenarios.map(({ cluster }) => cluster)).size).toBe(3);
    expect(scenarios.filter(({ rumour }) => rumour).map(({ slug }) => slug)).toEqual(['false-rumour']);
  });

  it('should give each tier a solo seat of its own with a decision in ten minutes', () => {
    for (const { slug, solo, items } of scenarios)
      for (const tier of TIERS) {
        const cards = items.filter(
          ({ at, card }) => at !== undefined && at < solo.durationMinutes && card?.seat === solo.seats[tier],
        );
        expect([slug, tier, cards.length > 0]).toEqual([slug, tier, true]);
      }
  });

  it('should come back from a workbook as they were, in the same bytes, and fit its cells', async () => {
    for (const scenario of scenarios) {
      const file = Buffer.concat((await mselFile(scenario).toArray()) as Buffer[]);
      const { document, report } = planMsel(scenario, await readMsel(file), {}, courses);
      expect(report).toMatchObject({ changed: 0, added: 0, removed: [], errors: [] });
      expect(document).toEqual(scenario);
      const again = Buffer.concat((await mselFile(document!).toArray()) as Buffer[]);
      expect(again.equals(file)).toBe(true);
      for (const inject of [...scenario.items, ...scenario.deck])
        for (const cell of Object.values(cellsOf('items', inject)))
          expect(String(cell ?? '').length).toBeLessThanOrEqual(MOST_IN_A_CELL);
    }
  });
});
