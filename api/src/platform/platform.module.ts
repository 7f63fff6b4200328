import { Global, Module, type DynamicModule } from '@nestjs/common';
import { Clock, SystemClock } from './clock/clock.js';
import { DatabaseTime } from './clock/database-time.js';
import { CONFIG, type Config } from './config/config.js';
import { Database } from './database/database.js';
import { Mail } from './mail/mail.js';
import { Jobs } from './queue/jobs.js';

/** What every module may ask for: configuration, database, clock, background work, mail. */
@Global()
@Module({})
export class PlatformModule {
  static with(parts: { config: Config; database: Database; clock?: Clock }): DynamicModule {
    return {
      module: PlatformModule,
      providers: [
        { provide: CONFIG, useValue: parts.config },
        { provide: Database, useValue: parts.database },
        { provide: Clock, useValue: parts.clock ?? new SystemClock() },
        DatabaseTime,
        Jobs,
        Mail,
      ],
      exports: [CONFIG, Database, Clock, Jobs, Mail],
    };
  }
}
