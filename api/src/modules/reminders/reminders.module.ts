import { Module } from '@nestjs/common';
import { NotificationsModule } from '../notifications/index.js';
import { Ladders } from './ladders.service.js';
import { ReminderComposer } from './reminder-composer.js';
import { ReminderPlanner } from './reminder-planner.js';
import { RemindersController } from './reminders.controller.js';
import { RemindersReadModel } from './reminders.read-model.js';

@Module({
  imports: [NotificationsModule],
  controllers: [RemindersController],
  providers: [Ladders, ReminderComposer, ReminderPlanner, RemindersReadModel],
})
export class RemindersModule {}
