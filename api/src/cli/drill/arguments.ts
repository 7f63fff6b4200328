import { parseArgs } from 'node:util';
import { Complaint } from './complaint.js';

const COMMANDS = ['run', 'compare', 'hash', 'replay'] as const;
const USAGE =
  'Use: npm run drill -- run|compare|hash|replay <scenario> --seed 7 [--script actions.yaml] [--change 3=+30] [--until 120] [--solo] [--json] [--log drill-log.json]';
const SEED_MAX = 4_294_967_295;

export interface DrillArguments {
  readonly command: (typeof COMMANDS)[number];
  /** Slug of a scenario in the content folder, or a folder. */
  readonly scenario: string;
  readonly seed: number;
  readonly script: string | null;
  /** The exported log of a run, for replay. */
  readonly log: string | null;
  readonly change: string | null;
  readonly untilMinute: number | null;
  /** Seats that people play; null = those that act in the script. */
  readonly played: readonly string[] | null;
  readonly solo: boolean;
  readonly json: boolean;
}

/** @throws Complaint that names the argument */
export function readArguments(args: string[]): DrillArguments {
  const { positionals, values } = parse(args);
  const [name, scenario, ...rest] = positionals;
  const command = COMMANDS.find((one) => one === name);
  if (!command || !scenario || rest.length > 0) throw new Complaint(USAGE);
  if (command === 'compare' && values.change === undefined)
    throw new Complaint('compare needs --change, for example --change 3=+30 or --change 3=drop');
  if (command !== 'compare' && values.change !== undefined)
    throw new Complaint('--change belongs to compare');
  if ((command === 'replay') !== (values.log !== undefined))
    throw new Complaint('replay needs --log with the exported log of a run, and no other command takes one');
  return {
    command,
    scenario,
    seed: whole('seed', values.seed, SEED_MAX) ?? 1,
    script: values.script ?? null,
    log: values.log ?? null,
    change: values.change ?? null,
    untilMinute: whole('until', values.until, 4_320),
    played: values.played === undefined ? null : values.played.split(',').filter((key) => key !== ''),
    solo: values.solo ?? false,
    json: values.json ?? false,
  };
}

function parse(args: string[]) {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean' } as const;
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        seed: text,
        script: text,
        log: text,
        change: text,
        until: text,
        played: text,
        solo: flag,
        json: flag,
      },
    });
  } catch (error) {
    throw new Complaint(`${(error as Error).message.split('. ')[0]}. ${USAGE}`);
  }
}

function whole(name: string, given: string | undefined, max: number): number | null {
  if (given === undefined) return null;
  const value = Number(given);
  if (!/^\d+$/.test(given) || value > max)
    throw new Complaint(`--${name} must be a whole number from 0 to ${max}, not “${given}”`);
  return value;
}
