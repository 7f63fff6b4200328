import { Module } from '@nestjs/common';
import { ContentImport } from './content-import.js';
import { CourseVersions } from './course-versions.js';

@Module({
  providers: [CourseVersions, ContentImport],
  exports: [CourseVersions, ContentImport],
})
export class ContentModule {}
