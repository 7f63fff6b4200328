import { Module } from '@nestjs/common';
import { CertificationModule } from '../certification/index.js';
import { ContentModule } from '../content/index.js';
import { Cases } from './cases.service.js';
import { Completions } from './completions.js';
import { Enrolments } from './enrolments.js';
import { LearnerCourses } from './learner-courses.js';
import { LearningController } from './learning.controller.js';
import { LessonProgressRepository } from './lesson-progress.js';
import { Lessons } from './lessons.service.js';
import { TierPlans } from './tier-plans.js';

@Module({
  imports: [ContentModule, CertificationModule],
  controllers: [LearningController],
  providers: [TierPlans, LessonProgressRepository, Enrolments, Completions, LearnerCourses, Lessons, Cases],
  exports: [Enrolments, Completions],
})
export class LearningModule {}
