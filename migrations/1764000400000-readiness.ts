import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Readiness needs no tables of its own: it is worked out from what attempts and runs left behind. */
export class Readiness1764000400000 implements MigrationInterface {
  name = 'Readiness1764000400000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(
      `CREATE INDEX attempt_person ON attempt (person_id) WHERE finished_at IS NOT NULL AND kind = 'graded'`,
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP INDEX attempt_person');
  }
}
