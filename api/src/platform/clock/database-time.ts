import { Injectable, Logger, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { Database } from '../database/database.js';
import { Clock, SystemClock } from './clock.js';

const EVERY_MS = 10_000;
/** Smaller differences may be the way to the database and back. */
const NOTICED_MS = 500;

/**
 * Keeps the clocks of all processes together: each follows that of the database. Machines may then be minutes apart
 * without a drill, a deadline or a session noticing.
 */
@Injectable()
export class DatabaseTime implements OnModuleInit, OnApplicationShutdown {
  private readonly log = new Logger('Clock');
  private timer?: NodeJS.Timeout;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async onModuleInit(): Promise<void> {
    const { clock } = this;
    // Clocks of tests and simulations are set by hand.
    if (!(clock instanceof SystemClock)) return;
    await this.follow(clock);
    this.timer = setInterval(() => void this.follow(clock), EVERY_MS).unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  /** Without an answer, or with one that took too long to tell, the clock stays as it is. */
  private async follow(clock: SystemClock): Promise<void> {
    try {
      const from = clock.raw();
      const [row] = await this.database.query<{ ms: number }>(
        'SELECT (extract(epoch FROM clock_timestamp()) * 1000)::double precision AS ms',
      );
      const to = clock.raw();
      const behind = Math.round(row!.ms - (from + to) / 2);
      if (to - from > NOTICED_MS || Math.abs(behind - clock.behind) < NOTICED_MS) return;
      clock.behind = Math.abs(behind) < NOTICED_MS ? 0 : behind;
      this.log.warn(`this machine is ${behind} ms behind the database; following the database`);
    } catch (error) {
      this.log.warn(`cannot compare clocks: ${(error as Error).message}`);
    }
  }
}
