import { join } from 'node:path';
import { createServer } from '../../api/src/server.js';
import { Credentials } from '../../api/src/modules/auth/index.js';
import { completeConfig, readConfig } from '../../api/src/platform/config/config.js';
import type { Database } from '../../api/src/platform/database/database.js';
import { SystemClock, type Clock } from '../../api/src/platform/clock/clock.js';
import { RobotTransport } from '../../api/src/modules/notifications/robots/robot-transport.js';
import { Jobs } from '../../api/src/platform/queue/jobs.js';
import { BriefingTemplateImport } from '../../api/src/modules/briefings/index.js';
import { ProgramImport } from '../../api/src/modules/programs/index.js';
import { createDemo } from '../../api/src/demo/demo.js';
import { contentTemplate } from './content-template.js';
import { cloneDatabase } from './test-database.js';

export const PASSWORD = 'lantern-harbor-2048';

export interface Product {
  url: string;
  database: Database;
  jobs: Jobs;
  /** The way out to group chats, for a fake to stand in. */
  robots: RobotTransport;
  close(): Promise<void>;
}

/**
 * The whole product on a port of its own: shipped content, demo people (one password), background work, both apps.
 * `env` adds to its configuration; `clock` is for those who move time.
 */
export async function startProduct(
  env: Record<string, string> = {},
  clock: Clock = new SystemClock(),
): Promise<Product> {
  const { database, url: databaseUrl, drop } = await cloneDatabase(await contentTemplate());
  const config = completeConfig(readConfig({ LOG_LEVEL: 'fatal', ...env }), databaseUrl);
  const root = join(__dirname, '../..');
  const app = await createServer({
    config,
    database,
    clock,
    dist: { learn: join(root, 'learn/dist'), admin: join(root, 'admin/dist') },
  });
  await app.get(ProgramImport).load(join(root, 'content'));
  await app.get(BriefingTemplateImport).load(join(root, 'content'));
  await createDemo(app, null);
  const people = await database.query<{ id: string }>('SELECT id FROM person WHERE demo');
  for (const { id } of people)
    await app.get(Credentials).setPassword(database, id, PASSWORD, { temporary: false });
  await app.get(Jobs).start();
  await app.listen({ port: 0, host: '127.0.0.1' });
  const url = await app.getUrl();
  return {
    url,
    database,
    jobs: app.get(Jobs),
    robots: app.get(RobotTransport),
    close: async () => {
      await app.close();
      await drop();
    },
  };
}
