import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Evaluations of all rules for everybody, which somebody asked for and can watch. */
export class RuleRuns1764100400000 implements MigrationInterface {
  name = 'RuleRuns1764100400000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE rule_run (
        id          uuid PRIMARY KEY DEFAULT uuidv7(),
        started_by  uuid NOT NULL REFERENCES person(id),
        created_at  timestamptz NOT NULL,
        started_at  timestamptz,
        finished_at timestamptz,
        failed_at   timestamptz,
        people      int NOT NULL,
        done        int NOT NULL DEFAULT 0,
        changed     int NOT NULL DEFAULT 0,
        last_person uuid,
        failures    int NOT NULL DEFAULT 0,
        error       text
      )`);
    await db.query(
      `COMMENT ON COLUMN rule_run.last_person IS 'Everybody up to this id is evaluated; written in the transaction that evaluated them'`,
    );
    // One at a time: asking again while one is under way shows that one.
    await db.query(
      `CREATE UNIQUE INDEX rule_run_under_way ON rule_run ((true)) WHERE finished_at IS NULL AND failed_at IS NULL`,
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE rule_run');
  }
}
