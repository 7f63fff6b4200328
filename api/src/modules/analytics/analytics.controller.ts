import { Controller, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  AnalyticsPeopleQuery,
  AnalyticsPersonList,
  AnalyticsQuery,
  CompletionTrend,
  DropOff,
  DropOffQuery,
  HardestQuestions,
  Today,
  TopicResults,
} from '@readyroom/contract';
import type { z } from 'zod';
import { CurrentActor, type Actor } from '../../platform/access/actor.js';
import { Route } from '../../platform/http/route.js';
import { AnalyticsPeopleReadModel } from './analytics-people.read-model.js';
import { AnalyticsReadModel } from './analytics.read-model.js';
import { checkDays } from './check-days.js';
import { TodayReadModel } from './today.read-model.js';

type Answer<S extends z.ZodType> = Promise<z.infer<S>>;

@ApiTags('analytics')
@Controller()
export class AnalyticsController {
  constructor(
    private readonly charts: AnalyticsReadModel,
    private readonly people: AnalyticsPeopleReadModel,
    private readonly today: TodayReadModel,
  ) {}

  @Route({
    id: 'getToday',
    method: 'GET',
    path: 'today',
    returns: Today,
    access: { can: 'analytics.read' },
    summary: 'What waits for a decision today',
  })
  readToday(@CurrentActor() actor: Actor): Answer<typeof Today> {
    return this.today.read(actor.scopeDepartmentId);
  }

  @Route({
    id: 'getCompletionTrend',
    method: 'GET',
    path: 'analytics/completion-trend',
    returns: CompletionTrend,
    access: { can: 'analytics.read' },
    summary: 'Completions by week',
  })
  completionTrend(
    @CurrentActor() actor: Actor,
    @Query({ schema: AnalyticsQuery }) query: z.infer<typeof AnalyticsQuery>,
  ): Answer<typeof CompletionTrend> {
    return this.charts.completionTrend(checkDays(query), actor.scopeDepartmentId);
  }

  @Route({
    id: 'getTopicResults',
    method: 'GET',
    path: 'analytics/topics',
    returns: TopicResults,
    access: { can: 'analytics.read' },
    summary: 'Quiz results by topic and tier',
  })
  topics(
    @CurrentActor() actor: Actor,
    @Query({ schema: AnalyticsQuery }) query: z.infer<typeof AnalyticsQuery>,
  ): Answer<typeof TopicResults> {
    return this.charts.topics(checkDays(query), actor.scopeDepartmentId);
  }

  @Route({
    id: 'getHardestQuestions',
    method: 'GET',
    path: 'analytics/hardest-questions',
    returns: HardestQuestions,
    access: { can: 'analytics.read' },
    summary: 'Questions with the lowest results first',
  })
  hardestQuestions(
    @CurrentActor() actor: Actor,
    @Query({ schema: AnalyticsQuery }) query: z.infer<typeof AnalyticsQuery>,
  ): Answer<typeof HardestQuestions> {
    return this.charts.hardestQuestions(checkDays(query), actor.scopeDepartmentId);
  }

  @Route({
    id: 'getDropOff',
    method: 'GET',
    path: 'analytics/drop-off',
    returns: DropOff,
    access: { can: 'analytics.read' },
    summary: 'How far people get in a course, and where they stop',
  })
  dropOff(
    @CurrentActor() actor: Actor,
    @Query({ schema: DropOffQuery }) query: z.infer<typeof DropOffQuery>,
  ): Answer<typeof DropOff> {
    return this.charts.dropOff(checkDays(query), actor.scopeDepartmentId);
  }

  @Route({
    id: 'listAnalyticsPeople',
    method: 'GET',
    path: 'analytics/people',
    returns: AnalyticsPersonList,
    access: { can: 'analytics.read' },
    summary: 'The people behind a number',
  })
  listPeople(
    @CurrentActor() actor: Actor,
    @Query({ schema: AnalyticsPeopleQuery }) query: z.infer<typeof AnalyticsPeopleQuery>,
  ): Answer<typeof AnalyticsPersonList> {
    return this.people.list(checkDays(query), actor.scopeDepartmentId);
  }
}
