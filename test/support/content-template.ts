import { join } from 'node:path';
import pg from 'pg';
import { ContentImport } from '../../api/src/modules/content/index.js';
import { ScenarioImport } from '../../api/src/modules/scenarios/index.js';
import { connectDatabase } from '../../api/src/platform/database/database.js';
import { TestClock } from './test-clock.js';
import { onServer } from './test-database.js';

const ROOT = join(__dirname, '../..');
export const FIXTURE_CONTENT = join(ROOT, 'test/fixtures/content');
const SHIPPED_CONTENT = join(ROOT, 'content');

/** Ids of the fixture course that tests speak of; the rest stands in test/fixtures/content. */
export const FIXTURE = {
  /** With the seats head (executive), lead (manager) and desk (frontline). */
  scenarioId: id(0x2001),
  courseId: id(0x001),
  quizId: id(0x031),
  /** For everybody, with blocks of every type. */
  signals: {
    id: id(0x101),
    firstBlockId: id(0x111),
    frontlineBlockId: id(0x112),
    leaderBlockId: id(0x113),
    lastBlockId: id(0x119),
  },
  /** For executives and managers. */
  steering: { id: id(0x102), firstBlockId: id(0x121), executiveBlockId: id(0x122) },
  /** A case: call → (report: words | wait: late), late → (own: words | silent: end), words → end. */
  case: {
    id: id(0x103),
    blockId: id(0x131),
    nodes: { call: id(0x141), late: id(0x142), words: id(0x143) },
    options: {
      report: id(0x151),
      wait: id(0x152),
      own: id(0x153),
      silent: id(0x154),
      known: id(0x155),
      promise: id(0x156),
    },
  },
} as const;

function id(n: number): string {
  return `00000000-0000-4000-8000-${n.toString(16).padStart(12, '0')}`;
}

/** A template with the shipped content imported and published: `TestApp.start({ template: await contentTemplate() })`. */
export const contentTemplate = (): Promise<string> => templateOf('content', SHIPPED_CONTENT);

/** A template with the fixture course and scenario, which are small and do not change when the shipped content does. */
export const fixtureTemplate = (): Promise<string> => templateOf('fixture', FIXTURE_CONTENT);

/** Made once per server, whichever worker comes first; it gets its name only when it is complete and closed. */
async function templateOf(kind: string, folder: string): Promise<string> {
  const base = process.env.READYROOM_TEST_TEMPLATE!;
  const name = `${base}_${kind}`;
  const lock = new pg.Client({ connectionString: process.env.READYROOM_TEST_SERVER });
  await lock.connect();
  try {
    await lock.query('SELECT pg_advisory_lock(4712)');
    const { rowCount } = await lock.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
    if (rowCount) return name;
    await onServer(`DROP DATABASE IF EXISTS ${name}_making WITH (FORCE)`);
    await onServer(`CREATE DATABASE ${name}_making TEMPLATE ${base}`);
    const url = new URL(process.env.READYROOM_TEST_SERVER!);
    url.pathname = `/${name}_making`;
    const database = await connectDatabase(url.href, { poolSize: 2 });
    try {
      await new ContentImport(database, new TestClock()).load(folder, { publish: 'first' });
      await new ScenarioImport(database, new TestClock()).load(folder, { publish: 'first' });
    } finally {
      await database.close();
    }
    await onServer(`ALTER DATABASE ${name}_making RENAME TO ${name}`);
    return name;
  } finally {
    await lock.end();
  }
}
