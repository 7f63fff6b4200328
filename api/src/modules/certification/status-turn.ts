import { Injectable, type OnModuleInit } from '@nestjs/common';
import { z } from 'zod';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { Jobs, type JobHandler } from '../../platform/queue/jobs.js';
import { organisationDay, turnProgramStandings } from '../standings/index.js';

const CHUNK = 5_000;
const EVERY_MS = 10 * 60_000;
const Payload = z.object({});

/** Writes down statuses whose day has come, so that boards have little to put right. Numbers do not depend on it. */
@Injectable()
export class StatusTurn implements OnModuleInit, JobHandler<z.infer<typeof Payload>> {
  readonly topic = 'certification.turn';
  readonly payload = Payload;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    this.jobs.register(this, EVERY_MS);
  }

  async handle(): Promise<void> {
    for (let turned = CHUNK; turned === CHUNK;)
      turned = await this.database.transaction(async (tx) =>
        turnProgramStandings(tx, await organisationDay(tx, this.clock), CHUNK),
      );
  }
}
