import { Injectable, type OnModuleInit } from '@nestjs/common';
import { z } from 'zod';
import { Jobs } from '../../platform/queue/jobs.js';
import { EvidenceChain } from './evidence-chain.js';

const LINK_EVERY_MS = 5_000;
const ANCHOR_EVERY_MS = 10 * 60_000;

/** Links every few seconds; looks every ten minutes whether a day is over. */
@Injectable()
export class EvidenceJobs implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly chain: EvidenceChain,
  ) {}

  onModuleInit(): void {
    const payload = z.object({});
    const job = (topic: string, work: () => Promise<unknown>) => ({
      topic,
      payload,
      handle: async () => void (await work()),
    });
    this.jobs.register(
      job('evidence.link', () => this.chain.link()),
      LINK_EVERY_MS,
    );
    this.jobs.register(
      job('evidence.anchor', () => this.chain.anchorDays()),
      ANCHOR_EVERY_MS,
    );
  }
}
