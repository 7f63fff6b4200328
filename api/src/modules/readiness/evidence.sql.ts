import { COUNTED } from './readiness.js';

/**
 * What people showed, as far as it can count: of each topic and of each crisis type the newest three. $1 = ids of
 * people. A title is left out where only numbers are wanted.
 */
export const evidenceOf = (withTitles: boolean): string => `
  SELECT person_id AS "personId", kind, id, about, ${withTitles ? 'title' : 'NULL AS title'}, at, result FROM (
    SELECT e.*, row_number() OVER (PARTITION BY person_id, kind, about ORDER BY at DESC, id DESC) AS n
    FROM (${RECALL(withTitles)} UNION ALL ${DRILLS(withTitles)}) e
  ) e WHERE n <= ${COUNTED}`;

/** One row a finished graded attempt and topic: the mean share of points; a blank question earned none. */
const RECALL = (withTitles: boolean): string => `
  SELECT a.person_id, 'recall' AS kind, a.id, q.topic_key AS about,
    ${withTitles ? '(SELECT title FROM topic WHERE key = q.topic_key)' : 'NULL::jsonb'} AS title, a.finished_at AS at,
    (100 * sum(coalesce(q.points, 0) / q.max_points) / count(*))::double precision AS result
  FROM attempt a JOIN attempt_question q ON q.attempt_id = a.id
  WHERE a.person_id = ANY($1) AND a.kind = 'graded' AND a.finished_at IS NOT NULL
  GROUP BY a.id, q.topic_key`;

/** What a final rating of an objective is worth: the lower ends of what the suggestion asks for. */
export const RATINGS = `CASE o.final WHEN 'P' THEN 100 WHEN 'S' THEN 75 WHEN 'M' THEN 40 ELSE 0 END`;

/** One row a person and ended run: the mean over the rated objectives of their seats. A stopped run proves nothing. */
const DRILLS = (withTitles: boolean): string => `
  SELECT h.person_id, 'drill', r.id, v.document ->> 'crisisType',
    ${withTitles ? `v.document -> 'title'` : 'NULL::jsonb'}, r.ended_at, avg(${RATINGS})::double precision
  FROM drill_holder h
    JOIN drill_objective o ON o.run_id = h.run_id AND o.seat = h.seat AND o.final IS NOT NULL
    JOIN drill_run r ON r.id = h.run_id AND r.status = 'ended'
    JOIN scenario_version v ON v.id = r.scenario_version_id
  WHERE h.person_id = ANY($1)
  GROUP BY h.person_id, r.id, v.id`;

/** The latest drill of each person that ended with a rating and for which they said how sure they are. $1 people, $2 all. */
export const CONFIDENCE = `
  SELECT DISTINCT ON (p.person_id) p.person_id AS "personId", d.id AS "runId", w.updated_at AS at,
    (w.confidence_after - 1) * 25 AS "selfRated", d.result AS measured, w.show_name AS named
  FROM hot_wash w JOIN drill_participant p ON p.id = w.participant_id
    JOIN (
      SELECT h.person_id, r.id, r.ended_at, avg(${RATINGS})::double precision AS result
      FROM drill_holder h
        JOIN drill_objective o ON o.run_id = h.run_id AND o.seat = h.seat AND o.final IS NOT NULL
        JOIN drill_run r ON r.id = h.run_id AND r.status = 'ended'
      WHERE h.person_id = ANY($1) GROUP BY h.person_id, r.id
    ) d ON d.person_id = p.person_id AND d.id = w.run_id
  WHERE p.person_id = ANY($1) AND ($2 OR w.show_name)
  ORDER BY p.person_id, d.ended_at DESC, d.id DESC`;
