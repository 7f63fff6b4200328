import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ScenarioDocument } from '@readyroom/contract';
import { parse } from 'yaml';
import { logOf } from '../cli/drill/log-of.js';
import { readScript } from '../cli/drill/read-script.js';
import { ENGINE_VERSION, replay, scenarioHash, stateHash } from './index.js';
import { stormScenario } from './testing/storm-scenario.js';

const GOLDEN = join(import.meta.dirname, 'testing/golden');
const read = (...path: string[]): string => readFileSync(join(GOLDEN, ...path), 'utf8');

/**
 * One run that must come out the same for ever, on every platform. When it does not, either something leaked into the
 * engine that differs from machine to machine, or the engine was changed: then it gets a new version, and the hash is
 * written anew with `npm run drill -- hash api/src/engine/testing/golden/storm --seed 7 --script
 * api/src/engine/testing/golden/actions.yaml`. `npm run bench -- engine-hash` compares versions of Node.
 */
describe('the golden run', () => {
  const golden = JSON.parse(read('golden.json')) as Record<string, unknown>;
  const files = readdirSync(join(GOLDEN, 'storm')).map((name) => parse(read('storm', name)) as object);
  const scenario = ScenarioDocument.parse(Object.assign({}, ...files));
  const log = logOf(readScript(read('actions.yaml'), scenario), { played: null, solo: false });

  it('should be about the scenario of the other tests', () => {
    expect(scenario).toEqual(stormScenario());
  });

  it('should have every kind of action in it, and one that is refused', () => {
    expect(new Set(log.map(({ action }) => action.kind)).size).toBe(31);
    expect(replay({ scenario, seed: 7 }, log, Infinity).refusals).toEqual([
      { seq: 22, code: 'drill.statement_superseded' },
    ]);
  });

  it('should have the hash that it always had', () => {
    expect({
      engine: ENGINE_VERSION,
      scenario: scenarioHash(scenario),
      seed: 7,
      state: stateHash(replay({ scenario, seed: 7 }, log, Infinity).state),
    }).toEqual(golden);
  });
});
