import { z } from 'zod';
import { IsoDate, IsoDateTime, listOf, listQuery, oneOrMore, Text, Tier, Uuid } from './common.js';
import { QuestionType } from './attempts.js';

const filters = {
  departmentId: Uuid.optional().describe('With the sub-tree'),
  tier: oneOrMore(Tier),
  courseId: Uuid.optional(),
  from: IsoDate.optional(),
  to: IsoDate.optional().describe('Included'),
};
export const AnalyticsQuery = z.object(filters);

/** Completions per week (Monday, zone of the organisation) and the running total; every week in range is present. */
export const CompletionTrend = z
  .object({
    points: z.array(z.object({ weekStart: IsoDate, completions: z.number().int(), total: z.number().int() })),
  })
  .meta({ id: 'CompletionTrend' });

/** Mean share of points by topic over the questions of finished graded attempts; an unanswered question counts 0. */
export const TopicResults = z
  .object({
    items: z.array(
      z.object({
        topic: z.string(),
        title: Text,
        answers: z.number().int(),
        people: z.number().int(),
        meanPercent: z.number(),
        byTier: z.array(
          z.object({ tier: Tier, answers: z.number().int(), meanPercent: z.number().nullable() }),
        ),
      }),
    ),
  })
  .meta({ id: 'TopicResults' });

/** Lowest mean share of points first, among questions answered at least `minAnswers` times. */
export const HardestQuestions = z
  .object({
    minAnswers: z.number().int(),
    items: z.array(
      z.object({
        questionId: Uuid,
        prompt: Text,
        topicTitle: Text,
        type: QuestionType,
        difficulty: z.number().int(),
        answers: z.number().int(),
        people: z.number().int(),
        meanPercent: z.number(),
        fullPointsPercent: z.number(),
      }),
    ),
  })
  .meta({ id: 'HardestQuestions' });

/** For each step of a course: how many reached it, and how many stand there, unfinished, without activity for 7 days. */
export const DropOff = z
  .object({
    courseId: Uuid,
    started: z.number().int(),
    completed: z.number().int(),
    steps: z.array(
      z.object({
        kind: z.enum(['lesson', 'quiz']),
        id: Uuid,
        title: Text,
        reached: z.number().int(),
        finished: z.number().int(),
        stopped: z.number().int(),
      }),
    ),
  })
  .meta({ id: 'DropOff' });
export const DropOffQuery = AnalyticsQuery.required({ courseId: true });

/** The people behind a number: give the same filters and name the number. */
export const AnalyticsPeopleQuery = listQuery(['name', 'employeeNo', 'at', 'percent'], {
  ...filters,
  of: z.enum(['completions', 'topic', 'question', 'reached', 'finished', 'stopped']),
  topic: z.string().max(60).optional(),
  questionId: Uuid.optional(),
  stepId: Uuid.optional(),
});
export const AnalyticsPerson = z
  .object({
    id: z.string(),
    person: z.object({ id: Uuid, name: z.string(), employeeNo: z.string() }),
    departmentPath: z.string(),
    tier: Tier,
    at: IsoDateTime.nullable(),
    percent: z.number().nullable(),
    attemptId: Uuid.nullable(),
  })
  .meta({ id: 'AnalyticsPerson' });
export const AnalyticsPersonList = listOf(AnalyticsPerson, 'AnalyticsPersonList');

/** Four numbers for the start page of the console; each opens a filtered list. */
export const Today = z
  .object({
    overduePeople: z.number().int().describe('People with at least one overdue course'),
    dueThisWeek: z.number().int().describe('People with a course due within 7 days and not completed'),
    completedLast7Days: z.number().int().describe('Completions'),
    failingQuestions: z.number().int().describe('Questions answered at least 5 times with a mean below 50 %'),
    draftVersions: z.number().int().describe('Imported course versions that wait for publication'),
    neverSignedIn: z.number().int().describe('Active people who have no way to sign in yet'),
    people: z.number().int(),
    liveRules: z.number().int(),
  })
  .meta({ id: 'Today' });
