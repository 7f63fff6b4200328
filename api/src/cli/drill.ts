import { readFile } from 'node:fs/promises';
import { counterfactual, replay, type RunInputs } from '../engine/index.js';
import { replayedLines } from './drill/replayed.js';
import { readConfig } from '../platform/config/config.js';
import { readArguments, type DrillArguments } from './drill/arguments.js';
import { Complaint } from './drill/complaint.js';
import { logOf, numberOf } from './drill/log-of.js';
import { readLog } from './drill/read-log.js';
import { readChange } from './drill/read-change.js';
import { readScenario } from './drill/read-scenario.js';
import { readScript, type Scripted } from './drill/read-script.js';
import { summaryOf, tableOf } from './drill/summary.js';
import { timelineOf } from './drill/timeline.js';

/** `npm run drill -- run|compare|hash|replay <scenario>`: plays a drill without a server, see docs/DRILLS.md. */
async function main(): Promise<void> {
  const asked = readArguments(process.argv.slice(2));
  const scenario = await readScenario(asked.scenario, readConfig(process.env).READYROOM_CONTENT);
  if (asked.log !== null) return print(replayedLines(scenario, readLog(await readText(asked.log))));
  const unknown = asked.played?.find((key) => !scenario.seats.some((seat) => seat.key === key));
  if (unknown !== undefined) throw new Complaint(`--played: there is no seat “${unknown}”`);
  const script = asked.script === null ? [] : readScript(await readText(asked.script), scenario);
  const inputs: RunInputs = { scenario, seed: asked.seed };
  if (asked.command === 'compare') compare(inputs, script, asked);
  else run(inputs, script, asked);
}

function run(inputs: RunInputs, script: readonly Scripted[], asked: DrillArguments): void {
  const log = logOf(script, asked);
  const played = replay(inputs, log, untilOf(asked));
  const summary = summaryOf(inputs, log, played);
  if (asked.command === 'hash') return print([summary.stateHash]);
  if (asked.json) return print([JSON.stringify({ ...summary, log, events: played.events })]);
  print(['DRILL 演练', ...timelineOf(played.events), '', ...tableOf(summary)]);
}

function compare(inputs: RunInputs, script: readonly Scripted[], asked: DrillArguments): void {
  const { change, number } = readChange(asked.change!, script, inputs.scenario);
  const log = logOf(script, asked);
  const result = counterfactual(inputs, log, change, untilOf(asked));
  const before = summaryOf(inputs, log, result.before);
  const after = summaryOf(inputs, result.log, result.after);
  const adaptations = result.adaptations.map(({ seq, what }) => ({ action: numberOf(seq), what }));
  if (asked.json) return print([JSON.stringify({ change, before, after, adaptations })]);
  print([
    `DRILL 演练: as it was, and with action ${number} changed to ${asked.change!.replace(/^\d+=/, '')}`,
    ...tableOf(before, after),
    ...adaptations.map(
      ({ action, what }) => `action ${action} was ${what}: the post it is about is not there`,
    ),
  ]);
}

const untilOf = ({ untilMinute }: DrillArguments): number =>
  untilMinute === null ? Infinity : untilMinute * 60;

const print = (lines: readonly string[]): void => {
  process.stdout.write(`${lines.join('\n')}\n`);
};

const readText = (file: string): Promise<string> =>
  readFile(file, 'utf8').catch(() => {
    throw new Complaint(`The file ${file} cannot be read`);
  });

main().catch((error: unknown) => {
  const complaint = error instanceof Complaint;
  console.error(complaint ? error.message : error);
  process.exitCode = complaint ? 2 : 1;
});
