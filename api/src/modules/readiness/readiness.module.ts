import { Module } from '@nestjs/common';
import { DepartmentsModule } from '../departments/index.js';
import { ReadinessGroupsReadModel } from './readiness-groups.read-model.js';
import { ReadinessController } from './readiness.controller.js';
import { ReadinessReadModel } from './readiness.read-model.js';

@Module({
  imports: [DepartmentsModule],
  controllers: [ReadinessController],
  providers: [ReadinessReadModel, ReadinessGroupsReadModel],
})
export class ReadinessModule {}
