import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What comes after a run. Reports, metrics and objectives are worked out from the log and kept only so that nobody has
 * to wait for them: engine version and log hash say of what, and they are made anew when either differs.
 */
export class DrillReports1764000300000 implements MigrationInterface {
  name = 'DrillReports1764000300000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE drill_report (
        run_id         uuid PRIMARY KEY REFERENCES drill_run(id),
        engine_version text NOT NULL,
        log_hash       text NOT NULL,
        analysis       jsonb NOT NULL,
        computed_at    timestamptz NOT NULL
      )`);
    await db.query(`
      CREATE TABLE drill_report_closing (
        run_id    uuid PRIMARY KEY REFERENCES drill_run(id),
        closed_by uuid NOT NULL REFERENCES person(id),
        closed_at timestamptz NOT NULL
      )`);
    await db.query(`
      CREATE TABLE drill_metric (
        run_id   uuid NOT NULL REFERENCES drill_report(run_id),
        seat     text,
        key      text NOT NULL,
        part     text,
        value    double precision,
        unit     text NOT NULL,
        met      boolean,
        count    int NOT NULL,
        of       int NOT NULL,
        UNIQUE NULLS NOT DISTINCT (run_id, seat, key, part)
      )`);
    await db.query(`COMMENT ON COLUMN drill_metric.seat IS 'Null = the whole run'`);
    await db.query(`
      CREATE TABLE drill_objective (
        run_id     uuid NOT NULL REFERENCES drill_report(run_id),
        seat       text,
        objective  text NOT NULL,
        met        int NOT NULL,
        late       int NOT NULL,
        missed     int NOT NULL,
        suggestion text,
        final      text,
        weak       boolean NOT NULL,
        UNIQUE NULLS NOT DISTINCT (run_id, seat, objective)
      )`);
    await db.query(`
      CREATE TABLE drill_holder (
        run_id    uuid NOT NULL REFERENCES drill_report(run_id),
        seat      text NOT NULL,
        participant_id uuid NOT NULL REFERENCES drill_participant(id),
        person_id uuid NOT NULL REFERENCES person(id),
        PRIMARY KEY (run_id, seat, person_id)
      )`);
    await db.query(
      `COMMENT ON TABLE drill_holder IS 'Who played which seat: the metrics and objectives of a seat are theirs'`,
    );
    await db.query(`CREATE INDEX drill_holder_person ON drill_holder (person_id)`);
    await db.query(`
      CREATE TABLE hot_wash (
        participant_id uuid PRIMARY KEY REFERENCES drill_participant(id),
        run_id     uuid NOT NULL REFERENCES drill_run(id),
        kept       text NOT NULL,
        missed     text NOT NULL,
        change     text NOT NULL,
        confidence_before int NOT NULL CHECK (confidence_before BETWEEN 1 AND 5),
        confidence_after  int NOT NULL CHECK (confidence_after BETWEEN 1 AND 5),
        show_name  boolean NOT NULL,
        updated_at timestamptz NOT NULL
      )`);
    await db.query(`CREATE INDEX hot_wash_run ON hot_wash (run_id)`);
    await db.query(`
      CREATE TABLE drill_follow_up (
        id         uuid PRIMARY KEY DEFAULT uuidv7(),
        run_id     uuid NOT NULL REFERENCES drill_run(id),
        course_id  uuid NOT NULL REFERENCES course(id),
        objectives jsonb NOT NULL,
        rule_id    uuid REFERENCES audience_rule(id),
        due_on     date,
        created_at timestamptz NOT NULL,
        undone_at  timestamptz,
        undone_by  uuid REFERENCES person(id),
        UNIQUE (run_id, course_id)
      )`);
    await db.query(`
      CREATE TABLE drill_follow_up_person (
        run_id    uuid NOT NULL,
        course_id uuid NOT NULL,
        person_id uuid NOT NULL REFERENCES person(id),
        outcome   text NOT NULL CHECK (outcome IN ('assigned', 'assigned_again', 'already_open', 'completed_since')),
        PRIMARY KEY (run_id, course_id, person_id),
        FOREIGN KEY (run_id, course_id) REFERENCES drill_follow_up (run_id, course_id)
      )`);
    await db.query(`
      CREATE TABLE improvement_action (
        id          uuid PRIMARY KEY DEFAULT uuidv7(),
        what        text NOT NULL,
        owner_id    uuid NOT NULL REFERENCES person(id),
        scenario_id uuid NOT NULL REFERENCES scenario(id),
        objective   text NOT NULL,
        run_id      uuid REFERENCES drill_run(id),
        start_on    date NOT NULL,
        due_on      date NOT NULL CHECK (due_on >= start_on),
        status      text NOT NULL DEFAULT 'open' CHECK (status IN ('open', 'in_progress', 'done', 'verified', 'dropped')),
        proof       text NOT NULL DEFAULT '',
        created_by  uuid NOT NULL REFERENCES person(id),
        created_at  timestamptz NOT NULL,
        done_at     timestamptz,
        verified_run_id uuid REFERENCES drill_run(id),
        verified_at timestamptz,
        CHECK ((status = 'verified') = (verified_run_id IS NOT NULL))
      )`);
    await db.query(`CREATE INDEX improvement_action_owner ON improvement_action (owner_id)`);
    await db.query(
      `CREATE INDEX improvement_action_objective ON improvement_action (scenario_id, objective)`,
    );
    await db.query(`
      CREATE TABLE improvement_reminder (
        id         uuid PRIMARY KEY DEFAULT uuidv7(),
        action_id  uuid NOT NULL REFERENCES improvement_action(id) ON DELETE CASCADE,
        due_on     date NOT NULL,
        step       text NOT NULL CHECK (step IN ('week_before', 'due_day', 'overdue')),
        weeks      int NOT NULL,
        person_id  uuid NOT NULL REFERENCES person(id),
        created_at timestamptz NOT NULL,
        UNIQUE (action_id, due_on, step, weeks)
      )`);
    await db.query(
      `CREATE INDEX improvement_reminder_person ON improvement_reminder (person_id, created_at)`,
    );
  }

  async down(db: QueryRunner): Promise<void> {
    for (const table of [
      'improvement_reminder',
      'improvement_action',
      'drill_follow_up_person',
      'drill_follow_up',
      'hot_wash',
      'drill_holder',
      'drill_objective',
      'drill_metric',
      'drill_report_closing',
      'drill_report',
    ])
      await db.query(`DROP TABLE ${table}`);
  }
}
