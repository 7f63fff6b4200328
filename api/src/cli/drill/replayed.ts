import type { ScenarioDocument } from '@readyroom/contract';
import { ENGINE_VERSION, replay, scenarioHash, stateHash } from '../../engine/index.js';
import { Complaint } from './complaint.js';
import type { ExportedLog } from './read-log.js';

/**
 * Plays the log of a run again and says whether it ends in the state that was noted at its end.
 * @throws Complaint when it cannot be the same run: another scenario, or another engine
 */
export function replayedLines(scenario: ScenarioDocument, { run, finalHash, log }: ExportedLog): string[] {
  if (run.scenarioHash !== scenarioHash(scenario))
    throw new Complaint(`The run was played with another scenario, with the hash ${run.scenarioHash}`);
  if (run.engineVersion !== ENGINE_VERSION)
    throw new Complaint(`The run was played with engine ${run.engineVersion}; this is ${ENGINE_VERSION}`);
  const { state } = replay({ scenario, seed: run.seed }, log, run.clock.at);
  const hash = stateHash(state);
  if (finalHash !== null && finalHash !== hash)
    throw new Complaint(
      `The log ends in the state ${hash}, not in ${finalHash}: it is not the log of this run`,
    );
  return [
    `DRILL 演练: ${log.length} entries replayed`,
    `state hash  ${hash}`,
    finalHash === null ? 'none was noted when the run ended' : 'the same as noted when the run ended',
  ];
}
