import type { ScenarioDocument } from '@readyroom/contract';
import { parseDocument } from 'yaml';
import type { Change } from '../../engine/index.js';
import { Complaint } from './complaint.js';
import { seqOf } from './log-of.js';
import { readLine, type Scripted } from './read-script.js';

const HOW = 'use 3=+30 (minutes later), 3=-10 (earlier), 3=@45 (at minute 45), 3=drop, or 3={kind: …}';

/**
 * Reads which action of a script is changed, and to what.
 * @throws Complaint
 */
export function readChange(
  given: string,
  script: readonly Scripted[],
  scenario: ScenarioDocument,
): { readonly change: Change; readonly number: number } {
  const [, n, to] = /^(\d+)=(.+)$/s.exec(given) ?? [];
  if (n === undefined || to === undefined) throw new Complaint(`--change “${given}” is not readable; ${HOW}`);
  const number = Number(n);
  const line = script[number - 1];
  if (!line) throw new Complaint(`--change: the script has no action ${number}, it has ${script.length}`);
  const seq = seqOf(number);
  if (to === 'drop') return { number, change: { drop: seq } };
  const [, sign, minutes] = /^([+@-])(\d+)$/.exec(to) ?? [];
  if (sign !== undefined) {
    const minute = Number(minutes);
    const toMinute = sign === '@' ? minute : sign === '+' ? line.at + minute : line.at - minute;
    if (toMinute < 0) throw new Complaint(`--change: action ${number} cannot come before the start`);
    return { number, change: { move: seq, toMinute } };
  }
  const source = parseDocument(to);
  const action: unknown = source.errors.length > 0 ? null : source.toJS();
  if (typeof action !== 'object' || action === null)
    throw new Complaint(`--change “${to}” is not readable; ${HOW}`);
  const by = line.by.replace(/^seat:/, '');
  const changed = readLine({ ...action, at: line.at, by }, number, scenario);
  return { number, change: { replace: seq, action: changed.action } };
}
