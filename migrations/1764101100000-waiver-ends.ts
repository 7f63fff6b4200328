import type { MigrationInterface, QueryRunner } from 'typeorm';

const digest = (text: string, salt: string): string =>
  `encode(sha256(convert_to(${salt}::text || ':' || ${text}, 'UTF8')), 'hex')`;

const evidenceOfWaivers = (ended: string): string => `
  CREATE OR REPLACE FUNCTION evidence_waiver() RETURNS trigger LANGUAGE plpgsql AS $fn$
  BEGIN
    IF TG_OP = 'INSERT' THEN
      INSERT INTO evidence_entry (kind, person_id, program_id, happened_at, payload)
      VALUES ('waiver.given', NEW.person_id, NEW.program_id, NEW.created_at, jsonb_build_object(
        'waiver', NEW.id, 'kind', NEW.kind, 'until', NEW.until, 'period', NEW.period, 'by', NEW.created_by,
        'reasonDigest', ${digest('NEW.reason', 'NEW.id')}));
    ELSE
      INSERT INTO evidence_entry (kind, person_id, program_id, happened_at, payload)
      VALUES ('waiver.ended', NEW.person_id, NEW.program_id, NEW.ended_at,
        jsonb_build_object('waiver', NEW.id, 'kind', NEW.kind, 'by', NEW.ended_by)${ended});
    END IF;
    RETURN NULL;
  END $fn$`;
/** Another salt than for giving it: two equal reasons do not show as equal. */
const WITH_REASON = ` || CASE WHEN NEW.ended_reason IS NULL THEN '{}'::jsonb
  ELSE jsonb_build_object('reasonDigest', ${digest('NEW.ended_reason', "(NEW.id || ':ended')")}) END`;

/** Why a waiver or an extension was ended: beside it, in the evidence as a digest, in the audit trail as said. */
export class WaiverEnds1764101100000 implements MigrationInterface {
  name = 'WaiverEnds1764101100000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE waiver ADD COLUMN ended_reason text`);
    await db.query(
      `COMMENT ON COLUMN waiver.ended_reason IS 'Null also where it was ended before reasons were asked for'`,
    );
    await db.query(evidenceOfWaivers(WITH_REASON));
    await this.audit(db, `'reason')`, `'reason ended_reason')`);
  }

  async down(db: QueryRunner): Promise<void> {
    await this.audit(db, `'reason ended_reason')`, `'reason')`);
    await db.query(evidenceOfWaivers(''));
    await db.query(`ALTER TABLE waiver DROP COLUMN ended_reason`);
  }

  /** Makes the triggers of the audit trail anew with other columns; the rest of them stays as it is. */
  private async audit(db: QueryRunner, from: string, to: string): Promise<void> {
    const triggers = (await db.query(
      `SELECT tgname AS name, pg_get_triggerdef(oid) AS definition FROM pg_trigger
       WHERE tgrelid = 'waiver'::regclass AND tgname LIKE 'audit\\_waiver\\_%'`,
    )) as { name: string; definition: string }[];
    for (const { name, definition } of triggers) {
      await db.query(`DROP TRIGGER ${name} ON waiver`);
      await db.query(definition.replace(from, to));
    }
  }
}
