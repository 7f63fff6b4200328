import { parseArgs } from 'node:util';
import { ContentImport } from '../modules/content/index.js';
import { ScenarioImport, summaryOf } from '../modules/scenarios/index.js';
import { SystemClock } from '../platform/clock/clock.js';
import { readConfig } from '../platform/config/config.js';
import { connectDatabase } from '../platform/database/database.js';

/** `npm run content:load -- [folder] [--publish first|all|none]`: imports the content into DATABASE_URL. */
const MODES = ['first', 'all', 'none'] as const;

async function load(): Promise<void> {
  const { values, positionals } = parseArgs({
    options: { publish: { type: 'string', default: 'first' } },
    allowPositionals: true,
  });
  const publish = MODES.find((mode) => mode === values.publish);
  if (!publish) throw new Error(`--publish must be one of ${MODES.join(', ')}.`);
  const config = readConfig(process.env);
  if (!config.DATABASE_URL) throw new Error('Set DATABASE_URL to the database that the content goes into.');
  const database = await connectDatabase(config.DATABASE_URL, { poolSize: 2 });
  try {
    const folder = positionals[0] ?? config.READYROOM_CONTENT;
    const clock = new SystemClock();
    const courses = await new ContentImport(database, clock).load(folder, { publish });
    const scenarios = await new ScenarioImport(database, clock).load(folder, { publish });
    for (const { slug, number, outcome } of [...courses.courses, ...scenarios.scenarios])
      console.log(`${slug}  version ${number}  ${outcome.replace('_', ' ')}`);
    console.log(summaryOf(courses, scenarios));
  } finally {
    await database.close();
  }
}

load().catch((error: unknown) => {
  console.error(`The content could not be loaded. ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
});
