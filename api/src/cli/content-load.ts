import { NestFactory } from '@nestjs/core';
import { parseArgs } from 'node:util';
import { AppModule } from '../app.module.js';
import { BriefingTemplateImport } from '../modules/briefings/index.js';
import { ContentImport } from '../modules/content/index.js';
import { NoticeImport } from '../modules/personal-data/index.js';
import { ProgramImport } from '../modules/programs/index.js';
import { ScenarioImport, summaryOf } from '../modules/scenarios/index.js';
import { completeConfig, readConfig } from '../platform/config/config.js';
import { connectDatabase } from '../platform/database/database.js';

/**
 * `npm run content:load -- [folder] [--publish first|all|none] [--without-notice]`: imports the content into DATABASE_URL.
 * The notice on personal data is published where there is none yet, unless that is left out.
 */
const MODES = ['first', 'all', 'none'] as const;

async function load(): Promise<void> {
  const { values, positionals } = parseArgs({
    options: {
      publish: { type: 'string', default: 'first' },
      'without-notice': { type: 'boolean', default: false },
    },
    allowPositionals: true,
  });
  const publish = MODES.find((mode) => mode === values.publish);
  if (!publish) throw new Error(`--publish must be one of ${MODES.join(', ')}.`);
  const base = readConfig(process.env);
  if (!base.DATABASE_URL) throw new Error('Set DATABASE_URL to the database that the content goes into.');
  const config = completeConfig(base, base.DATABASE_URL);
  const database = await connectDatabase(config.DATABASE_URL, { poolSize: 2 });
  try {
    const context = await NestFactory.createApplicationContext(AppModule.with({ config, database }), {
      logger: ['error', 'warn'],
    });
    const folder = positionals[0] ?? config.READYROOM_CONTENT;
    const courses = await context.get(ContentImport).load(folder, { publish });
    const scenarios = await context.get(ScenarioImport).load(folder, { publish });
    const programs = await context.get(ProgramImport).load(folder);
    const templates = await context.get(BriefingTemplateImport).load(folder);
    const notice = values['without-notice'] ? { summary: '' } : await context.get(NoticeImport).load(folder);
    for (const { slug, number, outcome } of [...courses.courses, ...scenarios.scenarios])
      console.log(`${slug}  version ${number}  ${outcome.replace('_', ' ')}`);
    for (const { slug, outcome } of programs.programs)
      console.log(`${slug}  ${outcome.replaceAll('_', ' ')}`);
    console.log(summaryOf(courses, scenarios, programs, templates, notice));
    await context.close();
  } finally {
    await database.close();
  }
}

load().catch((error: unknown) => {
  console.error(`The content could not be loaded. ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
});
