import { Injectable, type OnModuleInit } from '@nestjs/common';
import { z } from 'zod';
import { Jobs, type JobHandler } from '../../platform/queue/jobs.js';
import { SEND_TOPIC } from './notifications.js';
import { PersonSender } from './person-sender.js';
import { RobotSender } from './robots/robot-sender.js';

const EVERY_MS = 20_000;
const Payload = z.object({});

/** Sends whatever is due. Promised when something new is urgent, and repeated, so that nothing waits for long. */
@Injectable()
export class DeliveryJob implements OnModuleInit, JobHandler<z.infer<typeof Payload>> {
  readonly topic = SEND_TOPIC;
  readonly payload = Payload;

  constructor(
    private readonly jobs: Jobs,
    private readonly people: PersonSender,
    private readonly robots: RobotSender,
  ) {}

  onModuleInit(): void {
    this.jobs.register(this, EVERY_MS);
  }

  async handle(): Promise<void> {
    await this.people.run();
    await this.robots.run();
  }
}
