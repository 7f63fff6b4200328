import { Module } from '@nestjs/common';
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
  imports: [ContentModule],
  controllers: [LearningController],
  providers: [TierPlans, LessonProgressRepository, Enrolments, Completions, LearnerCourses, Lessons, Cases],
  exports: [Enrolments, Completions],
})
export class LearningModule {}
