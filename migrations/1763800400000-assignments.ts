import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The three counts of standings, each of which counts `n` times. */
const countsBy = (n: string): string =>
  ['not_started', 'in_progress', 'completed']
    .map((progress) => `coalesce(sum(${n}) FILTER (WHERE progress = '${progress}'), 0) AS ${progress}`)
    .join(', ');
const ADD_TO_COUNTS = `ON CONFLICT (department_id, course_id, tier, due_on) DO UPDATE SET
  not_started = c.not_started + excluded.not_started,
  in_progress = c.in_progress + excluded.in_progress,
  completed = c.completed + excluded.completed`;

/**
 * Audience rules, the assignments they make, and the standing of each person in each course with its running counts.
 * The counts are kept by the database itself, in the same transaction as the change, so that a board over
 * 200,000 people reads a few hundred rows and still never disagrees with the people behind it.
 */
export class Assignments1763800400000 implements MigrationInterface {
  name = 'Assignments1763800400000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE audience_rule (
        id           uuid PRIMARY KEY DEFAULT uuidv7(),
        name         text NOT NULL,
        note         text,
        everybody    boolean NOT NULL,
        tiers        tier[] NOT NULL,
        department_ids uuid[] NOT NULL,
        scope_department_id uuid,
        due_on       date,
        joiners_due_days int NOT NULL,
        created_by   uuid NOT NULL REFERENCES person(id),
        created_at   timestamptz NOT NULL,
        withdrawn_at timestamptz,
        withdrawn_by uuid REFERENCES person(id)
      )`);
    await db.query(
      `COMMENT ON COLUMN audience_rule.department_ids IS 'No foreign key: a department that is gone matches nobody'`,
    );
    await db.query(
      `COMMENT ON COLUMN audience_rule.scope_department_id IS 'Scope of whoever made the rule: it never reaches beyond this sub-tree; null = whole organisation'`,
    );
    await db.query(`
      CREATE TABLE audience_rule_person (
        rule_id   uuid NOT NULL REFERENCES audience_rule(id),
        person_id uuid NOT NULL REFERENCES person(id),
        PRIMARY KEY (rule_id, person_id)
      )`);
    await db.query(`
      CREATE TABLE audience_rule_course (
        rule_id   uuid NOT NULL REFERENCES audience_rule(id),
        course_id uuid NOT NULL REFERENCES course(id),
        position  int NOT NULL,
        PRIMARY KEY (rule_id, course_id)
      )`);
    // rule_id and course_id have no foreign keys: assignments are only ever made by joining those tables, and a million
    // of them are made in one statement.
    await db.query(`
      CREATE TABLE assignment (
        rule_id     uuid NOT NULL,
        person_id   uuid NOT NULL REFERENCES person(id),
        course_id   uuid NOT NULL,
        due_on      date,
        joined_later boolean NOT NULL DEFAULT false,
        assigned_at timestamptz NOT NULL,
        withdrawn_at timestamptz,
        PRIMARY KEY (rule_id, person_id, course_id)
      )`);
    await db.query(`CREATE INDEX assignment_person ON assignment (person_id, course_id)`);
    // No foreign keys: every row follows from assignments and enrolments, which have them; checking 200,000 people
    // times six courses again would double the time of a large assignment.
    await db.query(`
      CREATE TABLE standing (
        person_id     uuid NOT NULL,
        course_id     uuid NOT NULL,
        department_id uuid NOT NULL,
        tier          tier NOT NULL,
        counted       boolean NOT NULL,
        progress      text NOT NULL CHECK (progress IN ('not_started', 'in_progress', 'completed')),
        due_on        date NOT NULL DEFAULT 'infinity',
        completed_at  timestamptz,
        PRIMARY KEY (person_id, course_id)
      )`);
    await db.query(
      `COMMENT ON TABLE standing IS 'Derived: one row per person and course that is or was assigned or begun; see the standings module'`,
    );
    await db.query(
      `COMMENT ON COLUMN standing.counted IS 'Person is active and has an assignment that is not withdrawn'`,
    );
    await db.query(
      `COMMENT ON COLUMN standing.due_on IS 'Earliest due day of the assignments that are not withdrawn; infinity = none'`,
    );
    await db.query(
      `CREATE INDEX standing_cell ON standing (department_id, course_id, tier, progress) WHERE counted`,
    );
    await db.query(
      `CREATE INDEX standing_due ON standing (due_on, person_id, course_id) WHERE counted AND progress <> 'completed'`,
    );
    await db.query(`
      CREATE TABLE standing_count (
        department_id uuid NOT NULL,
        course_id     uuid NOT NULL,
        tier          tier NOT NULL,
        due_on        date NOT NULL,
        not_started   int NOT NULL,
        in_progress   int NOT NULL,
        completed     int NOT NULL,
        PRIMARY KEY (department_id, course_id, tier, due_on)
      ) WITH (fillfactor = 70)`);
    await db.query(
      `COMMENT ON TABLE standing_count IS 'People of the standings that are counted; kept by the triggers of standing'`,
    );
    // One sorted upsert a statement: the fixed order of keys keeps two bulk changes from locking each other.
    await db.query(`
      CREATE FUNCTION standing_counts_apply() RETURNS trigger LANGUAGE plpgsql AS $fn$
      BEGIN
        IF TG_OP = 'INSERT' THEN
          INSERT INTO standing_count AS c
          SELECT department_id, course_id, tier, due_on, ${countsBy('1')}
          FROM new_rows WHERE counted GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4
          ${ADD_TO_COUNTS};
        ELSIF TG_OP = 'DELETE' THEN
          INSERT INTO standing_count AS c
          SELECT department_id, course_id, tier, due_on, ${countsBy('-1')}
          FROM old_rows WHERE counted GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4
          ${ADD_TO_COUNTS};
        ELSE
          INSERT INTO standing_count AS c
          SELECT * FROM (
            SELECT department_id, course_id, tier, due_on, ${countsBy('n')} FROM (
              SELECT department_id, course_id, tier, due_on, progress, 1 AS n FROM new_rows WHERE counted
              UNION ALL
              SELECT department_id, course_id, tier, due_on, progress, -1 FROM old_rows WHERE counted
            ) change GROUP BY 1, 2, 3, 4
          ) sum WHERE (not_started, in_progress, completed) <> (0, 0, 0) ORDER BY 1, 2, 3, 4
          ${ADD_TO_COUNTS};
        END IF;
        RETURN NULL;
      END $fn$`);
    await db.query(`CREATE TRIGGER standing_inserted AFTER INSERT ON standing REFERENCING NEW TABLE AS new_rows
      FOR EACH STATEMENT EXECUTE FUNCTION standing_counts_apply()`);
    await db.query(`CREATE TRIGGER standing_updated AFTER UPDATE ON standing REFERENCING NEW TABLE AS new_rows OLD TABLE AS old_rows
      FOR EACH STATEMENT EXECUTE FUNCTION standing_counts_apply()`);
    await db.query(`CREATE TRIGGER standing_deleted AFTER DELETE ON standing REFERENCING OLD TABLE AS old_rows
      FOR EACH STATEMENT EXECUTE FUNCTION standing_counts_apply()`);
    await db.query(`
      CREATE TABLE outbox (
        id         uuid PRIMARY KEY DEFAULT uuidv7(),
        topic      text NOT NULL,
        payload    jsonb NOT NULL,
        created_at timestamptz NOT NULL
      )`);
    await db.query(
      `COMMENT ON TABLE outbox IS 'Jobs promised by a committed transaction and not yet handed to the queue'`,
    );
  }

  async down(db: QueryRunner): Promise<void> {
    for (const table of [
      'outbox',
      'standing_count',
      'standing',
      'assignment',
      'audience_rule_course',
      'audience_rule_person',
      'audience_rule',
    ])
      await db.query(`DROP TABLE ${table}`);
    await db.query(`DROP FUNCTION standing_counts_apply()`);
  }
}
