import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A secret of each run, under which players see its posts, injects, cards and options by other names. */
export class DrillVeil1764000750000 implements MigrationInterface {
  name = 'DrillVeil1764000750000';

  async up(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE drill_run ADD COLUMN veil uuid NOT NULL DEFAULT gen_random_uuid()');
    // Requests count within what their sender sent.
    await db.query('CREATE INDEX drill_log_participant ON drill_log (run_id, participant_id, seq)');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP INDEX drill_log_participant');
    await db.query('ALTER TABLE drill_run DROP COLUMN veil');
  }
}
