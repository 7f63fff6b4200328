import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What people do with courses: enrolments, progress, attempts, completions, certificates. */
export class Learning1763800300000 implements MigrationInterface {
  name = 'Learning1763800300000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE enrolment (
        id          uuid PRIMARY KEY DEFAULT uuidv7(),
        person_id   uuid NOT NULL REFERENCES person(id),
        course_id   uuid NOT NULL REFERENCES course(id),
        version_id  uuid NOT NULL REFERENCES course_version(id),
        tier        tier NOT NULL,
        percent     int NOT NULL DEFAULT 0 CHECK (percent BETWEEN 0 AND 100),
        revision    int NOT NULL DEFAULT 0,
        started_at  timestamptz NOT NULL,
        last_activity_at timestamptz NOT NULL,
        completed_at timestamptz,
        UNIQUE (person_id, course_id)
      )`);
    await db.query(
      `COMMENT ON COLUMN enrolment.tier IS 'The tier whose lessons this enrolment asks for; fixed at the start'`,
    );
    await db.query(
      `COMMENT ON COLUMN enrolment.revision IS 'Counts the changes of progress, so that a change based on an older one is noticed'`,
    );
    await db.query(`CREATE INDEX enrolment_version ON enrolment (version_id)`);
    await db.query(`
      CREATE TABLE lesson_progress (
        enrolment_id uuid NOT NULL REFERENCES enrolment(id),
        lesson_id    uuid NOT NULL,
        last_block_id uuid NOT NULL,
        percent      int NOT NULL CHECK (percent BETWEEN 0 AND 100),
        seq          bigint NOT NULL,
        started_at   timestamptz NOT NULL,
        updated_at   timestamptz NOT NULL,
        done_at      timestamptz,
        case_run     int NOT NULL DEFAULT 1,
        case_played_at timestamptz,
        PRIMARY KEY (enrolment_id, lesson_id)
      )`);
    await db.query(
      `COMMENT ON COLUMN lesson_progress.case_run IS 'The run through the case that counts now; older ones are kept'`,
    );
    await db.query(`
      CREATE TABLE case_decision (
        enrolment_id uuid NOT NULL REFERENCES enrolment(id),
        lesson_id    uuid NOT NULL,
        run          int NOT NULL,
        ordinal      int NOT NULL,
        node_id      uuid NOT NULL,
        option_id    uuid NOT NULL,
        decided_at   timestamptz NOT NULL,
        PRIMARY KEY (enrolment_id, lesson_id, run, ordinal)
      )`);
    await db.query(`
      CREATE TABLE attempt (
        id            uuid PRIMARY KEY DEFAULT uuidv7(),
        enrolment_id  uuid NOT NULL REFERENCES enrolment(id),
        person_id     uuid NOT NULL REFERENCES person(id),
        course_id     uuid NOT NULL REFERENCES course(id),
        version_id    uuid NOT NULL REFERENCES course_version(id),
        quiz_id       uuid NOT NULL,
        tier          tier NOT NULL,
        department_id uuid NOT NULL REFERENCES department(id),
        kind          text NOT NULL CHECK (kind IN ('graded', 'practice')),
        practice_of   uuid REFERENCES attempt(id) CHECK ((practice_of IS NOT NULL) = (kind = 'practice')),
        number        int NOT NULL,
        started_at    timestamptz NOT NULL,
        ends_at       timestamptz,
        finished_at   timestamptz,
        finished_by   text CHECK (finished_by IN ('learner', 'time')),
        submit_key    text,
        submit_digest text,
        points        numeric(8,4),
        max_points    numeric(8,4),
        score_percent int,
        passed        boolean,
        last_device   text,
        last_saved_at timestamptz,
        UNIQUE (enrolment_id, quiz_id, kind, number)
      )`);
    await db.query(
      `CREATE UNIQUE INDEX attempt_one_open ON attempt (person_id, quiz_id, kind) WHERE finished_at IS NULL`,
    );
    await db.query(
      `CREATE INDEX attempt_due ON attempt (ends_at) WHERE finished_at IS NULL AND ends_at IS NOT NULL`,
    );
    await db.query(
      `CREATE INDEX attempt_finished ON attempt (course_id, finished_at) WHERE finished_at IS NOT NULL AND kind = 'graded'`,
    );
    await db.query(`
      CREATE TABLE attempt_question (
        attempt_id  uuid NOT NULL REFERENCES attempt(id),
        position    int NOT NULL,
        question_id uuid NOT NULL REFERENCES question(id),
        question_version_id uuid NOT NULL REFERENCES question_version(id),
        topic_key   text NOT NULL,
        presentation jsonb NOT NULL,
        answer      jsonb,
        answer_seq  bigint NOT NULL DEFAULT 0,
        answered_at timestamptz,
        points      numeric(8,4),
        max_points  numeric(8,4) NOT NULL,
        PRIMARY KEY (attempt_id, position)
      )`);
    await db.query(
      `COMMENT ON COLUMN attempt_question.presentation IS 'Keys in the order shown: { options: [key…], targets: [key…] }'`,
    );
    await db.query(
      `COMMENT ON COLUMN attempt_question.answer IS 'The contract shape Answer with keys of the content in place of the ids shown'`,
    );
    await db.query(`CREATE INDEX attempt_question_question ON attempt_question (question_id)`);
    await db.query(`
      CREATE TABLE completion (
        id            uuid PRIMARY KEY DEFAULT uuidv7(),
        person_id     uuid NOT NULL REFERENCES person(id),
        course_id     uuid NOT NULL REFERENCES course(id),
        version_id    uuid NOT NULL REFERENCES course_version(id),
        enrolment_id  uuid NOT NULL UNIQUE REFERENCES enrolment(id),
        tier          tier NOT NULL,
        department_id uuid NOT NULL REFERENCES department(id),
        attempt_id    uuid REFERENCES attempt(id),
        score_percent int,
        completed_at  timestamptz NOT NULL
      )`);
    await db.query(`CREATE INDEX completion_course ON completion (course_id, completed_at)`);
    await db.query(`CREATE INDEX completion_person ON completion (person_id)`);
    await db.query(`
      CREATE TABLE certificate (
        id            uuid PRIMARY KEY DEFAULT uuidv7(),
        completion_id uuid NOT NULL UNIQUE REFERENCES completion(id),
        person_id     uuid NOT NULL REFERENCES person(id),
        code          text NOT NULL UNIQUE,
        holder_name   text NOT NULL,
        course_title  jsonb NOT NULL,
        issued_at     timestamptz NOT NULL,
        revoked_at    timestamptz,
        revoked_by    uuid REFERENCES person(id),
        revoked_reason text
      )`);
    await db.query(`CREATE INDEX certificate_person ON certificate (person_id)`);
  }

  async down(db: QueryRunner): Promise<void> {
    for (const table of [
      'certificate',
      'completion',
      'attempt_question',
      'attempt',
      'case_decision',
      'lesson_progress',
      'enrolment',
    ])
      await db.query(`DROP TABLE ${table}`);
  }
}
