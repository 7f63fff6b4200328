import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Runs of drills: who takes part, the log that a run is made of, and the events that follow from it. Log and events
 * only grow; the database itself refuses to change or remove a line.
 */
export class DrillRuns1764000100000 implements MigrationInterface {
  name = 'DrillRuns1764000100000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE drill_run (
        id             uuid PRIMARY KEY DEFAULT uuidv7(),
        scenario_version_id uuid NOT NULL REFERENCES scenario_version(id),
        scenario_hash  text NOT NULL,
        engine_version text NOT NULL,
        seed           bigint NOT NULL CHECK (seed BETWEEN 0 AND 4294967295),
        mode           text NOT NULL CHECK (mode IN ('live', 'solo')),
        title          text,
        planned_for    timestamptz,
        join_code      text,
        created_by     uuid NOT NULL REFERENCES person(id),
        created_at     timestamptz NOT NULL,
        restart_of     uuid REFERENCES drill_run(id),
        status         text NOT NULL DEFAULT 'lobby' CHECK (status IN ('lobby', 'running', 'paused', 'ended', 'stopped')),
        base_at        double precision NOT NULL DEFAULT 0,
        base_wall      timestamptz NOT NULL,
        rate           double precision NOT NULL,
        ends_at        int NOT NULL,
        seen_at        timestamptz NOT NULL,
        ticked_to      int NOT NULL DEFAULT 0,
        last_seq       int NOT NULL DEFAULT 0,
        last_event_id  int NOT NULL DEFAULT 0,
        played         text[] NOT NULL DEFAULT '{}',
        started_at     timestamptz,
        ended_at       timestamptz,
        final_hash     text
      )`);
    for (const [column, comment] of [
      ['base_at', 'Scenario seconds at base_wall; while running they grow by rate each second'],
      ['ends_at', 'Scenario second at which the run ends by itself'],
      ['seen_at', 'When the run was last carried forward: a long gap means that the machine slept'],
      ['ticked_to', 'Scenario second up to which log and events are complete'],
      ['played', 'Seats with a player; the others are simulated'],
    ])
      await db.query(`COMMENT ON COLUMN drill_run.${column} IS '${comment}'`);
    await db.query(`CREATE UNIQUE INDEX drill_run_code ON drill_run (join_code)
      WHERE status IN ('lobby', 'running', 'paused')`);
    await db.query(`CREATE INDEX drill_run_running ON drill_run (id) WHERE status = 'running'`);
    await db.query(`CREATE INDEX drill_run_creator ON drill_run (created_by)`);
    await db.query(`
      CREATE TABLE drill_participant (
        id           uuid PRIMARY KEY DEFAULT uuidv7(),
        run_id       uuid NOT NULL REFERENCES drill_run(id),
        person_id    uuid NOT NULL REFERENCES person(id),
        role         text NOT NULL CHECK (role IN ('player', 'controller', 'evaluator', 'observer', 'simulator')),
        seat         text,
        added_at     timestamptz NOT NULL,
        joined_at    timestamptz,
        ready        boolean NOT NULL DEFAULT false,
        last_seen_at timestamptz,
        removed_at   timestamptz,
        UNIQUE (run_id, person_id),
        CHECK ((role = 'player') = (seat IS NOT NULL))
      )`);
    await db.query(
      `COMMENT ON COLUMN drill_participant.removed_at IS 'Taken out of the cast; the row stays because the log names it'`,
    );
    await db.query(`CREATE INDEX drill_participant_person ON drill_participant (person_id)`);
    await db.query(`
      CREATE TABLE drill_log (
        run_id    uuid NOT NULL REFERENCES drill_run(id),
        seq       int NOT NULL,
        at        int NOT NULL,
        by        text NOT NULL,
        participant_id uuid REFERENCES drill_participant(id),
        person_id uuid REFERENCES person(id),
        client_id uuid,
        action    jsonb NOT NULL,
        refused   text,
        wall      timestamptz NOT NULL,
        PRIMARY KEY (run_id, seq),
        UNIQUE (run_id, client_id)
      )`);
    await db.query(`
      CREATE TABLE drill_event (
        run_id   uuid NOT NULL REFERENCES drill_run(id),
        id       int NOT NULL,
        at       int NOT NULL,
        audience jsonb NOT NULL,
        body     jsonb NOT NULL,
        PRIMARY KEY (run_id, id)
      )`);
    await db.query(`
      CREATE FUNCTION drill_record_stays() RETURNS trigger LANGUAGE plpgsql AS $fn$
      BEGIN
        RAISE EXCEPTION '% only grows', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
      END $fn$`);
    for (const table of ['drill_log', 'drill_event'])
      await db.query(`CREATE TRIGGER ${table}_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON ${table}
        FOR EACH STATEMENT EXECUTE FUNCTION drill_record_stays()`);
  }

  async down(db: QueryRunner): Promise<void> {
    for (const table of ['drill_event', 'drill_log', 'drill_participant', 'drill_run'])
      await db.query(`DROP TABLE ${table}`);
    await db.query('DROP FUNCTION drill_record_stays()');
  }
}
