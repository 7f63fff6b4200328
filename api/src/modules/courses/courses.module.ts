import { Module } from '@nestjs/common';
import { ContentModule } from '../content/index.js';
import { CoursesController } from './courses.controller.js';
import { CoursesReadModel } from './courses.read-model.js';
import { Courses } from './courses.service.js';

@Module({
  imports: [ContentModule],
  controllers: [CoursesController],
  providers: [Courses, CoursesReadModel],
})
export class CoursesModule {}
