import { Module } from '@nestjs/common';
import { DrillRunsModule } from '../drill-runs/index.js';
import { DrillGuidanceController } from './drill-guidance.controller.js';

/** Words about a drill that change nothing in it. */
@Module({ imports: [DrillRunsModule], controllers: [DrillGuidanceController] })
export class DrillGuidanceModule {}
