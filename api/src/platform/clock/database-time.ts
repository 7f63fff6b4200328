import { Injectable, Logger, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { Database } from '../database/database.js';
import { Clock, SystemClock } from './clock.js';

const EVERY_MS = 10_000;
/** Smaller differences may be the way to the database and back. */
const NOTICED_MS = 500;

const near = (one: number, other: number): boolean => Math.abs(one - other) < NOTICED_MS;

/**
 * Keeps the clocks of all processes together: each follows that of the database. Machines may then be minutes apart
 * without a drill, a deadline or a session noticing. It costs one short query every ten seconds and nothing for a request.
 */
@Injectable()
export class DatabaseTime implements OnModuleInit, OnApplicationShutdown {
  private readonly log = new Logger('Clock');
  private timer?: NodeJS.Timeout;
  private looking = false;
  private away = false;
  /** A difference that was seen once; unless it is the first, it has to be seen twice. */
  private suspected: number | null = null;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async onModuleInit(): Promise<void> {
    const { clock } = this;
    // Clocks of tests and simulations are set by hand.
    if (!(clock instanceof SystemClock)) return;
    await this.look(clock, true);
    this.timer = setInterval(() => void this.look(clock), EVERY_MS).unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  /**
   * Without an answer, or with one that took too long to tell, the clock stays as it is. While somebody still waits for
   * an answer nobody asks again.
   */
  async look(clock: SystemClock, first = false): Promise<void> {
    if (this.looking) return;
    this.looking = true;
    try {
      const from = clock.raw();
      const [row] = await this.database.query<{ ms: number }>(
        'SELECT (extract(epoch FROM clock_timestamp()) * 1000)::double precision AS ms',
      );
      const to = clock.raw();
      this.away = false;
      if (to - from <= NOTICED_MS) this.follow(clock, Math.round(row!.ms - (from + to) / 2), first);
    } catch (error) {
      if (!this.away) this.log.warn(`cannot compare clocks: ${(error as Error).message}`);
      this.away = true;
    } finally {
      this.looking = false;
    }
  }

  private follow(clock: SystemClock, behind: number, first: boolean): void {
    const before = this.suspected;
    this.suspected = null;
    if (near(behind, clock.behind)) return;
    // One answer may come from a server that is just being replaced; a moved clock says the same again.
    if (!first && (before === null || !near(behind, before))) {
      this.suspected = behind;
      return;
    }
    clock.behind = near(behind, 0) ? 0 : behind;
    this.log.warn(`this machine is ${behind} ms behind the database; following the database`);
  }
}
