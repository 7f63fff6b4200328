import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Programs, rules that assign them on any condition, and courses that can be taken again for a renewal. */
export class Programs1764100000000 implements MigrationInterface {
  name = 'Programs1764100000000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE program (
        id          uuid PRIMARY KEY DEFAULT uuidv7(),
        slug        text NOT NULL UNIQUE,
        version_id  uuid,
        created_at  timestamptz NOT NULL,
        archived_at timestamptz
      )`);
    await db.query(`
      CREATE TABLE program_version (
        id           uuid PRIMARY KEY DEFAULT uuidv7(),
        program_id   uuid NOT NULL REFERENCES program(id),
        number       int NOT NULL,
        document     jsonb NOT NULL,
        hash         text NOT NULL,
        published_at timestamptz NOT NULL,
        published_by uuid REFERENCES person(id),
        UNIQUE (program_id, number)
      )`);
    await db.query(
      `ALTER TABLE program ADD CONSTRAINT program_version_id FOREIGN KEY (version_id) REFERENCES program_version(id)`,
    );
    await db.query(
      `COMMENT ON COLUMN program_version.document IS 'The contract shape ProgramDocument; never changed'`,
    );
    await db.query(`COMMENT ON COLUMN program_version.published_by IS 'Null = shipped content'`);
    await db.query(`
      CREATE TABLE program_course (
        program_id uuid NOT NULL REFERENCES program(id),
        course_id  uuid NOT NULL REFERENCES course(id),
        path       text NOT NULL CHECK (path IN ('full', 'refresher')),
        required   boolean NOT NULL,
        PRIMARY KEY (program_id, course_id, path)
      )`);
    await db.query(
      `COMMENT ON TABLE program_course IS 'Derived: the courses of the newest version. Required = everybody in the program must complete it; the others are open to them'`,
    );
    await db.query(`CREATE INDEX program_course_course ON program_course (course_id)`);

    await db.query(`ALTER TABLE audience_rule
      ADD COLUMN condition jsonb,
      ADD COLUMN program_id uuid REFERENCES program(id),
      ADD COLUMN due_kind text NOT NULL DEFAULT 'fixed'
        CHECK (due_kind IN ('fixed', 'after_assignment', 'after_hire', 'after_joining_department')),
      ADD COLUMN due_days int CHECK (due_days BETWEEN 0 AND 3650),
      ADD CONSTRAINT audience_rule_due CHECK ((due_kind = 'fixed') = (due_days IS NULL) AND (due_kind = 'fixed' OR due_on IS NULL))`);
    await db.query(
      `COMMENT ON COLUMN audience_rule.condition IS 'The contract shape AudienceCondition, which narrows tiers and departments further; null = does not'`,
    );
    await db.query(`
      CREATE VIEW rule_course AS
      SELECT rule_id, course_id FROM audience_rule_course
      UNION
      SELECT r.id, c.course_id FROM audience_rule r JOIN program_course c ON c.program_id = r.program_id
      WHERE c.path = 'full' AND c.required`);
    await db.query(`
      CREATE TABLE program_assignment (
        rule_id      uuid NOT NULL,
        person_id    uuid NOT NULL REFERENCES person(id),
        program_id   uuid NOT NULL,
        due_on       date,
        joined_later boolean NOT NULL DEFAULT false,
        assigned_at  timestamptz NOT NULL,
        withdrawn_at timestamptz,
        PRIMARY KEY (rule_id, person_id)
      )`);
    await db.query(
      `COMMENT ON TABLE program_assignment IS 'As assignment, for the program of a rule; no foreign keys for the same reason'`,
    );
    await db.query(`CREATE INDEX program_assignment_person ON program_assignment (person_id, program_id)`);

    await db.query(`ALTER TABLE person
      ADD COLUMN tags text[] NOT NULL DEFAULT '{}',
      ADD COLUMN department_since date`);
    await db.query(
      `COMMENT ON COLUMN person.department_since IS 'First day in the present department; null = since they are known here'`,
    );
    // Kept by the database, because people are moved one by one and by imports: nobody can forget it.
    await db.query(`
      CREATE FUNCTION person_department_since() RETURNS trigger LANGUAGE plpgsql AS $fn$
      BEGIN
        NEW.department_since := (NEW.updated_at AT TIME ZONE (SELECT time_zone FROM organisation))::date;
        RETURN NEW;
      END $fn$`);
    await db.query(`CREATE TRIGGER person_moved BEFORE UPDATE OF department_id ON person
      FOR EACH ROW WHEN (OLD.department_id <> NEW.department_id) EXECUTE FUNCTION person_department_since()`);
    await db.query(`CREATE INDEX person_tags ON person USING gin (tags)`);

    await db.query(`ALTER TABLE enrolment
      ADD COLUMN round int NOT NULL DEFAULT 1,
      ADD COLUMN superseded_at timestamptz,
      DROP CONSTRAINT enrolment_person_id_course_id_key`);
    await db.query(
      `COMMENT ON COLUMN enrolment.superseded_at IS 'When the course was begun again for a renewal; what was done before stays as it was'`,
    );
    await db.query(
      `CREATE UNIQUE INDEX enrolment_current ON enrolment (person_id, course_id) WHERE superseded_at IS NULL`,
    );
    await db.query(`CREATE INDEX enrolment_again ON enrolment (person_id, course_id)
      WHERE round > 1 AND completed_at IS NULL AND superseded_at IS NULL`);
    await db.query(`CREATE UNIQUE INDEX enrolment_round ON enrolment (person_id, course_id, round)`);
  }

  async down(db: QueryRunner): Promise<void> {
    const [again] = (await db.query(
      'SELECT EXISTS (SELECT 1 FROM enrolment WHERE superseded_at IS NOT NULL) AS found',
    )) as { found: boolean }[];
    if (again!.found)
      throw new Error('Courses have been taken again; the older schema cannot keep both times');
    await db.query(`DROP INDEX enrolment_current, enrolment_again, enrolment_round`);
    await db.query(`ALTER TABLE enrolment DROP COLUMN round, DROP COLUMN superseded_at,
      ADD CONSTRAINT enrolment_person_id_course_id_key UNIQUE (person_id, course_id)`);
    await db.query(`DROP TRIGGER person_moved ON person`);
    await db.query(`DROP FUNCTION person_department_since()`);
    await db.query(`ALTER TABLE person DROP COLUMN tags, DROP COLUMN department_since`);
    await db.query(`DROP TABLE program_assignment`);
    await db.query(`DROP VIEW rule_course`);
    await db.query(
      `DELETE FROM audience_rule_course WHERE rule_id IN (SELECT id FROM audience_rule WHERE program_id IS NOT NULL)`,
    );
    await db.query(`ALTER TABLE audience_rule DROP CONSTRAINT audience_rule_due, DROP COLUMN condition,
      DROP COLUMN program_id, DROP COLUMN due_kind, DROP COLUMN due_days`);
    await db.query(`DROP TABLE program_course`);
    await db.query(`ALTER TABLE program DROP CONSTRAINT program_version_id`);
    await db.query(`DROP TABLE program_version`);
    await db.query(`DROP TABLE program`);
  }
}
