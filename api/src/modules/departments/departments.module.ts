import { Module } from '@nestjs/common';
import { AudienceRulesModule } from '../audience-rules/index.js';
import { DepartmentsController } from './departments.controller.js';
import { DepartmentsReadModel } from './departments.read-model.js';
import { DepartmentsRepository } from './departments.repository.js';
import { Departments } from './departments.service.js';

@Module({
  imports: [AudienceRulesModule],
  controllers: [DepartmentsController],
  providers: [Departments, DepartmentsReadModel, DepartmentsRepository],
  exports: [DepartmentsRepository],
})
export class DepartmentsModule {}
