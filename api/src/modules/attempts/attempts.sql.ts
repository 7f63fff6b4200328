/**
 * SQL of the hot paths, one statement a step. Constants, so that a measurement can run the very same work without
 * the product around it.
 */

/** $1 person, $2 course. Where somebody stands before a quiz: enrolment, lessons done, attempts so far. */
export const ATTEMPT_STANDING = `
  SELECT e.id, e.person_id AS "personId", e.course_id AS "courseId", e.version_id AS "versionId", e.tier,
    e.completed_at AS "completedAt", p.department_id AS "departmentId",
    ARRAY(SELECT lesson_id FROM lesson_progress WHERE enrolment_id = e.id AND done_at IS NOT NULL) AS "doneLessonIds",
    coalesce((SELECT json_agg(json_build_object('id', a.id, 'kind', a.kind, 'number', a.number, 'open', a.finished_at IS NULL,
        'passed', a.passed, 'practiceOf', a.practice_of)) FROM attempt a WHERE a.enrolment_id = e.id), '[]') AS attempts,
    ARRAY(SELECT DISTINCT q.question_id FROM attempt a JOIN attempt_question q ON q.attempt_id = a.id
      WHERE a.enrolment_id = e.id AND a.kind = 'graded') AS met
  FROM enrolment e JOIN person p ON p.id = e.person_id
  WHERE e.person_id = $1 AND e.course_id = $2 AND e.superseded_at IS NULL`;

/**
 * Opens an attempt with its questions. Answers no row when another request was faster: one attempt may be open, and a
 * number is given once.
 */
export const ATTEMPT_OPEN = `
  WITH made AS (
    INSERT INTO attempt (enrolment_id, person_id, course_id, version_id, quiz_id, tier, department_id,
                         kind, practice_of, number, started_at, ends_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
    ON CONFLICT DO NOTHING RETURNING id
  ), sheet AS (
    INSERT INTO attempt_question (attempt_id, position, question_id, question_version_id, topic_key, presentation, max_points)
    SELECT made.id, i.position, i.question_id, i.version_id, i.topic, i.presentation, 1
    FROM made, unnest($13::uuid[], $14::uuid[], $15::text[], $16::jsonb[])
      WITH ORDINALITY AS i(question_id, version_id, topic, presentation, position)
  )
  SELECT id FROM made`;

const ATTEMPT_FIELDS = `
  a.id, a.person_id AS "personId", a.enrolment_id AS "enrolmentId", a.version_id AS "versionId", a.quiz_id AS "quizId",
  a.course_id AS "courseId", a.kind, a.number, a.started_at AS "startedAt", a.ends_at AS "endsAt",
  a.finished_at AS "finishedAt", a.finished_by AS "finishedBy", a.submit_key AS "submitKey", a.submit_digest AS "submitDigest",
  a.points, a.max_points AS "maxPoints", a.score_percent AS "scorePercent", a.passed`;

const SHEET = `
  (SELECT json_agg(json_build_object('position', q.position, 'questionVersionId', q.question_version_id,
      'presentation', q.presentation, 'answer', q.answer, 'seq', q.answer_seq, 'points', q.points) ORDER BY q.position)
   FROM attempt_question q WHERE q.attempt_id = a.id) AS sheet`;

/** $1 attempt, $2 person. An attempt with its questions, orders and answers. */
export const ATTEMPT_READ = `SELECT ${ATTEMPT_FIELDS}, ${SHEET} FROM attempt a WHERE a.id = $1 AND a.person_id = $2`;

/** $1 attempt, $2 person. A finished attempt and what followed from it. */
export const ATTEMPT_RESULT = `
  SELECT ${ATTEMPT_FIELDS}, ${SHEET},
    (SELECT count(*)::int FROM attempt g WHERE g.enrolment_id = a.enrolment_id AND g.quiz_id = a.quiz_id AND g.kind = 'graded') AS used,
    c.id IS NOT NULL AS "courseCompleted", d.id AS "certificateId"
  FROM attempt a
  LEFT JOIN completion c ON c.enrolment_id = a.enrolment_id
  LEFT JOIN certificate d ON d.completion_id = c.id AND d.revoked_at IS NULL
  WHERE a.id = $1 AND a.person_id = $2`;

/**
 * $1 attempt, $2 person, $3 device, $4 now, $5 a minute ago, $6 earliest end that still takes answers,
 * $7 positions, $8 sequence numbers, $9 answers. Saves what is newer than what is held; answers no row when the
 * attempt is not open to this person. The lock keeps saves and the submit apart.
 */
export const ATTEMPT_SAVE = `
  WITH gate AS (
    SELECT id, ends_at, coalesce(last_device <> $3 AND last_saved_at > $5, false) AS other_device
    FROM attempt WHERE id = $1 AND person_id = $2 AND finished_at IS NULL AND (ends_at IS NULL OR ends_at >= $6)
    FOR UPDATE
  ), touched AS (
    UPDATE attempt a SET last_device = $3, last_saved_at = $4 FROM gate WHERE a.id = gate.id
  ), saved AS (
    UPDATE attempt_question q SET answer = i.answer, answer_seq = i.seq, answered_at = $4
    FROM gate, unnest($7::int[], $8::bigint[], $9::jsonb[]) AS i(position, seq, answer)
    WHERE q.attempt_id = gate.id AND q.position = i.position AND q.answer_seq < i.seq
    RETURNING q.position
  )
  SELECT ends_at AS "endsAt", other_device AS "otherDevice", ARRAY(SELECT position FROM saved) AS saved FROM gate`;

/** $1 attempt, $2 person or null for anybody. Locks the attempt and its questions, one row a question; sees what was saved while it waited. */
export const ATTEMPT_LOCK = `
  SELECT ${ATTEMPT_FIELDS}, q.position, q.question_version_id AS "questionVersionId", q.presentation, q.answer,
    q.answer_seq AS seq, q.points AS "questionPoints"
  FROM attempt a JOIN attempt_question q ON q.attempt_id = a.id
  WHERE a.id = $1 AND ($2::uuid IS NULL OR a.person_id = $2) ORDER BY q.position FOR UPDATE OF a, q`;

/** Writes the last answers, the points of each question and the score, and closes the attempt. */
export const ATTEMPT_FINISH = `
  WITH sheet AS (
    UPDATE attempt_question q SET points = i.points, answer = i.answer, answer_seq = i.seq,
      answered_at = CASE WHEN i.seq > q.answer_seq THEN $2 ELSE q.answered_at END
    FROM unnest($10::int[], $11::numeric[], $12::bigint[], $13::jsonb[]) AS i(position, points, seq, answer)
    WHERE q.attempt_id = $1 AND q.position = i.position
  )
  UPDATE attempt SET finished_at = $2, finished_by = $3, submit_key = $4, submit_digest = $5,
    points = $6, max_points = $7, score_percent = $8, passed = $9
  WHERE id = $1`;

/** $1 latest end, $2 how many. Graded attempts whose time is up and which nobody has finished. */
export const ATTEMPT_DUE = `
  SELECT id FROM attempt WHERE finished_at IS NULL AND ends_at < $1 ORDER BY ends_at LIMIT $2`;
