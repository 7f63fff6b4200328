import { Injectable } from '@nestjs/common';
import type { CompletionTrend, DropOff, HardestQuestions, TopicResults, Tier } from '@readyroom/contract';
import { TIERS } from '@readyroom/contract';
import type { z } from 'zod';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import type { Scope } from '../departments/index.js';
import { organisationDay } from '../standings/index.js';
import { CourseNotFound, RangeTooLong } from './analytics.errors.js';
import {
  ANSWERS,
  COMPLETIONS,
  ENROLMENTS,
  filterValues,
  FULL_POINTS_PERCENT,
  MEAN_PERCENT,
  MIN_ANSWERS,
  type Filters,
} from './analytics.sql.js';
import { FINISHED, REACHED, STEP_STATES, stoppedBefore } from './drop-off.sql.js';
import { everyWeek, weeksBetween, type WeekCount } from './weeks.js';

type Topic = z.infer<typeof TopicResults>['items'][number];
type TopicRow = Omit<Topic, 'byTier'> & { tiers: { tier: Tier; answers: number; meanPercent: number }[] };
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
  async completionTrend(filters: Filters, scope: Scope): Promise<z.infer<typeof CompletionTrend>> {
    const { today, timeZone } = await organisationDay(this.database, this.clock);
    const to = filters.to ?? today;
    if (filters.from && weeksBetween(filters.from, to) > MAX_WEEKS) throw new RangeTooLong();
    const counted = await this.database.query<WeekCount>(
      `SELECT date_trunc('week', c.completed_at AT TIME ZONE $7::text)::date AS "weekStart", count(*) AS completions
       ${COMPLETIONS} GROUP BY 1 ORDER BY 1`,
      filterValues(filters, scope, timeZone),
    );
    const from = filters.from ?? counted[0]?.weekStart;
    return { points: from ? everyWeek(counted, from, to) : [] };
  }

  /** Topics with answers, in the order of the curriculum. */
  async topics(filters: Filters, scope: Scope): Promise<z.infer<typeof TopicResults>> {
    const { timeZone } = await organisationDay(this.database, this.clock);
    const rows = await this.database.query<TopicRow>(TOPICS, filterValues(filters, scope, timeZone));
    return {
      items: rows.map(({ tiers, ...topic }) => ({
        ...topic,
        byTier: TIERS.map(
          (tier) => tiers.find((one) => one.tier === tier) ?? { tier, answers: 0, meanPercent: null },
        ),
      })),
    };
  }

  async hardestQuestions(filters: Filters, scope: Scope): Promise<z.infer<typeof HardestQuestions>> {
    const { timeZone } = await organisationDay(this.database, this.clock);
    const items = await this.database.query<z.infer<typeof HardestQuestions>['items'][number]>(HARDEST, [
      ...filterValues(filters, scope, timeZone),
      MIN_ANSWERS,
    ]);
    return { minAnswers: MIN_ANSWERS, items };
  }

  /** The lessons and the quiz that people in the course have, or would have in its published version. */
  async dropOff(filters: Filters & { courseId: string }, scope: Scope): Promise<z.infer<typeof DropOff>> {
    const { courseId } = filters;
    const found = await this.database.query('SELECT 1 FROM course WHERE id = $1', [courseId]);
    if (found.length === 0) throw new CourseNotFound();
    const { now, timeZone } = await organisationDay(this.database, this.clock);
    const values = filterValues(filters, scope, timeZone);
    const [cohort] = await this.database.query<{ started: number; completed: number }>(
      `SELECT count(*) AS started, count(e.completed_at) AS completed ${ENROLMENTS}`,
      values,
    );
    const steps = await this.database.query<Step>(STEPS, [...values, stoppedBefore(now)]);
    return { courseId, ...cohort!, steps };
  }
}

/** Grouped by topic and tier, then once more, so that the answers are read once. */
const TOPICS = `
  WITH answer AS MATERIALIZED (
    SELECT q.topic_key, p.tier, p.id AS person_id, q.points, q.max_points ${ANSWERS}
  ),
  by_tier AS (
    SELECT q.topic_key, q.tier, count(*) AS answers, ${MEAN_PERCENT} AS mean FROM answer q GROUP BY 1, 2
  )
  SELECT t.key AS topic, t.title, q.answers, q.people, q.mean AS "meanPercent",
    (SELECT json_agg(json_build_object('tier', b.tier, 'answers', b.answers, 'meanPercent', b.mean))
     FROM by_tier b WHERE b.topic_key = t.key) AS tiers
  FROM topic t JOIN (
    SELECT q.topic_key, count(*) AS answers, count(DISTINCT q.person_id) AS people, ${MEAN_PERCENT} AS mean
    FROM answer q GROUP BY 1
  ) q ON q.topic_key = t.key
  ORDER BY t.position, t.key`;

/** Answers to all versions of a question count; it is shown as it is now. `$8` fewest answers. */
const HARDEST = `
  SELECT n.question_id AS "questionId", v.prompt, t.title AS "topicTitle", v.type, v.difficulty, n.answers, n.people,
         n.mean AS "meanPercent", n.full_points AS "fullPointsPercent"
  FROM (
    SELECT q.question_id, count(*) AS answers, count(DISTINCT p.id) AS people, ${MEAN_PERCENT} AS mean,
           ${FULL_POINTS_PERCENT} AS full_points
    ${ANSWERS} GROUP BY 1 HAVING count(*) >= $8
  ) n
  JOIN question o ON o.id = n.question_id
  JOIN question_version v ON v.id = o.current_version_id
  JOIN topic t ON t.key = o.topic_key
  ORDER BY n.mean, n.full_points, n.answers DESC, n.question_id`;

/** A step is named and placed by the latest version that has it; lessons for other tiers than asked for are left out. */
const STEPS = `
  WITH ${STEP_STATES},
  counted AS (
    SELECT step_id, count(*) FILTER (WHERE ${REACHED}) AS reached, count(*) FILTER (WHERE ${FINISHED}) AS finished,
           count(*) FILTER (WHERE stopped) AS stopped
    FROM state GROUP BY 1
  ),
  known AS (
    SELECT DISTINCT ON (s.kind, s.id) s.kind, s.id, s.title, s.tiers, s.position, v.number
    FROM course_version v JOIN (
      SELECT 'lesson' AS kind, version_id, id, title, tiers, position FROM lesson
      UNION ALL SELECT 'quiz', version_id, id, title, NULL, 0 FROM quiz
    ) s ON s.version_id = v.id
    WHERE v.id IN (SELECT version_id FROM cohort UNION SELECT published_version_id FROM course WHERE id = $4)
    ORDER BY s.kind, s.id, v.number DESC
  )
  SELECT k.kind, k.id, k.title, coalesce(c.reached, 0) AS reached, coalesce(c.finished, 0) AS finished,
         coalesce(c.stopped, 0) AS stopped
  FROM known k LEFT JOIN counted c ON c.step_id = k.id
  WHERE c.reached > 0 OR k.tiers IS NULL OR $3::tier[] IS NULL OR k.tiers && $3::tier[]
  ORDER BY k.kind, k.position, k.number DESC, k.id`;
