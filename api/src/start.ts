import { createServer as createProbe } from 'node:net';
import { join, resolve } from 'node:path';
import { BriefingTemplateImport } from './modules/briefings/index.js';
import { ContentImport } from './modules/content/index.js';
import { NoticeImport } from './modules/personal-data/index.js';
import { ProgramImport } from './modules/programs/index.js';
import { ScenarioImport, summaryOf } from './modules/scenarios/index.js';
import { createDemo, type DemoLogins } from './demo/demo.js';
import { completeConfig, ConfigError, readConfig, type Config } from './platform/config/config.js';
import { connectDatabase, migrate, type Database } from './platform/database/database.js';
import {
  EmbeddedPostgresError,
  startEmbeddedPostgres,
  type EmbeddedPostgres,
} from './platform/embedded-postgres/embedded-postgres.js';
import { Jobs } from './platform/queue/jobs.js';
import { createServer } from './server.js';

type Step = <T>(title: string, work: () => Promise<T>) => Promise<T>;

/** Trouble that is told to the operator in one sentence. */
class StartError extends Error {}

/** Everything that was opened, closed in reverse order. */
const opened: (() => Promise<unknown>)[] = [];
const closeAll = async () => {
  for (const close of opened.reverse()) await close().catch(() => undefined);
};

/**
 * The whole product in one process: database (embedded unless DATABASE_URL is set), schema, content, demo people,
 * API, learner app, console and background work. Ends the process with code 1 and one sentence when it cannot.
 */
export async function start(step: Step): Promise<void> {
  try {
    await open(step);
  } catch (error) {
    await closeAll();
    console.error(`\nReadyroom did not start. ${sentence(error)}`);
    process.exit(1);
  }
  let closing = false;
  const stop = async (signal: NodeJS.Signals) => {
    if (closing) return;
    closing = true;
    console.log(`\n${signal === 'SIGINT' ? 'Ctrl-C' : signal}: stopping …`);
    await closeAll();
    console.log('Stopped.');
    process.exit(0);
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  process.on('SIGHUP', stop);
}

async function open(step: Step): Promise<void> {
  const base = readConfig(process.env);
  await refuseTakenPort(base.HOST, base.PORT);
  let embedded: EmbeddedPostgres | undefined;
  const data = resolve(base.READYROOM_DATA);
  if (!base.DATABASE_URL) {
    embedded = await step(`Starting the embedded database in ${data}`, () =>
      startEmbeddedPostgres({ folder: data }),
    );
    opened.push(embedded.stop);
  }
  const config = completeConfig(base, base.DATABASE_URL ?? embedded!.url);
  const database = await step('Connecting to the database', () =>
    connect(config.DATABASE_URL, config.DATABASE_POOL),
  );
  opened.push(() => database.close());
  await step('Bringing the schema up to date', async () => {
    const done = await migrate(database);
    return done.length ? `${done.length} migrations` : 'nothing to do';
  });

  const root = process.cwd();
  const app = await step('Starting API, learner app and console', () =>
    createServer({
      config,
      database,
      dist: { learn: join(root, 'learn/dist'), admin: join(root, 'admin/dist') },
    }),
  );
  opened.push(() => app.close());
  await step(`Loading content from ${config.READYROOM_CONTENT}/`, async () => {
    const folder = resolve(config.READYROOM_CONTENT);
    const courses = await app.get(ContentImport).load(folder, { publish: 'first' });
    const scenarios = await app.get(ScenarioImport).load(folder, { publish: 'first' });
    const programs = await app.get(ProgramImport).load(folder);
    const templates = await app.get(BriefingTemplateImport).load(folder);
    const notice = await app.get(NoticeImport).load(folder);
    return summaryOf(courses, scenarios, programs, templates, notice);
  });
  let logins: DemoLogins | null = null;
  if (embedded || config.READYROOM_DEMO)
    logins = await step('Looking after the demo people', () => createDemo(app, embedded ? data : null));
  await app.get(Jobs).start();
  await app.listen({ port: config.PORT, host: config.HOST }).catch((error: NodeJS.ErrnoException) => {
    throw portTrouble(config.PORT, error);
  });
  announce(config, logins);
}

async function connect(url: string, poolSize: number): Promise<Database> {
  try {
    return await connectDatabase(url, { poolSize });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const where = new URL(url);
    const place = `${where.hostname}:${where.port || 5432}${where.pathname}`;
    const why =
      code === '28P01' || code === '28000'
        ? 'user or password is wrong'
        : code === '3D000'
          ? 'there is no database of that name'
          : code === 'ECONNREFUSED'
            ? 'nothing answers there'
            : code === 'ENOTFOUND' || code === 'EAI_AGAIN'
              ? 'the host is unknown'
              : code === '42501'
                ? 'the user may not create the schema "readyroom"'
                : message;
    throw new StartError(`The database at ${place} (DATABASE_URL) cannot be used: ${why}.`);
  }
}

/** Asked before anything is opened, so that a taken port leaves nothing half-started. */
function refuseTakenPort(host: string, port: number): Promise<void> {
  return new Promise((done, fail) => {
    const probe = createProbe();
    probe.once('error', (error: NodeJS.ErrnoException) => fail(portTrouble(port, error)));
    probe.listen(port, host, () => probe.close(() => done()));
  });
}

function portTrouble(port: number, error: NodeJS.ErrnoException): StartError {
  if (error.code === 'EADDRINUSE')
    return new StartError(`Port ${port} is taken by another program; set PORT to a free one.`);
  if (error.code === 'EACCES')
    return new StartError(`Port ${port} may not be used by this user; set PORT to one above 1023.`);
  return new StartError(`Port ${port} cannot be opened: ${error.message}.`);
}

function sentence(error: unknown): string {
  const { code, message, stack } = error as NodeJS.ErrnoException;
  if (error instanceof StartError || error instanceof ConfigError || error instanceof EmbeddedPostgresError)
    return message;
  if (code === 'ENOSPC' || code === '53100') return 'The disk is full.';
  if ((error as Error).name === 'ContentError') return message;
  return stack ?? message;
}

function announce({ PUBLIC_URL: url, SMTP_URL }: Config, logins: DemoLogins | null): void {
  const lines = [
    '',
    'Readyroom is running.',
    `  Learner app   ${url}/`,
    `  Console       ${url}/admin/`,
    `  API           ${url}/api/reference`,
    // Without a mail server they are written all the same, and an administrator reads them there.
    SMTP_URL
      ? `  Mails         go to ${new URL(SMTP_URL).host} (SMTP_URL)`
      : `  Mails         ${url}/admin/mails (kept there; SMTP_URL sends them)`,
  ];
  if (logins) {
    lines.push(
      '',
      `  Demo people (password for all of them: ${logins.password ?? 'printed when they were made'})`,
    );
    for (const { employeeNo, name, what } of logins.people) lines.push(`    ${employeeNo}  ${name}  ${what}`);
  }
  console.log([...lines, '', 'Ctrl-C stops everything.'].join('\n'));
}
