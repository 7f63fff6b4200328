import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What people decided about packs and the keys they are signed with, and why. Rows are added and never changed. */
export class PackDecisions1764000700000 implements MigrationInterface {
  name = 'PackDecisions1764000700000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE pack_decision (
        id        uuid PRIMARY KEY DEFAULT uuidv7(),
        signer_id uuid NOT NULL REFERENCES pack_signer(id),
        pack_id   uuid REFERENCES scenario_pack(id),
        what      text NOT NULL CHECK (what IN ('trusted', 'distrusted', 'accepted', 'rejected', 'reopened')),
        reason    text,
        at        timestamptz NOT NULL,
        by        uuid NOT NULL REFERENCES person(id),
        CHECK ((pack_id IS NULL) = (what IN ('trusted', 'distrusted'))),
        CHECK (reason IS NOT NULL OR what = 'accepted')
      )`);
    await db.query(`CREATE INDEX pack_decision_signer ON pack_decision (signer_id, at)`);
    await db.query(`CREATE INDEX pack_decision_pack ON pack_decision (pack_id, at)`);
    await db.query(
      `ALTER TABLE scenario_pack ADD rejected_at timestamptz, ADD CHECK (rejected_at IS NULL OR accepted_at IS NULL)`,
    );
    await db.query(`
      CREATE FUNCTION pack_decision_unchanged() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'A decision about a pack never changes';
      END $$`);
    await db.query(`
      CREATE TRIGGER pack_decision_unchanged BEFORE UPDATE OR DELETE ON pack_decision
      FOR EACH ROW EXECUTE FUNCTION pack_decision_unchanged()`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE pack_decision');
    await db.query('DROP FUNCTION pack_decision_unchanged');
    await db.query('ALTER TABLE scenario_pack DROP COLUMN rejected_at');
  }
}
