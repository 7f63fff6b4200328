import { Injectable } from '@nestjs/common';
import type { CompletionTrend, DropOff, HardestQuestions, TopicResults, Tier } from '@readyroom/contract';
import { TIERS } from '@readyroom/contract';
import type { z } from 'zod';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import type { Scope } from '../departments/index.js';
import { organisationDay } from '../standings/index.js';
import { CourseNotFound, RangeTooLong } from './analytics.errors.js';
import { analyse } from './analyse.js';
import {
  ANSWERS,
  COMPLETIONS,
  EARNED,
  ENROLMENTS,
  filterValues,
  MEAN_PERCENT,
  MIN_ANSWERS,
  percentOf,
  type Filters,
} from './analytics.sql.js';
import { STEPS, stoppedBefore } from './drop-off.sql.js';
import { everyWeek, weeksBetween, type WeekCount } from './weeks.js';

type Topic = z.infer<typeof TopicResults>['items'][number];
type TopicRow = Omit<Topic, 'byTier'> & { tiers: { tier: Tier; answers: number; meanPercent: number }[] };
type Question = z.infer<typeof HardestQuestions>['items'][number];
type Step = z.infer<typeof DropOff>['steps'][number];

const MAX_WEEKS = 530;

/** The charts: where people stand as groups. Whoever is behind a number, see AnalyticsPeopleReadModel. */
@Injectable()
export class AnalyticsReadModel {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** From the first day asked for (or the first completion) to the last one (or today); the total begins there too. */
  completionTrend(filters: Filters, scope: Scope): Promise<z.infer<typeof CompletionTrend>> {
    return analyse(this.database, async (sql) => {
      const { today, timeZone } = await organisationDay(sql, this.clock);
      const to = filters.to ?? today;
      if (filters.from && weeksBetween(filters.from, to) > MAX_WEEKS) throw new RangeTooLong();
      const counted = await sql.query<WeekCount>(TREND, filterValues(filters, scope, timeZone));
      const from = filters.from ?? counted[0]?.weekStart;
      return { points: from ? everyWeek(counted, from, to) : [] };
    });
  }

  /** Topics with answers, in the order of the curriculum. */
  topics(filters: Filters, scope: Scope): Promise<z.infer<typeof TopicResults>> {
    return analyse(this.database, async (sql) => {
      const { timeZone } = await organisationDay(sql, this.clock);
      const rows = await sql.query<TopicRow>(TOPICS, filterValues(filters, scope, timeZone));
      return {
        items: rows.map(({ tiers, ...topic }) => ({
          ...topic,
          byTier: TIERS.map(
            (tier) => tiers.find((one) => one.tier === tier) ?? { tier, answers: 0, meanPercent: null },
          ),
        })),
      };
    });
  }

  hardestQuestions(filters: Filters, scope: Scope): Promise<z.infer<typeof HardestQuestions>> {
    return analyse(this.database, async (sql) => {
      const { timeZone } = await organisationDay(sql, this.clock);
      const values = [...filterValues(filters, scope, timeZone), MIN_ANSWERS];
      return { minAnswers: MIN_ANSWERS, items: await sql.query<Question>(HARDEST, values) };
    });
  }

  dropOff(filters: Filters & { courseId: string }, scope: Scope): Promise<z.infer<typeof DropOff>> {
    const { courseId } = filters;
    return analyse(this.database, async (sql) => {
      const found = await sql.query('SELECT 1 FROM course WHERE id = $1', [courseId]);
      if (found.length === 0) throw new CourseNotFound();
      const { now, timeZone } = await organisationDay(sql, this.clock);
      const values = filterValues(filters, scope, timeZone);
      const [cohort] = await sql.query<{ started: number; completed: number }>(COHORT, values);
      const steps = await sql.query<Step>(STEPS, [...values, stoppedBefore(now)]);
      return { courseId, ...cohort!, steps };
    });
  }
}

const TREND = `
  SELECT date_trunc('week', c.completed_at AT TIME ZONE $7::text)::date AS "weekStart", count(*) AS completions
  ${COMPLETIONS} GROUP BY 1 ORDER BY 1`;

const COHORT = `SELECT count(*) AS started, count(e.completed_at) AS completed ${ENROLMENTS}`;

const TOPICS = `
  WITH by_tier AS (
    SELECT key, tier, count(*) AS people, sum(answers) AS answers, sum(earned) AS earned
    FROM (
      SELECT q.topic_key AS key, p.tier, p.id, count(*) AS answers, ${EARNED} AS earned ${ANSWERS} GROUP BY 1, 2, 3
    ) one GROUP BY 1, 2
  )
  SELECT t.key AS topic, t.title, sum(b.answers) AS answers, sum(b.people) AS people,
         ${percentOf('sum(b.earned)', 'sum(b.answers)')} AS "meanPercent",
         json_agg(json_build_object('tier', b.tier, 'answers', b.answers, 'meanPercent', ${percentOf('b.earned', 'b.answers')})) AS tiers
  FROM by_tier b JOIN topic t ON t.key = b.key
  GROUP BY t.key, t.title, t.position ORDER BY t.position, t.key`;

/** Answers to all versions of a question count; it is shown as it is now. `$8` fewest answers. */
const HARDEST = `
  WITH answer AS MATERIALIZED (SELECT q.question_id, p.id AS person_id, q.points, q.max_points ${ANSWERS}),
  result AS (
    SELECT q.question_id, count(*) AS answers, ${MEAN_PERCENT} AS mean,
           ${percentOf('count(*) FILTER (WHERE q.points = q.max_points)', 'count(*)')} AS full_points
    FROM answer q GROUP BY 1 HAVING count(*) >= $8
  ),
  asked AS (
    SELECT question_id, count(*) AS people FROM (SELECT DISTINCT question_id, person_id FROM answer) one GROUP BY 1
  )
  SELECT q.id AS "questionId", v.prompt, t.title AS "topicTitle", v.type, v.difficulty, r.answers, a.people,
         r.mean AS "meanPercent", r.full_points AS "fullPointsPercent"
  FROM result r JOIN asked a ON a.question_id = r.question_id
  JOIN question q ON q.id = r.question_id
  JOIN question_version v ON v.id = q.current_version_id
  JOIN topic t ON t.key = q.topic_key
  ORDER BY r.mean, r.full_points, r.answers DESC, q.id`;
