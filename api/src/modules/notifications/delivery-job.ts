import { Injectable, Logger, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { z } from 'zod';
import { Jobs, type JobHandler } from '../../platform/queue/jobs.js';
import { SEND_TOPIC } from './notifications.js';
import { PersonSender } from './person-sender.js';
import { RobotSender } from './robots/robot-sender.js';

const EVERY_MS = 20_000;
const ROBOTS_EVERY_MS = 500;
const Payload = z.object({});

/**
 * Sends whatever is due. Promised when something new is urgent, and repeated, so that nothing waits for long. Robots have
 * limits by the second, so a timer in every worker process looks after them; the recurring job is there for when the
 * timers stand still.
 */
@Injectable()
export class DeliveryJob implements OnModuleInit, OnApplicationShutdown, JobHandler<z.infer<typeof Payload>> {
  readonly topic = SEND_TOPIC;
  readonly payload = Payload;
  private readonly log = new Logger('Deliveries');
  private timer?: NodeJS.Timeout;
  private readonly ticking = new Set<Promise<void>>();

  constructor(
    private readonly jobs: Jobs,
    private readonly people: PersonSender,
    private readonly robots: RobotSender,
  ) {}

  onModuleInit(): void {
    this.jobs.register(this, EVERY_MS);
    this.jobs.whenWorking(() => {
      this.timer = setInterval(() => this.tick(), ROBOTS_EVERY_MS);
    });
  }

  async handle(): Promise<void> {
    await this.people.run();
    await this.robots.run();
  }

  /** A robot that is slow to answer holds up its own messages only, so a new turn does not wait for the last. */
  private tick(): void {
    const turn: Promise<void> = this.robots
      .run()
      .catch((error: Error) => this.log.error(`robots: ${error.message}`))
      .finally(() => this.ticking.delete(turn));
    this.ticking.add(turn);
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await Promise.all(this.ticking);
  }
}
