import { Module } from '@nestjs/common';
import { AnalyticsPeopleReadModel } from './analytics-people.read-model.js';
import { AnalyticsController } from './analytics.controller.js';
import { AnalyticsReadModel } from './analytics.read-model.js';
import { TodayReadModel } from './today.read-model.js';

@Module({
  controllers: [AnalyticsController],
  providers: [AnalyticsReadModel, AnalyticsPeopleReadModel, TodayReadModel],
})
export class AnalyticsModule {}
