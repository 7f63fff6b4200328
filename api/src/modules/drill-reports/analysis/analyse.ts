import { setImmediate as breathe } from 'node:timers/promises';
import type { LogEntry } from '@readyroom/contract';
import {
  advanceTo,
  applyEntry,
  beginRun,
  outcomeBandSteps,
  scoreRun,
  stateHash,
  type RunInputs,
} from '../../../engine/index.js';
import { ANALYSIS_VERSION, type Analysis } from './analysis.js';
import { toFeedback } from './feedback.js';
import { Timeline } from './timeline.js';
import { whatIfs } from './what-if.js';

/** Fewer say nothing about chance, more cost time. */
const SEEDS = 30;

/**
 * Plays the log again and says what follows from it. Many runs are played for it, so it lets other work through after
 * each.
 */
export async function analyse(
  inputs: RunInputs,
  log: readonly LogEntry[],
  untilSeconds: number,
): Promise<Analysis> {
  const state = beginRun(inputs);
  const timeline = new Timeline(inputs.scenario);
  for (const entry of log) {
    timeline.pass(advanceTo(state, entry.at));
    const { refused, events } = applyEntry(state, entry);
    timeline.enter(entry, refused === null, events);
  }
  timeline.pass(advanceTo(state, untilSeconds));
  await breathe();
  const score = scoreRun({
    scenario: inputs.scenario,
    log,
    events: timeline.events,
    truths: state.truths,
  });
  await breathe();
  const steps = outcomeBandSteps(inputs, log, { seeds: SEEDS, untilSeconds });
  let step = steps.next();
  while (!step.done) {
    await breathe();
    step = steps.next();
  }
  return {
    version: ANALYSIS_VERSION,
    stateHash: stateHash(state),
    score,
    timeline: timeline.items,
    feedback: toFeedback(step.value),
    whatIf: await whatIfs(inputs, log, timeline.events, untilSeconds),
  };
}
