import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The list behind the board by due day and by the end of validity: a page is read off the index, from either end. */
export class ProgramStandingOrder1764101110000 implements MigrationInterface {
  name = 'ProgramStandingOrder1764101110000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(
      `CREATE INDEX program_standing_due ON program_standing (due_on, person_id, program_id) WHERE counted`,
    );
    await db.query(
      `CREATE INDEX program_standing_valid ON program_standing (valid_until, person_id, program_id) WHERE counted`,
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP INDEX program_standing_valid`);
    await db.query(`DROP INDEX program_standing_due`);
  }
}
