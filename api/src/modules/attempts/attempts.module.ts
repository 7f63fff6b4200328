import { Module } from '@nestjs/common';
import { ContentModule } from '../content/index.js';
import { LearningModule } from '../learning/index.js';
import { AttemptExpiry } from './attempt-expiry.js';
import { AttemptFinish } from './attempt-finish.service.js';
import { AttemptStart } from './attempt-start.service.js';
import { AttemptsController } from './attempts.controller.js';
import { AttemptsRepository } from './attempts.repository.js';
import { Attempts } from './attempts.service.js';
import { CryptoRandom, RandomSource } from './random.js';
import { ShownQuestions } from './shown-questions.js';

@Module({
  imports: [ContentModule, LearningModule],
  controllers: [AttemptsController],
  providers: [
    AttemptsRepository,
    ShownQuestions,
    AttemptStart,
    AttemptFinish,
    Attempts,
    AttemptExpiry,
    { provide: RandomSource, useClass: CryptoRandom },
  ],
})
export class AttemptsModule {}
