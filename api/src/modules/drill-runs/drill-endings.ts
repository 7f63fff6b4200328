import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Uuid } from '@readyroom/contract';
import { z } from 'zod';
import { Jobs } from '../../platform/queue/jobs.js';

export const DRILL_ENDED = 'drill-runs.ended';

/** Does something once a run is over. It may be called more than once for a run, so its effect must be idempotent. */
export type AfterDrill = (runId: string) => Promise<void>;

/**
 * Who wants to know that a run is over. The promise is part of the transaction that ends the run, so nobody misses
 * one; when a subscriber fails, all of them are called again.
 */
@Injectable()
export class DrillEndings implements OnModuleInit {
  private readonly subscribers: AfterDrill[] = [];

  constructor(private readonly jobs: Jobs) {}

  onModuleInit(): void {
    this.jobs.register({
      topic: DRILL_ENDED,
      payload: z.object({ runId: Uuid }),
      handle: async ({ runId }) => {
        for (const after of this.subscribers) await after(runId);
      },
    });
  }

  subscribe(after: AfterDrill): void {
    this.subscribers.push(after);
  }
}
