import { Module } from '@nestjs/common';
import { AuthModule } from '../auth/index.js';
import { DrillRunsModule } from '../drill-runs/index.js';
import { DrillWallReadModel } from './drill-wall.read-model.js';
import { DrillWallsController } from './drill-walls.controller.js';
import { WallLinks } from './wall-links.js';

@Module({
  imports: [AuthModule, DrillRunsModule],
  controllers: [DrillWallsController],
  providers: [DrillWallReadModel, WallLinks],
})
export class DrillWallsModule {}
