/** The statements of the learner's routes. Those that run at every click are prepared under the name given here. */

/**
 * What a course row tells, $2 being the present instant. Lessons are arrays in the order of LessonRow; the quiz columns
 * are about graded attempts.
 */
const COURSE_COLUMNS = `
  c.id AS course_id, coalesce(s.counted, false) AS counted,
  EXISTS (SELECT 1 FROM assignment a JOIN audience_rule r ON r.id = a.rule_id WHERE a.person_id = s.person_id AND a.course_id = s.course_id
          AND a.withdrawn_at IS NULL AND r.program_id IS NULL) AS by_itself, CASE WHEN e.round > 1 AND e.completed_at IS NULL AND s.progress = 'completed' THEN NULL ELSE nullif(s.due_on, 'infinity') END AS due_on,
  CASE WHEN e.round > 1 AND e.completed_at IS NULL THEN 'in_progress' ELSE coalesce(s.progress, 'not_started') END AS progress,
  CASE WHEN e.round > 1 THEN e.completed_at ELSE s.completed_at END AS completed_at,
  ($2::timestamptz AT TIME ZONE o.time_zone)::date AS today, c.position, c.published_version_id,
  e.id AS enrolment_id, e.version_id, e.tier, e.percent, e.revision, e.last_activity_at,
  l.lessons, q.used, q.best, q.passed, q.open_id, q.last_id,
  (SELECT x.id FROM completion d JOIN certificate x ON x.completion_id = d.id
   WHERE d.enrolment_id = e.id AND x.revoked_at IS NULL) AS certificate_id`;

const COURSES = `(
    standing s
    JOIN course c ON c.id = s.course_id
    LEFT JOIN enrolment e ON e.person_id = s.person_id AND e.course_id = s.course_id AND e.superseded_at IS NULL
  )`;
// There is but one row; the limit tells the planner so.
const ORGANISATION = '(SELECT time_zone FROM organisation LIMIT 1)';
const THEIRS = 's.person_id = $1 AND (s.counted OR e.id IS NOT NULL)';

const PROGRESS = `
  LEFT JOIN LATERAL (
    SELECT json_agg(json_build_array(lesson_id, last_block_id, percent, seq, done_at IS NOT NULL, case_played_at IS NOT NULL)) AS lessons
    FROM lesson_progress WHERE enrolment_id = e.id
  ) l ON true
  LEFT JOIN LATERAL (
    SELECT count(*) AS used, max(score_percent) AS best, coalesce(bool_or(passed), false) AS passed,
           (array_agg(id) FILTER (WHERE finished_at IS NULL))[1] AS open_id,
           (array_agg(id ORDER BY number DESC) FILTER (WHERE finished_at IS NOT NULL))[1] AS last_id
    FROM attempt WHERE enrolment_id = e.id AND kind = 'graded'
  ) q ON true`;

/** All courses assigned to or begun by person $1; a row that tells the day alone when there are none. */
export const HOME = {
  name: 'learning_home',
  text: `SELECT ${COURSE_COLUMNS} FROM ${ORGANISATION} o LEFT JOIN ${COURSES} ON ${THEIRS} ${PROGRESS}`,
};

/** Course `c` is part of a program that person `p` is in: open to them even where it is not asked for. */
const IN_PROGRAM = `EXISTS (
  SELECT 1 FROM program_assignment a JOIN program_course g ON g.program_id = a.program_id
  WHERE a.person_id = p.id AND a.withdrawn_at IS NULL AND g.course_id = c.id)`;

/** Course $3 of person $1: one row, or none when it is not theirs. */
export const COURSE = {
  name: 'learning_course',
  text: `SELECT ${COURSE_COLUMNS} FROM ${ORGANISATION} o
    JOIN course c ON c.id = $3 JOIN person p ON p.id = $1
    LEFT JOIN standing s ON s.person_id = p.id AND s.course_id = c.id
    LEFT JOIN enrolment e ON e.person_id = p.id AND e.course_id = c.id AND e.superseded_at IS NULL
    ${PROGRESS} WHERE s.counted OR e.id IS NOT NULL OR ${IN_PROGRAM}`,
};

/** Where person $1 is in lesson $3 of course $2, with the decisions of the present run through its case. */
export const LESSON = {
  name: 'learning_lesson',
  text: `
    SELECT e.id AS enrolment_id, e.version_id, e.tier, p.last_block_id, p.done_at IS NOT NULL AS done,
      (SELECT json_agg(json_build_object('nodeId', d.node_id, 'optionId', d.option_id) ORDER BY d.ordinal)
       FROM case_decision d WHERE d.enrolment_id = e.id AND d.lesson_id = $3 AND d.run = p.case_run) AS decisions
    FROM enrolment e LEFT JOIN lesson_progress p ON p.enrolment_id = e.id AND p.lesson_id = $3
    WHERE e.person_id = $1 AND e.course_id = $2 AND e.superseded_at IS NULL`,
};

/**
 * Writes the progress of enrolment $1 in lesson $4, if nobody changed it since revision $2 was read; answers no row
 * otherwise. $3 percent of the course; $5-$9 block, percent, seq, done, case played; $10 now.
 */
export const SAVE_PROGRESS = {
  name: 'learning_save_progress',
  text: `
    WITH e AS (
      UPDATE enrolment SET percent = $3, last_activity_at = $10, revision = revision + 1
      WHERE id = $1 AND revision = $2 RETURNING id
    )
    INSERT INTO lesson_progress AS p
      (enrolment_id, lesson_id, last_block_id, percent, seq, started_at, updated_at, done_at, case_played_at)
    SELECT e.id, $4, $5, $6, $7, $10::timestamptz, $10::timestamptz,
           CASE WHEN $8::boolean THEN $10::timestamptz END, CASE WHEN $9::boolean THEN $10::timestamptz END
    FROM e
    ON CONFLICT (enrolment_id, lesson_id) DO UPDATE SET
      last_block_id = excluded.last_block_id, percent = excluded.percent, seq = excluded.seq,
      updated_at = excluded.updated_at,
      done_at = coalesce(p.done_at, excluded.done_at),
      case_played_at = coalesce(p.case_played_at, excluded.case_played_at)
    RETURNING p.case_run`,
};

/** Locks the enrolment of person $1 in course $2. Not FOR UPDATE: that would block attempts, which refer to it. */
export const LOCK_ENROLMENT =
  'SELECT id, completed_at IS NOT NULL AS done FROM enrolment WHERE person_id = $1 AND course_id = $2 AND superseded_at IS NULL FOR NO KEY UPDATE';

/**
 * Enrols person $1 in the published version of course $2 at $3, if `allowed`; two phones at once make one. A course
 * begun again has the next round.
 */
export const enrol = (allowed: string): string => `
  INSERT INTO enrolment (person_id, course_id, version_id, tier, round, started_at, last_activity_at)
  SELECT p.id, c.id, c.published_version_id, p.tier,
         1 + (SELECT count(*) FROM enrolment WHERE person_id = p.id AND course_id = c.id), $3, $3
  FROM person p CROSS JOIN course c
  WHERE p.id = $1 AND c.id = $2 AND c.published_version_id IS NOT NULL
    AND (${allowed})
  ON CONFLICT (person_id, course_id) WHERE superseded_at IS NULL DO NOTHING`;

/** For whom it is assigned, or part of a program of theirs. */
export const ENROL = enrol(`EXISTS (
  SELECT 1 FROM standing s WHERE s.person_id = p.id AND s.course_id = c.id AND s.counted) OR ${IN_PROGRAM}`);

/** After the enrolment $1 is locked: what it is, its completion if there is one, and the attempt that passed its quiz. */
export const COMPLETION_STATE = `
  SELECT e.person_id AS "personId", e.course_id AS "courseId", e.version_id AS "versionId", e.tier,
    p.department_id AS "departmentId",
    ARRAY(SELECT lesson_id::text FROM lesson_progress WHERE enrolment_id = e.id AND done_at IS NOT NULL) AS "doneLessonIds",
    (SELECT id FROM completion WHERE enrolment_id = e.id) AS "completionId",
    a.id AS "attemptId", a.score_percent AS "scorePercent"
  FROM enrolment e JOIN person p ON p.id = e.person_id
  LEFT JOIN LATERAL (
    SELECT id, score_percent FROM attempt
    WHERE enrolment_id = e.id AND kind = 'graded' AND passed ORDER BY score_percent DESC, number LIMIT 1
  ) a ON true
  WHERE e.id = $1`;
