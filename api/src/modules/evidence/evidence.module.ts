import { Module } from '@nestjs/common';
import { EvidenceBundle } from './evidence-bundle.js';
import { EvidenceChain } from './evidence-chain.js';
import { EvidenceStored } from './evidence-check.js';
import { EvidenceJobs } from './evidence-jobs.js';
import { EvidenceController } from './evidence.controller.js';
import { EvidenceReadModel } from './evidence.read-model.js';

@Module({
  controllers: [EvidenceController],
  providers: [EvidenceChain, EvidenceJobs, EvidenceReadModel, EvidenceStored, EvidenceBundle],
})
export class EvidenceModule {}
