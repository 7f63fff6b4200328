import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Links that open the wall of a run where nobody is signed in. */
export class DrillWalls1764000800000 implements MigrationInterface {
  name = 'DrillWalls1764000800000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE drill_wall_link (
        run_id     uuid PRIMARY KEY REFERENCES drill_run(id) ON DELETE CASCADE,
        token_hash bytea NOT NULL UNIQUE,
        created_at timestamptz NOT NULL,
        created_by uuid NOT NULL REFERENCES person(id)
      )`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE drill_wall_link');
  }
}
