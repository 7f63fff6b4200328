import { Injectable, Logger, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { Empty } from '@readyroom/contract';
import { Jobs } from '../../../platform/queue/jobs.js';
import { RunHosts } from './run-hosts.js';

const SWEEP_EVERY_MS = 5_000;
const TICK_EVERY_MS = 300;

/**
 * Lets time pass in running runs. A timer in every worker process does it several times a second; the recurring job is
 * there for when the timers stand still.
 */
@Injectable()
export class Ticker implements OnModuleInit, OnApplicationShutdown {
  private readonly log = new Logger('DrillRuns');
  private timer?: NodeJS.Timeout;
  private ticking?: Promise<void>;

  constructor(
    private readonly jobs: Jobs,
    private readonly hosts: RunHosts,
  ) {}

  onModuleInit(): void {
    this.jobs.register(
      { topic: 'drill-runs.tick', payload: Empty, handle: () => this.hosts.sweep() },
      SWEEP_EVERY_MS,
    );
    this.jobs.whenWorking(() => {
      this.timer = setInterval(() => this.tick(), TICK_EVERY_MS);
    });
  }

  private tick(): void {
    this.ticking ??= this.hosts
      .sweep()
      .catch((error: Error) => this.log.error(`tick: ${error.message}`))
      .finally(() => (this.ticking = undefined));
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.ticking;
  }
}
