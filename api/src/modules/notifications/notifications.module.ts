import { Module } from '@nestjs/common';
import { Composers } from './composers.js';
import { DeliveriesController } from './deliveries.controller.js';
import { DeliveriesReadModel } from './deliveries.read-model.js';
import { Deliveries } from './deliveries.service.js';
import { DeliveryJob } from './delivery-job.js';
import { InboxController } from './inbox.controller.js';
import { InboxReadModel } from './inbox.read-model.js';
import { Notifications } from './notifications.js';
import { PersonSender } from './person-sender.js';
import { RobotSender } from './robots/robot-sender.js';
import { RobotTransport } from './robots/robot-transport.js';
import { RobotsController } from './robots/robots.controller.js';
import { Robots } from './robots/robots.service.js';

@Module({
  controllers: [InboxController, DeliveriesController, RobotsController],
  providers: [
    Composers,
    Deliveries,
    DeliveriesReadModel,
    DeliveryJob,
    InboxReadModel,
    Notifications,
    PersonSender,
    RobotSender,
    RobotTransport,
    Robots,
  ],
  exports: [Composers, Notifications],
})
export class NotificationsModule {}
