import { ENROLMENTS } from './analytics.sql.js';

/** Whoever does nothing for so long, unfinished, has stopped. */
const STOPPED_AFTER_MS = 7 * 24 * 3_600_000;

/** The instant before which the last activity of whoever has stopped lies. */
export const stoppedBefore = (now: Date): Date => new Date(now.getTime() - STOPPED_AFTER_MS);

/**
 * Each enrolment and each step of its version for its tier: lessons in order, then the quiz. `$8` is the instant before
 * which the last activity must lie for having stopped. Columns of `state`: enrolment_id, person_id, percent,
 * completed_at, last_activity_at, step_id, began_at, finished_at (lesson done, quiz passed), stands (the step to go on
 * with; none once the course is completed), stopped.
 *
 * The step to go on with is the one that the learner app offers: the lesson saved last, when that is done the next
 * unfinished one after it, then the first unfinished one, then the quiz.
 */
export const STEP_STATES = `
  cohort AS MATERIALIZED (
    SELECT e.id, e.person_id, e.version_id, e.tier, e.percent, e.completed_at, e.last_activity_at ${ENROLMENTS}
  ),
  step AS (
    SELECT l.version_id, t.tier, l.id, l.position FROM lesson l CROSS JOIN unnest(enum_range(NULL::tier)) AS t(tier)
    WHERE l.version_id IN (SELECT version_id FROM cohort) AND (l.tiers IS NULL OR t.tier = ANY(l.tiers))
  ),
  lesson_state AS MATERIALIZED (
    SELECT c.id AS enrolment_id, s.id AS step_id, s.position, g.started_at, g.done_at, g.seq
    FROM cohort c JOIN step s ON s.version_id = c.version_id AND s.tier = c.tier
    LEFT JOIN lesson_progress g ON g.enrolment_id = c.id AND g.lesson_id = s.id
  ),
  quiz_state AS (
    SELECT c.id AS enrolment_id, z.id AS step_id, min(a.started_at) AS started_at,
           min(a.finished_at) FILTER (WHERE a.passed) AS done_at
    FROM cohort c JOIN quiz z ON z.version_id = c.version_id
    LEFT JOIN attempt a ON a.enrolment_id = c.id AND a.quiz_id = z.id AND a.kind = 'graded'
    GROUP BY 1, 2
  ),
  place AS (
    SELECT o.enrolment_id, coalesce(
      (SELECT min(open) FROM unnest(o.open) AS open WHERE open >= o.last),
      (SELECT min(open) FROM unnest(o.open) AS open)) AS position
    FROM (
      SELECT enrolment_id, array_agg(position) FILTER (WHERE done_at IS NULL) AS open,
             (max(ARRAY[seq, position]) FILTER (WHERE seq IS NOT NULL))[2] AS last
      FROM lesson_state WHERE enrolment_id IN (SELECT id FROM cohort WHERE completed_at IS NULL) GROUP BY 1
    ) o
  ),
  state AS (
    SELECT c.id AS enrolment_id, c.person_id, c.percent, c.completed_at, c.last_activity_at, x.step_id, x.began_at,
           x.finished_at, x.stands, x.stands AND c.last_activity_at < $8::timestamptz AS stopped
    FROM cohort c JOIN (
      SELECT l.enrolment_id, l.step_id, l.started_at AS began_at, l.done_at AS finished_at,
             coalesce(l.position = w.position, false) AS stands
      FROM lesson_state l LEFT JOIN place w USING (enrolment_id)
      UNION ALL
      SELECT q.enrolment_id, q.step_id, q.started_at, q.done_at, d.completed_at IS NULL AND w.position IS NULL
      FROM quiz_state q JOIN cohort d ON d.id = q.enrolment_id LEFT JOIN place w ON w.enrolment_id = q.enrolment_id
    ) x ON x.enrolment_id = c.id
  )`;

/** A step is reached when it was begun, is finished, or is the one to go on with. */
export const REACHED = '(began_at IS NOT NULL OR finished_at IS NOT NULL OR stands)';
export const FINISHED = 'finished_at IS NOT NULL';
