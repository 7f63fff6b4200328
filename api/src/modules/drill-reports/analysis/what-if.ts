import { setImmediate as breathe } from 'node:timers/promises';
import type { ErrorCode, LogEntry, PlayerAction, Text, WhatIf } from '@readyroom/contract';
import {
  counterfactual,
  cumulativeHostile,
  type EmittedEvent,
  type Replayed,
  type RunInputs,
} from '../../../engine/index.js';
import { PUBLISH_REFUSAL_WORDS } from '../words.js';

type Publishing = Extract<PlayerAction, { kind: 'publish_statement' }>;

/** In minutes; later first. */
const SHIFTS = [30, -30] as const;

/** What the engine makes of the run when the first statement comes later or earlier and all else stays as it was. */
export async function whatIfs(
  inputs: RunInputs,
  log: readonly LogEntry[],
  events: readonly EmittedEvent[],
  untilSeconds: number,
): Promise<WhatIf[]> {
  const first = firstPublished(log, events);
  if (!first) return [];
  const { entry, action } = first;
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
    const fate = after.refusals.find(({ seq }) => seq === entry.seq);
    results.push({
      seq: entry.seq,
      shiftMinutes: Math.round((to - entry.at) / 60),
      before: { ...outcomeOf(before, action), statementMinute: minuteOf(entry.at) },
      after: outcomeOf(after, action),
      refusal: fate ? refusalWords(fate.code) : null,
      refused: after.refusals.filter(({ seq }) => !known.has(seq)).length,
      adapted: adaptations.length,
    });
  }
  return results;
}

/** The first entry of the log by which a person brought a statement out. */
function firstPublished(
  log: readonly LogEntry[],
  events: readonly EmittedEvent[],
): { entry: LogEntry; action: Publishing } | undefined {
  const out = new Set(
    events.flatMap(({ body }) =>
      body.kind === 'statement' && body.state === 'published' ? [`${body.statement} ${body.version}`] : [],
    ),
  );
  for (const entry of log) {
    const { action } = entry;
    if (action.kind === 'publish_statement' && out.has(`${action.statement} ${action.version}`))
      return { entry, action };
  }
  return undefined;
}

/** The moved statement when it came out; else whichever came out first, if any did. */
function outcomeOf({ state, events }: Replayed, { statement, version }: Publishing): WhatIf['after'] {
  const published = events.flatMap(({ at, body }) =>
    body.kind === 'statement' && body.state === 'published' ? [{ at, body }] : [],
  );
  const out =
    published.find(({ body }) => body.statement === statement && body.version === version) ?? published[0];
  let peakHeat = 0;
  for (const { body } of events)
    if (body.kind === 'indicators' && body.sample.heat > peakHeat) peakHeat = body.sample.heat;
  return {
    statementMinute: out ? minuteOf(out.at) : null,
    hostile: cumulativeHostile(state).at(-1) ?? 0,
    peakHeat,
  };
}

const minuteOf = (seconds: number): number => Math.round(seconds / 6) / 10;

const refusalWords = (code: ErrorCode): Text => PUBLISH_REFUSAL_WORDS[code] ?? { zh: code, en: code };
