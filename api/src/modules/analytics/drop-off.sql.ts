import { ENROLMENTS } from './analytics.sql.js';

/** Whoever does nothing for so long, unfinished, has stopped. */
const STOPPED_AFTER_MS = 7 * 24 * 3_600_000;

/** The instant before which the last activity of whoever has stopped lies. */
export const stoppedBefore = (now: Date): Date => new Date(now.getTime() - STOPPED_AFTER_MS);

/**
 * Three relations. `plan`: the steps of each version for each tier, lessons in order, then the quiz. `cohort`: the
 * enrolments. `place`: where each unfinished one stands: id, person_id, percent, last_activity_at, steps, begun, done
 * (lessons done, quiz passed), stands (the step to go on with), stopped. `$8` is the instant of `stoppedBefore`.
 *
 * The step to go on with is the one that the learner app offers: the lesson saved last, when that is done the next
 * unfinished one after it, then the first unfinished one, then the quiz. Whoever completed the course is not looked at
 * step by step: completing means having finished them all.
 */
const PLACES = `
  plan AS MATERIALIZED (
    SELECT version_id, tier, lessons, quiz_id, lessons || quiz_id AS steps FROM (
      SELECT v.id AS version_id, t.tier, z.id AS quiz_id, array_agg(l.id ORDER BY l.position) AS lessons
      FROM course_version v CROSS JOIN unnest(enum_range(NULL::tier)) AS t(tier) JOIN quiz z ON z.version_id = v.id
      JOIN lesson l ON l.version_id = v.id AND (l.tiers IS NULL OR t.tier = ANY(l.tiers))
      WHERE $4::uuid IS NULL OR v.course_id = $4 GROUP BY 1, 2, 3
    ) p
  ),
  cohort AS MATERIALIZED (
    SELECT e.id, e.person_id, e.version_id, e.tier, e.percent, e.last_activity_at, e.completed_at ${ENROLMENTS}
  ),
  place AS MATERIALIZED (
    SELECT e.id, e.person_id, e.percent, e.last_activity_at, m.steps, g.begun || q.begun AS begun, g.done || q.done AS done,
           coalesce(s.lesson_id, m.quiz_id) AS stands, e.last_activity_at < $8::timestamptz AS stopped
    FROM cohort e
    JOIN plan m ON m.version_id = e.version_id AND m.tier = e.tier
    CROSS JOIN LATERAL (
      SELECT coalesce(array_agg(lesson_id), '{}') AS begun,
             coalesce(array_agg(lesson_id) FILTER (WHERE done_at IS NOT NULL), '{}') AS done,
             (array_agg(array_position(m.lessons, lesson_id) ORDER BY seq DESC, array_position(m.lessons, lesson_id) DESC))[1] AS last
      FROM lesson_progress WHERE enrolment_id = e.id
    ) g
    CROSS JOIN LATERAL (
      SELECT coalesce(array_agg(quiz_id), '{}') AS begun, coalesce(array_agg(quiz_id) FILTER (WHERE passed), '{}') AS done
      FROM attempt WHERE enrolment_id = e.id AND kind = 'graded'
    ) q
    LEFT JOIN LATERAL (
      SELECT lesson_id FROM unnest(m.lessons) WITH ORDINALITY AS u(lesson_id, nth)
      WHERE lesson_id <> ALL(g.done) ORDER BY nth < coalesce(g.last, 0), nth LIMIT 1
    ) s ON true
    WHERE e.completed_at IS NULL
  )`;

/** How an unfinished enrolment stands to a step. One is reached when it was begun or is the one to go on with. */
const STANDING = {
  finished: (step: string): string => `${step} = ANY(done)`,
  reached: (step: string): string => `(${step} = ANY(begun) OR ${step} = stands)`,
  stopped: (step: string): string => `(stopped AND ${step} = stands)`,
};

/**
 * The steps of the versions that people are in and of the published one, with the numbers of each. A step is named and
 * placed by the latest version that has it; lessons for other tiers than asked for are left out.
 */
export const STEPS = `
  WITH ${PLACES},
  counted AS (
    SELECT id, sum(reached) AS reached, sum(finished) AS finished, sum(stopped) AS stopped FROM (
      SELECT unnest(m.steps) AS id, c.people AS reached, c.people AS finished, 0 AS stopped
      FROM plan m JOIN (
        SELECT version_id, tier, count(*) AS people FROM cohort WHERE completed_at IS NOT NULL GROUP BY 1, 2
      ) c ON c.version_id = m.version_id AND c.tier = m.tier
      UNION ALL
      SELECT step.id, count(*) FILTER (WHERE ${STANDING.reached('step.id')}),
             count(*) FILTER (WHERE ${STANDING.finished('step.id')}), count(*) FILTER (WHERE ${STANDING.stopped('step.id')})
      FROM place CROSS JOIN LATERAL unnest(steps) AS step(id) GROUP BY 1
    ) n GROUP BY 1
  ),
  known AS (
    SELECT DISTINCT ON (s.id) s.kind, s.id, s.title, s.tiers, s.position, v.number,
           bool_or(v.id = c.published_version_id) OVER (PARTITION BY s.id) AS published
    FROM course c JOIN course_version v ON v.course_id = c.id JOIN (
      SELECT 'lesson' AS kind, version_id, id, title, tiers, position FROM lesson
      UNION ALL SELECT 'quiz', version_id, id, title, NULL, 0 FROM quiz
    ) s ON s.version_id = v.id
    WHERE c.id = $4 AND v.status <> 'draft' ORDER BY s.id, v.number DESC
  )
  SELECT k.kind, k.id, k.title, coalesce(n.reached, 0) AS reached, coalesce(n.finished, 0) AS finished,
         coalesce(n.stopped, 0) AS stopped
  FROM known k LEFT JOIN counted n ON n.id = k.id
  WHERE n.reached > 0 OR (k.published AND (k.tiers IS NULL OR $3::tier[] IS NULL OR k.tiers && $3::tier[]))
  ORDER BY k.kind, k.position, k.number DESC, k.id`;

export type Stand = keyof typeof STANDING;

/** The enrolments behind a number of the step `$9`. */
export const behindStep = (stand: Stand): string => `
  WITH ${PLACES}
  SELECT id, person_id, last_activity_at, percent FROM place
  WHERE $9::uuid = ANY(steps) AND ${STANDING[stand]('$9::uuid')}
  UNION ALL
  SELECT c.id, c.person_id, c.last_activity_at, c.percent
  FROM cohort c JOIN plan m ON m.version_id = c.version_id AND m.tier = c.tier
  WHERE c.completed_at IS NOT NULL AND $9::uuid = ANY(m.steps) AND ${stand !== 'stopped'}`;

const STARTED = `SELECT e.id, e.person_id, e.last_activity_at, e.percent ${ENROLMENTS}`;
/** The enrolments behind the numbers of the whole course; only `stopped` takes `$8`. */
export const BEHIND_COURSE: Record<Stand, string> = {
  reached: STARTED,
  finished: `${STARTED} AND e.completed_at IS NOT NULL`,
  stopped: `${STARTED} AND e.completed_at IS NULL AND e.last_activity_at < $8::timestamptz`,
};
