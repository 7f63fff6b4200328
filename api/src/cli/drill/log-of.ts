import type { LogEntry } from '@readyroom/contract';
import type { Scripted } from './read-script.js';

/** Entries that the server would write before the first action: the run begins and starts. */
const BEFORE = 2;

/** The log of a script. Seats that act in it are played, unless others are named. */
export function logOf(
  script: readonly Scripted[],
  { played, solo }: { readonly played: readonly string[] | null; readonly solo: boolean },
): LogEntry[] {
  const acting = script.flatMap(({ by }) => (by.startsWith('seat:') ? [by.slice('seat:'.length)] : []));
  const seats = played ?? [...new Set(acting)];
  return [
    {
      seq: 1,
      at: 0,
      by: 'system',
      action: { kind: 'begin', mode: solo ? 'solo' : 'live', played: [...seats] },
    },
    { seq: 2, at: 0, by: 'control', action: { kind: 'start' } },
    ...script.map(({ at, by, action }, n) => ({ seq: seqOf(n + 1), at: Math.round(at * 60), by, action })),
  ];
}

/** Sequence number of an action of the script, counted from 1. */
export const seqOf = (number: number): number => number + BEFORE;
export const numberOf = (seq: number): number => seq - BEFORE;
