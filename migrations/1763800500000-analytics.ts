import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What analytics ask for by course. Neither column changes, so saving progress does not touch the index. */
export class Analytics1763800500000 implements MigrationInterface {
  name = 'Analytics1763800500000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`CREATE INDEX enrolment_course ON enrolment (course_id, started_at)`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP INDEX enrolment_course`);
  }
}
