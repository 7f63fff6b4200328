import { join } from 'node:path';
import { completeConfig, readConfig } from './platform/config/config.js';
import { connectDatabase } from './platform/database/database.js';
import { Jobs } from './platform/queue/jobs.js';
import { createServer } from './server.js';

/** One API process of a real installation: outside database, schema already up to date (`npm run migration:run`). */
async function main(): Promise<void> {
  const base = readConfig(process.env);
  if (!base.DATABASE_URL) throw new Error('Set DATABASE_URL to the PostgreSQL of this installation.');
  const config = completeConfig(base, base.DATABASE_URL);
  const database = await connectDatabase(config.DATABASE_URL, { poolSize: config.DATABASE_POOL });
  const root = process.cwd();
  const app = await createServer({
    config,
    database,
    dist: { learn: join(root, 'learn/dist'), admin: join(root, 'admin/dist') },
  });
  await app.get(Jobs).start();
  const stop = async () => {
    await app.close();
    await database.close();
    process.exit(0);
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  await app.listen({ port: config.PORT, host: config.HOST });
}

main().catch((error: Error) => {
  console.error(`The API did not start. ${error.message}`);
  process.exit(1);
});
