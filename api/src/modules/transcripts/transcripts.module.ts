import { Module } from '@nestjs/common';
import { CertificationModule } from '../certification/index.js';
import { TranscriptsController } from './transcripts.controller.js';
import { TranscriptReadModel } from './transcript.read-model.js';

@Module({
  imports: [CertificationModule],
  controllers: [TranscriptsController],
  providers: [TranscriptReadModel],
})
export class TranscriptsModule {}
