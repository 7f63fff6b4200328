import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from './app.module.js';
import { serveReference } from './openapi.js';
import type { Clock } from './platform/clock/clock.js';
import type { Config } from './platform/config/config.js';
import type { Database } from './platform/database/database.js';
import { createHttpApp } from './platform/http/create-http-app.js';
import { serveApps } from './platform/http/static.js';

interface Parts {
  config: Config;
  database: Database;
  clock?: Clock;
  /** Folders of the built apps; left out where only the API is wanted. */
  dist?: { learn: string; admin: string };
}

/** The product as one HTTP application, ready to listen. */
export async function createServer({ dist, ...parts }: Parts): Promise<NestFastifyApplication> {
  const app = await createHttpApp(AppModule.with(parts), parts.config);
  serveReference(app);
  if (dist) await serveApps(app.getHttpAdapter().getInstance() as never, dist);
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  return app;
}
