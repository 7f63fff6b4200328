import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Photos that evaluators, observers and controllers take during a run, each of a moment of it. */
export class DrillPhotos1764100800000 implements MigrationInterface {
  name = 'DrillPhotos1764100800000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE drill_photo (
        id             uuid PRIMARY KEY DEFAULT uuidv7(),
        run_id         uuid NOT NULL REFERENCES drill_run(id),
        participant_id uuid NOT NULL REFERENCES drill_participant(id),
        person_id      uuid NOT NULL REFERENCES person(id),
        client_id      uuid NOT NULL,
        moment         int NOT NULL CHECK (moment >= 0),
        note           text NOT NULL,
        mime           text NOT NULL CHECK (mime IN ('image/jpeg', 'image/png', 'image/webp')),
        bytes          bytea NOT NULL,
        width          int NOT NULL CHECK (width > 0),
        height         int NOT NULL CHECK (height > 0),
        taken_at       timestamptz NOT NULL,
        UNIQUE (run_id, client_id)
      )`);
    // Already compressed: trying again costs time and saves nothing.
    await db.query(`ALTER TABLE drill_photo ALTER COLUMN bytes SET STORAGE EXTERNAL`);
    await db.query(`COMMENT ON COLUMN drill_photo.moment IS 'Scenario second that it is of'`);
    await db.query(
      `COMMENT ON COLUMN drill_photo.taken_at IS 'When it arrived; without a line that is later'`,
    );
    await db.query(`CREATE INDEX drill_photo_person ON drill_photo (person_id)`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE drill_photo`);
  }
}
