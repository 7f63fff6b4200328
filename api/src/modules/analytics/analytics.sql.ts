import type { AnalyticsQuery } from '@readyroom/contract';
import type { z } from 'zod';
import { inScope, type Scope } from '../departments/index.js';

/**
 * The one definition of what analytics count (docs/NUMBERS.md). Every statement of this module takes the filters as
 * its first seven parameters and builds on these fragments, so that a number and the people behind it cannot differ.
 */
export type Filters = z.infer<typeof AnalyticsQuery>;

/** $1 scope, $2 department, $3 tiers, $4 course, $5 first day, $6 last day, $7 time zone of the days. */
export const filterValues = (filters: Filters, scope: Scope, timeZone: string): unknown[] => [
  scope,
  filters.departmentId ?? null,
  filters.tier ?? null,
  filters.courseId ?? null,
  filters.from ?? null,
  filters.to ?? null,
  timeZone,
];

/** People `p` who are active now and now stand in the scope, the department asked for and one of the tiers. */
const PEOPLE = `p.status = 'active'
  AND p.department_id IN (SELECT d.id FROM department d WHERE ${inScope('d', '$1')} AND ${inScope('d', '$2')})
  AND ($3::tier[] IS NULL OR p.tier = ANY($3::tier[]))`;

/** The course `alias` is about, if one is asked for, and the days in which `instant` lies. */
const within = (alias: string, instant: string): string => `($4::uuid IS NULL OR ${alias}.course_id = $4)
  AND ($5::date IS NULL OR ${instant} >= $5::date::timestamp AT TIME ZONE $7::text)
  AND ($6::date IS NULL OR ${instant} < ($6::date + 1)::timestamp AT TIME ZONE $7::text)`;

/** Completions `c` by the day of completion. */
export const COMPLETIONS = `
  FROM completion c JOIN person p ON p.id = c.person_id
  WHERE ${PEOPLE} AND ${within('c', 'c.completed_at')}`;

/**
 * Questions `q` of finished graded attempts `a`, by the day on which the attempt ended. One row is an answer, also when
 * the question was left blank.
 */
export const ANSWERS = `
  FROM attempt a JOIN attempt_question q ON q.attempt_id = a.id JOIN person p ON p.id = a.person_id
  WHERE a.kind = 'graded' AND a.finished_at IS NOT NULL AND ${PEOPLE} AND ${within('a', 'a.finished_at')}`;

/** Sum of the shares of points earned; a blank question earned none. */
export const EARNED = 'sum(coalesce(q.points, 0) / q.max_points)';
/** Of how many answers `part` is, in per cent, one decimal. */
export const percentOf = (part: string, answers: string): string => `round(100.0 * ${part} / ${answers}, 1)`;
/** The mean share of points over answers, in per cent, one decimal. */
export const MEAN_PERCENT = percentOf(EARNED, 'count(*)');

/** Questions with fewer answers say little about themselves. */
export const MIN_ANSWERS = 5;
/** A question whose mean lies below is failing. */
export const FAILING_PERCENT = 50;

/** Enrolments `e` by the day on which they began. */
export const ENROLMENTS = `
  FROM enrolment e JOIN person p ON p.id = e.person_id
  WHERE ${PEOPLE} AND ${within('e', 'e.started_at')}`;
