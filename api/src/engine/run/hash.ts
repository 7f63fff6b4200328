import { createHash } from 'node:crypto';
import type { ScenarioDocument } from '@readyroom/contract';
import type { RunState } from './state.js';

/** JSON with the keys of every object in the order of their code units and without keys that are undefined. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((one) => canonicalJson(one ?? null)).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value)
    .filter(([, one]) => one !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return `{${entries.map(([key, one]) => `${JSON.stringify(key)}:${canonicalJson(one)}`).join(',')}}`;
}

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/** SHA-256 of the scenario, in hexadecimal: what a run names its scenario by. */
export const scenarioHash = (scenario: ScenarioDocument): string => sha256(canonicalJson(scenario));

/**
 * SHA-256 of a state, in hexadecimal. Two runs with the same hash are the same run up to here. All fractions in a state
 * are kept in millionths or thousandths, so the digits are those that the run reckoned with.
 */
export const stateHash = ({ scenario, ...rest }: RunState): string =>
  sha256(canonicalJson({ ...rest, scenario: scenarioHash(scenario) }));
