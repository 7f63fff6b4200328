import { Module } from '@nestjs/common';
import { NotificationsModule } from '../notifications/index.js';
import { TeamController } from './team.controller.js';
import { TeamReadModel } from './team.read-model.js';
import { TeamReminders } from './team-reminders.service.js';

@Module({
  imports: [NotificationsModule],
  controllers: [TeamController],
  providers: [TeamReadModel, TeamReminders],
})
export class TeamModule {}
