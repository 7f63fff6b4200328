import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Planned drills, who is invited to them, the calendar feeds of people, and the mail that goes out. */
export class DrillSchedules1764000200000 implements MigrationInterface {
  name = 'DrillSchedules1764000200000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE drill_schedule (
        id           uuid PRIMARY KEY DEFAULT uuidv7(),
        scenario_id  uuid NOT NULL REFERENCES scenario(id),
        title        text NOT NULL,
        starts_at    text NOT NULL,
        rrule        text,
        time_zone    text NOT NULL,
        hours        jsonb NOT NULL,
        blackout     text[] NOT NULL,
        no_notice_days int,
        seed         bigint NOT NULL CHECK (seed BETWEEN 0 AND 4294967295),
        cast_template jsonb NOT NULL,
        keep_before  text,
        created_by   uuid NOT NULL REFERENCES person(id),
        created_at   timestamptz NOT NULL,
        updated_at   timestamptz NOT NULL,
        extended_at  timestamptz NOT NULL,
        cancelled_at timestamptz
      )`);
    for (const [column, comment] of [
      ['starts_at', 'By the wall clock of time_zone, YYYY-MM-DDTHH:MM'],
      ['hours', 'WorkingHours: days, from, to'],
      ['cast_template', 'CastTemplate of the contract'],
      ['extended_at', 'When its occurrences were last planned ahead'],
      ['keep_before', 'Days of the rule before this one were planned by an earlier version of it and stay'],
    ])
      await db.query(`COMMENT ON COLUMN drill_schedule.${column} IS '${comment}'`);
    await db.query(`CREATE INDEX drill_schedule_creator ON drill_schedule (created_by)`);
    await db.query(`
      CREATE TABLE drill_occurrence (
        id            uuid PRIMARY KEY DEFAULT uuidv7(),
        schedule_id   uuid NOT NULL REFERENCES drill_schedule(id),
        recurrence_id text NOT NULL,
        recurrence_at timestamptz NOT NULL,
        planned_at    timestamptz NOT NULL,
        minutes       int NOT NULL,
        title         text NOT NULL,
        moved         text CHECK (moved IN ('hours', 'day_off', 'blackout', 'drawn', 'by_hand')),
        announced     boolean NOT NULL,
        state         text NOT NULL DEFAULT 'planned' CHECK (state IN ('planned', 'cancelled', 'run_created', 'missed')),
        reason        text,
        run_id        uuid UNIQUE REFERENCES drill_run(id),
        updated_at    timestamptz NOT NULL,
        UNIQUE (schedule_id, recurrence_id),
        CHECK ((state = 'run_created') = (run_id IS NOT NULL))
      )`);
    await db.query(`COMMENT ON COLUMN drill_occurrence.recurrence_at IS
      'When the rule had it first, whatever moves later'`);
    await db.query(
      `CREATE INDEX drill_occurrence_due ON drill_occurrence (planned_at) WHERE state = 'planned'`,
    );
    await db.query(`
      CREATE TABLE drill_occurrence_person (
        occurrence_id uuid NOT NULL REFERENCES drill_occurrence(id),
        person_id     uuid NOT NULL REFERENCES person(id),
        role          text NOT NULL CHECK (role IN ('player', 'controller', 'evaluator', 'observer', 'simulator')),
        seat          text,
        sequence      int NOT NULL DEFAULT 0,
        told_sequence int,
        removed_at    timestamptz,
        PRIMARY KEY (occurrence_id, person_id),
        CHECK ((role = 'player') = (seat IS NOT NULL))
      )`);
    await db.query(`COMMENT ON COLUMN drill_occurrence_person.told_sequence IS
      'Of the last mail about it; null: knows nothing, or was told that it is off'`);
    await db.query(`CREATE INDEX drill_occurrence_person_person ON drill_occurrence_person (person_id)`);
    await db.query(`
      CREATE TABLE calendar_feed (
        person_id  uuid PRIMARY KEY REFERENCES person(id) ON DELETE CASCADE,
        token_hash bytea NOT NULL UNIQUE,
        created_at timestamptz NOT NULL
      )`);
    await db.query(`
      CREATE TABLE mail (
        id         uuid PRIMARY KEY DEFAULT uuidv7(),
        effect_key text NOT NULL UNIQUE,
        person_id  uuid NOT NULL REFERENCES person(id),
        address    text,
        subject    text NOT NULL,
        body       text NOT NULL,
        calendar   text,
        method     text,
        state      text NOT NULL CHECK (state IN ('waiting', 'sent', 'kept', 'failed')),
        reason     text,
        attempts   int NOT NULL DEFAULT 0,
        created_at timestamptz NOT NULL,
        tried_at   timestamptz,
        sent_at    timestamptz
      )`);
    await db.query(
      `COMMENT ON COLUMN mail.effect_key IS 'What the mail is about: promised twice, it is written once'`,
    );
    await db.query(`CREATE INDEX mail_waiting ON mail (created_at) WHERE state = 'waiting'`);
  }

  async down(db: QueryRunner): Promise<void> {
    for (const table of [
      'mail',
      'calendar_feed',
      'drill_occurrence_person',
      'drill_occurrence',
      'drill_schedule',
    ])
      await db.query(`DROP TABLE ${table}`);
  }
}
