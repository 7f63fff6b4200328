import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { counterfactual, replay, stateHash } from '../../engine/index.js';
import { Complaint } from './complaint.js';
import { logOf } from './log-of.js';
import { readScenario } from './read-scenario.js';
import { readScript } from './read-script.js';
import { summaryOf, tableOf } from './summary.js';
import { timelineOf } from './timeline.js';

const GOLDEN = join(import.meta.dirname, '../../engine/testing/golden');
const ACTIONS = readFileSync(join(GOLDEN, 'actions.yaml'), 'utf8');

const setup = async () => {
  const scenario = await readScenario(join(GOLDEN, 'storm'), 'nowhere');
  const inputs = { scenario, seed: 7 };
  const log = logOf(readScript(ACTIONS, scenario), { played: null, solo: false });
  return { inputs, log, played: replay(inputs, log, Infinity) };
};

describe('readScenario', () => {
  it('when the folder is not there or is no scenario it should say so in one sentence', async () => {
    for (const [asked, message] of [
      ['no-such-slug', /^There is no scenario at content\/scenarios\/no-such-slug$/],
      ['./nowhere', /^There is no scenario at .*nowhere$/],
      [GOLDEN, /is not a scenario: .*scenario\.yaml:1 The file is missing/],
    ] as const) {
      const read = readScenario(asked, 'content');
      await expect(read).rejects.toThrow(Complaint);
      await expect(readScenario(asked, 'content')).rejects.toThrow(message);
    }
  });
});

describe('what a run prints', () => {
  it('should tell what happened in order, with the minute and second', async () => {
    const { played } = await setup();
    const lines = timelineOf(played.events);
    expect(lines).toEqual(
      expect.arrayContaining([
        '   0:00  inject spark to feed',
        '   4:00  message desk to lead (up)',
        '  11:00  card go: tell (player)',
        '  15:30  statement version 2 submitted by press',
        '  17:00  statement version 2 published by press',
        '  28:00  clock report met',
        ' 110:00  status ended',
      ]),
    );
    const times = lines.map((line) => Number(line.slice(0, 4)));
    expect(times).toEqual(times.toSorted((a, b) => a - b));
  });

  it('should sum up one run, or two beside each other', async () => {
    const { inputs, log, played } = await setup();
    const summary = summaryOf(inputs, log, played);
    expect(summary).toMatchObject({
      scenario: 'storm',
      seed: 7,
      minutes: 111,
      statements: 2,
      refused: [{ action: 20, code: 'drill.statement_superseded' }],
      stateHash: stateHash(played.state),
    });
    expect(tableOf(summary)).toContain(`state hash                          ${summary.stateHash}`);
    const { after, log: changed } = counterfactual(inputs, log, { drop: 21 });
    const other = summaryOf(inputs, changed, after);
    const hostile = tableOf(summary, other).find((line) => line.startsWith('hostile posts'))!;
    expect(hostile.split(/\s{2,}/).slice(1)).toEqual([summary.hostilePosts, other.hostilePosts].map(String));
  });
});
