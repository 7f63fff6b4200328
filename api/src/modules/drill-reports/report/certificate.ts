import type { ReplayCertificate } from '@readyroom/contract';
import type { Analysed } from '../analysis/analyses.js';

/** What it takes to play a run again, and what then comes out. */
export function certificateOf({ run, log, analysis }: Analysed, slug: string): ReplayCertificate {
  return {
    scenarioHash: run.scenarioHash,
    engineVersion: run.engineVersion,
    seed: run.seed,
    logSha256: log.sha256,
    logEntries: log.entries,
    stateHash: analysis.stateHash,
    matches: run.finalHash === null ? null : run.finalHash === analysis.stateHash,
    command: `npm run drill -- replay ${slug} --log drill-log.json`,
  };
}
