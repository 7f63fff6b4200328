// `npm run bench`: everything, or the parts named: briefing, journey, completion, rules, status-board, reminders, engine, first-load, live-run, engine-hash. Prints tables; writes nothing.
import { cpus } from 'node:os';
import { benchBriefing } from './briefing/run.mjs';
import { benchCompletion } from './completion/run.mjs';
import { benchEngine } from './engine/run.mjs';
import { benchEngineHash } from './engine-hash/run.mjs';
import { benchFirstLoad } from './first-load/run.mjs';
import { benchJourney } from './journey/run.mjs';
import { benchLiveRun } from './live-run/run.mjs';
import { benchReminders } from './reminders/run.mjs';
import { benchRules } from './rules/run.mjs';
import { benchStatusBoard } from './status-board/run.mjs';

const rounded = (row) =>
  Object.fromEntries(
    Object.entries(row).map(([key, value]) => [
      key,
      typeof value === 'number' ? Number(value.toFixed(2)) : value,
    ]),
  );
const parts = {
  journey: async () => {
    const { results, statements } = await benchJourney();
    console.table(results.map(rounded));
    console.log('Statements per journey with sign-in:', statements);
  },
  completion: async () => {
    const { results, exportResult } = await benchCompletion();
    console.table(results.map(rounded));
    console.table([rounded(exportResult)]);
  },
  rules: async () => console.table((await benchRules()).map(rounded)),
  'status-board': async () => console.table((await benchStatusBoard()).map(rounded)),
  briefing: async () => console.table((await benchBriefing()).map(rounded)),
  reminders: async () => console.table((await benchReminders()).map(rounded)),
  'live-run': async () => {
    const results = (await benchLiveRun()).map(rounded);
    // One line a figure: a dozen of them beside one another fit no screen.
    console.table(
      Object.fromEntries(
        Object.keys(results[0]).map((key) => [
          key,
          Object.fromEntries(results.map((row) => [`${row.processes} API`, row[key]])),
        ]),
      ),
    );
  },
  engine: () => {
    const { results, ...rest } = benchEngine();
    console.table(results.map(rounded));
    console.table([rounded(rest)]);
  },
  'engine-hash': async () => {
    const rows = await benchEngineHash();
    console.table(rows);
    if (rows.some(({ committed }) => committed === false)) process.exitCode = 1;
  },
  'first-load': async () => console.table([rounded(await benchFirstLoad())]),
};

const wanted = process.argv.slice(2);
console.log(`${cpus().length} × ${cpus()[0].model}, Node ${process.version}`);
for (const name of wanted.length ? wanted : Object.keys(parts)) {
  console.log(`\n== ${name}`);
  await parts[name]();
}
