import { NestFactory } from '@nestjs/core';
import { AppModule } from './app.module.js';
import { completeConfig, readConfig } from './platform/config/config.js';
import { connectDatabase } from './platform/database/database.js';
import { Jobs } from './platform/queue/jobs.js';

/** One worker process of a real installation: the same modules without HTTP. */
async function main(): Promise<void> {
  const base = readConfig(process.env);
  if (!base.DATABASE_URL) throw new Error('Set DATABASE_URL to the PostgreSQL of this installation.');
  const config = { ...completeConfig(base, base.DATABASE_URL), READYROOM_WORKER: true };
  const database = await connectDatabase(config.DATABASE_URL, { poolSize: config.DATABASE_POOL });
  const context = await NestFactory.createApplicationContext(AppModule.with({ config, database }), {
    logger: ['error', 'warn'],
  });
  await context.get(Jobs).start();
  const stop = async () => {
    await context.close();
    await database.close();
    process.exit(0);
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}

main().catch((error: Error) => {
  console.error(`The worker did not start. ${error.message}`);
  process.exit(1);
});
