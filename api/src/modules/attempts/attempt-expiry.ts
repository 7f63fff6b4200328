import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Empty } from '@readyroom/contract';
import { Jobs } from '../../platform/queue/jobs.js';
import { AttemptFinish } from './attempt-finish.service.js';

const EVERY_MS = 15_000;

/** Ends attempts whose learner closed the browser: what was saved counts. */
@Injectable()
export class AttemptExpiry implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly finish: AttemptFinish,
  ) {}

  onModuleInit(): void {
    this.jobs.register(
      { topic: 'attempts.expire', payload: Empty, handle: () => this.finish.expireDue() },
      EVERY_MS,
    );
  }
}
