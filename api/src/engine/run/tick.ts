import { moveEngagement } from '../feed/engagement.js';
import { generatePosts } from '../feed/generate.js';
import { showScripted } from '../feed/scripted.js';
import { showTrending } from '../feed/trending.js';
import { emit, isPlayed, minuteOf, type Run } from './context.js';
import { missClocks, startClocks } from './course/clocks.js';
import { holds } from './course/conditions.js';
import { closeCard, deliver, isPending } from './course/deliver.js';
import { missExpectations } from './course/expectations.js';
import { phasesByTime } from './course/phases.js';
import { actForUnplayed } from './course/simulated-seats.js';
import { climbLadder, showIndicators, soundAlarms } from './storm/indicators.js';
import { stepStorm } from './storm/storm.js';

/**
 * Plays one minute of the scenario. The order is part of the engine's version:
 *  1. clocks that ran out are missed
 *  2. timed injects whose minute has come, in the order of the scenario
 *  3. conditional injects whose condition holds by now, in the order of the scenario
 *  4. scripted posts whose minute has come and whose condition holds; clocks begin to run
 *  5. cards whose time is up take their default
 *  6. expected actions whose time is up are missed
 *  7. seats that nobody plays acknowledge, approve, publish and act
 *  8. the storm goes on by a minute: shocks, responsibility seen, answers given since the last minute
 *  9. posts of the minute, likes and reposts, the trending board
 * 10. indicators, alarms of the seats' thresholds, the alert ladder
 * 11. phases that come up by the clock
 * 12. the end
 */
export function tick(run: Run): void {
  const { state } = run;
  run.at = state.minute * 60;
  state.at = run.at;
  state.minute++;
  missClocks(run);
  timedInjects(run);
  conditionalInjects(run);
  showScripted(run);
  startClocks(run);
  closeExpiredCards(run);
  missExpectations(run);
  actForUnplayed(run);
  const sample = stepStorm(run);
  if (state.feed) {
    generatePosts(run, sample);
    moveEngagement(run, sample.hostile + sample.questioning + sample.supportive);
    showTrending(run);
  }
  showIndicators(run, sample);
  soundAlarms(run);
  climbLadder(run);
  phasesByTime(run);
  if (minuteOf(run) >= state.endMinute) finish(run, 'ended', null);
}

function timedInjects(run: Run): void {
  for (const inject of run.state.scenario.items)
    if (inject.at !== undefined && inject.at <= minuteOf(run) && isPending(run, inject)) deliver(run, inject);
}

function conditionalInjects(run: Run): void {
  for (const inject of run.state.scenario.items)
    if (inject.when !== undefined && isPending(run, inject) && holds(run, inject.when)) deliver(run, inject);
}

function closeExpiredCards(run: Run): void {
  const { state, lookup } = run;
  for (const [key, opened] of Object.entries(state.cards)) {
    if (opened.closed || opened.dueAt > run.at) continue;
    const card = lookup.cards.get(key)!;
    closeCard(run, card, { option: card.default, by: isPlayed(run, card.seat) ? 'time' : 'stand_in' });
  }
}

/** Ends the run; nothing happens in it any more. */
export function finish(run: Run, status: 'ended' | 'stopped', reason: string | null): void {
  run.state.stage = status;
  emit(run, 'all', { kind: 'status', status, reason });
}
