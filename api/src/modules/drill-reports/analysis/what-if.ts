import { setImmediate as breathe } from 'node:timers/promises';
import type { LogEntry, WhatIf } from '@readyroom/contract';
import {
  counterfactual,
  cumulativeHostile,
  type EmittedEvent,
  type Replayed,
  type RunInputs,
} from '../../../engine/index.js';

/** In minutes; later first. */
const SHIFTS = [30, -30] as const;

/** What the engine makes of the run when the first statement comes later or earlier and all else stays as it was. */
export async function whatIfs(
  inputs: RunInputs,
  log: readonly LogEntry[],
  events: readonly EmittedEvent[],
  untilSeconds: number,
): Promise<WhatIf[]> {
  const entry = firstPublished(log, events);
  if (!entry) return [];
  const results: WhatIf[] = [];
  for (const shiftMinutes of SHIFTS) {
    const to = Math.max(0, entry.at + shiftMinutes * 60);
    if (to >= untilSeconds || to === entry.at) continue;
    await breathe();
    const { before, after, adaptations } = counterfactual(
      inputs,
      log,
      { move: entry.seq, toMinute: to / 60 },
      untilSeconds,
    );
    const known = new Set(before.refusals.map(({ seq }) => seq));
    results.push({
      seq: entry.seq,
      shiftMinutes: Math.round((to - entry.at) / 60),
      before: outcomeOf(before, entry.at),
      after: outcomeOf(after, to),
      refused: after.refusals.filter(({ seq }) => !known.has(seq)).length,
      adapted: adaptations.length,
    });
  }
  return results;
}

function firstPublished(log: readonly LogEntry[], events: readonly EmittedEvent[]): LogEntry | undefined {
  const out = new Set(
    events.flatMap(({ body }) =>
      body.kind === 'statement' && body.state === 'published' ? [`${body.statement} ${body.version}`] : [],
    ),
  );
  return log.find(
    ({ action }) => action.kind === 'publish_statement' && out.has(`${action.statement} ${action.version}`),
  );
}

/** Where the moved action then did not count, the first statement is whichever came out. */
function outcomeOf({ state, events }: Replayed, meant: number): WhatIf['before'] {
  const out = events.find(({ body }) => body.kind === 'statement' && body.state === 'published');
  let peakHeat = 0;
  for (const { body } of events)
    if (body.kind === 'indicators' && body.sample.heat > peakHeat) peakHeat = body.sample.heat;
  return {
    statementMinute: Math.round((out?.at ?? meant) / 6) / 10,
    hostile: cumulativeHostile(state).at(-1) ?? 0,
    peakHeat,
  };
}
