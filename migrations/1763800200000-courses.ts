import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Courses with immutable versions, and the question bank. Answer keys stand in a table of their own. */
export class Courses1763800200000 implements MigrationInterface {
  name = 'Courses1763800200000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE topic (
        key      text PRIMARY KEY,
        id       uuid NOT NULL UNIQUE,
        title    jsonb NOT NULL,
        position int NOT NULL
      )`);
    await db.query(`
      CREATE TABLE course (
        id         uuid PRIMARY KEY,
        slug       text NOT NULL UNIQUE,
        position   int NOT NULL,
        published_version_id uuid
      )`);
    await db.query(`
      CREATE TABLE course_version (
        id           uuid PRIMARY KEY DEFAULT uuidv7(),
        course_id    uuid NOT NULL REFERENCES course(id),
        number       int NOT NULL,
        content_hash text NOT NULL,
        status       text NOT NULL CHECK (status IN ('draft', 'published', 'retired')),
        title        jsonb NOT NULL,
        summary      jsonb NOT NULL,
        outcomes     jsonb NOT NULL,
        imported_at  timestamptz NOT NULL,
        published_at timestamptz,
        published_by uuid REFERENCES person(id),
        UNIQUE (course_id, number)
      )`);
    await db.query(`ALTER TABLE course ADD FOREIGN KEY (published_version_id) REFERENCES course_version(id)`);
    await db.query(
      `CREATE UNIQUE INDEX course_version_draft ON course_version (course_id) WHERE status = 'draft'`,
    );
    await db.query(`
      CREATE TABLE course_module (
        version_id uuid NOT NULL REFERENCES course_version(id) ON DELETE CASCADE,
        id         uuid NOT NULL,
        position   int NOT NULL,
        title      jsonb NOT NULL,
        PRIMARY KEY (version_id, id)
      )`);
    await db.query(`
      CREATE TABLE lesson (
        version_id uuid NOT NULL REFERENCES course_version(id) ON DELETE CASCADE,
        id         uuid NOT NULL,
        module_id  uuid NOT NULL,
        position   int NOT NULL,
        title      jsonb NOT NULL,
        tiers      tier[],
        blocks     jsonb NOT NULL,
        case_graph jsonb,
        sources    jsonb NOT NULL,
        minutes    jsonb NOT NULL,
        content_hash text NOT NULL,
        PRIMARY KEY (version_id, id),
        FOREIGN KEY (version_id, module_id) REFERENCES course_module(version_id, id)
      )`);
    await db.query(`COMMENT ON COLUMN lesson.position IS 'Over the whole version, not within the module'`);
    await db.query(
      `COMMENT ON COLUMN lesson.blocks IS '[{ id, tiers|null, zh: LessonBlock, en: LessonBlock }], HTML rendered at import'`,
    );
    await db.query(`COMMENT ON COLUMN lesson.minutes IS '{ <tier>: { zh, en } } in tenths of a minute'`);
    await db.query(`
      CREATE TABLE quiz (
        version_id    uuid NOT NULL REFERENCES course_version(id) ON DELETE CASCADE,
        id            uuid NOT NULL,
        title         jsonb NOT NULL,
        pass_percent  int NOT NULL,
        attempts      int NOT NULL,
        limit_minutes int NOT NULL,
        draw          jsonb NOT NULL,
        PRIMARY KEY (version_id, id),
        UNIQUE (version_id)
      )`);
    await db.query(`
      CREATE TABLE question (
        id        uuid PRIMARY KEY,
        topic_key text NOT NULL REFERENCES topic(key),
        retired   boolean NOT NULL DEFAULT false,
        current_version_id uuid
      )`);
    await db.query(`
      CREATE TABLE question_version (
        id           uuid PRIMARY KEY DEFAULT uuidv7(),
        question_id  uuid NOT NULL REFERENCES question(id),
        number       int NOT NULL,
        content_hash text NOT NULL,
        topic_key    text NOT NULL REFERENCES topic(key),
        type         text NOT NULL,
        difficulty   int NOT NULL CHECK (difficulty BETWEEN 1 AND 3),
        tiers        tier[],
        prompt       jsonb NOT NULL,
        body         jsonb NOT NULL,
        created_at   timestamptz NOT NULL,
        UNIQUE (question_id, number)
      )`);
    await db.query(
      `COMMENT ON COLUMN question_version.body IS 'What may be shown before the answer: options, items, left and right sides by key, unit, placeholder'`,
    );
    await db.query(
      `ALTER TABLE question ADD FOREIGN KEY (current_version_id) REFERENCES question_version(id)`,
    );
    await db.query(`
      CREATE TABLE question_key (
        question_version_id uuid PRIMARY KEY REFERENCES question_version(id),
        answer    jsonb NOT NULL,
        rationale jsonb NOT NULL,
        source    text
      )`);
    await db.query(`
      CREATE TABLE course_version_question (
        version_id          uuid NOT NULL REFERENCES course_version(id) ON DELETE CASCADE,
        question_version_id uuid NOT NULL REFERENCES question_version(id),
        PRIMARY KEY (version_id, question_version_id)
      )`);
    await db.query(
      `COMMENT ON TABLE course_version_question IS 'The pool of a version''s quiz, frozen at import'`,
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE course DROP COLUMN published_version_id`);
    await db.query(`ALTER TABLE question DROP COLUMN current_version_id`);
    for (const table of [
      'course_version_question',
      'question_key',
      'question_version',
      'question',
      'quiz',
      'lesson',
      'course_module',
      'course_version',
      'course',
      'topic',
    ])
      await db.query(`DROP TABLE ${table}`);
  }
}
