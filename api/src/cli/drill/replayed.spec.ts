import { ENGINE_VERSION, replay, scenarioHash, stateHash } from '../../engine/index.js';
import { stormScenario } from '../../engine/testing/storm-scenario.js';
import { Complaint } from './complaint.js';
import { logOf } from './log-of.js';
import { readLog } from './read-log.js';
import { replayedLines } from './replayed.js';

const scenario = stormScenario();
const log = logOf([], { played: [scenario.seats[0]!.key], solo: false });
const at = 1_800;
const finalHash = stateHash(replay({ scenario, seed: 7 }, log, at).state);
const exported = {
  mark: 'DRILL 演练',
  run: { seed: 7, engineVersion: ENGINE_VERSION, scenarioHash: scenarioHash(scenario), clock: { at } },
  finalHash,
  log: log.map((entry) => ({ ...entry, refused: null })),
};
const lines = (more: object) => replayedLines(scenario, readLog(JSON.stringify({ ...exported, ...more })));

describe('drill replay', () => {
  it('should end in the state that was noted', () => {
    expect(lines({})).toEqual([
      'DRILL 演练: 2 entries replayed',
      `state hash  ${finalHash}`,
      'the same as noted when the run ended',
    ]);
    expect(lines({ finalHash: null }).at(-1)).toBe('none was noted when the run ended');
  });

  it.each([
    [
      'the log is another one',
      { log: [...exported.log, { seq: 3, at: 60, by: 'control', action: { kind: 'end' } }] },
      /not the log/,
    ],
    ['the seed is another one', { run: { ...exported.run, seed: 8 } }, /not the log/],
    ['the scenario is another one', { run: { ...exported.run, scenarioHash: 'other' } }, /another scenario/],
    ['the engine is another one', { run: { ...exported.run, engineVersion: '0.1.0' } }, /engine 0\.1\.0/],
    [
      'an entry is none',
      { log: [{ seq: 1, at: 0, by: 'somebody', action: { kind: 'start' } }] },
      /not an exported log/,
    ],
  ])('when %s it should say so', (_, more, message) => {
    expect(() => lines(more)).toThrow(Complaint);
    expect(() => lines(more)).toThrow(message);
  });
});
