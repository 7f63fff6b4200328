import type { MigrationInterface, QueryRunner } from 'typeorm';

const ISO = (column: string): string =>
  `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** What was said may hold names and is erased with them; the chain holds what proves it. */
const DIGEST = `encode(sha256(convert_to(n.briefing_id::text || ':' || v.document::text, 'UTF8')), 'hex')`;

const note = (kind: string, at: string, more: string, from: string): string => `
  INSERT INTO evidence_entry (kind, person_id, happened_at, payload)
  SELECT '${kind}', n.person_id, ${at}, jsonb_build_object('briefing', n.briefing_id, 'version', n.version,
    'documentDigest', ${DIGEST}, 'askedAt', ${ISO('n.asked_at')}, 'dueAt', ${ISO('n.due_at')}, 'joinedLater', n.joined, ${more})
  FROM ${from} JOIN briefing_version v ON v.briefing_id = n.briefing_id AND v.number = n.version
  ORDER BY n.briefing_id, n.version, n.person_id;`;

/**
 * Flash briefings that go on reaching people who join their audience while they run; templates to begin one from; and what
 * was asked and acknowledged as evidence, written by the database like everything in the chain.
 */
export class BriefingJoiners1764101000000 implements MigrationInterface {
  name = 'BriefingJoiners1764101000000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE briefing ADD COLUMN joiners boolean NOT NULL DEFAULT false`);
    // What ran before was sent to those who fitted at that moment and stays so.
    await db.query(`ALTER TABLE briefing ALTER COLUMN joiners DROP DEFAULT`);
    await db.query(`ALTER TABLE briefing_receipt ADD COLUMN joined boolean NOT NULL DEFAULT false`);
    await db.query(
      `COMMENT ON COLUMN briefing.joiners IS 'While it runs it also goes to whoever comes on shift or into the audience'`,
    );
    await db.query(
      `COMMENT ON COLUMN briefing_receipt.joined IS 'Asked after the version was sent, with a clock of their own'`,
    );
    await db.query(`CREATE INDEX briefing_running ON briefing (sent_at) WHERE stopped_at IS NULL`);
    await db.query(`
      CREATE TABLE briefing_template (
        id       uuid PRIMARY KEY,
        slug     text NOT NULL UNIQUE,
        document jsonb NOT NULL
      )`);
    await db.query(
      `COMMENT ON TABLE briefing_template IS 'What content/briefings/ holds; what is no longer there is gone here, too'`,
    );
    await db.query(`
      CREATE FUNCTION evidence_briefing_asked() RETURNS trigger LANGUAGE plpgsql AS $fn$
      BEGIN
        ${note('briefing.asked', 'n.asked_at', `'by', v.sent_by`, 'new_rows n')}
        RETURN NULL;
      END $fn$`);
    await db.query(`CREATE TRIGGER evidence_briefing_asked AFTER INSERT ON briefing_receipt
      REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION evidence_briefing_asked()`);
    await db.query(`
      CREATE FUNCTION evidence_briefing_acknowledged() RETURNS trigger LANGUAGE plpgsql AS $fn$
      BEGIN
        ${note(
          'briefing.acknowledged',
          'n.acknowledged_at',
          `'openedAt', ${ISO('n.opened_at')}, 'wrongAnswers', n.tries, 'late', n.acknowledged_at > n.due_at`,
          `new_rows n JOIN old_rows o ON o.briefing_id = n.briefing_id AND o.version = n.version
            AND o.person_id = n.person_id AND o.acknowledged_at IS NULL AND n.acknowledged_at IS NOT NULL`,
        )}
        RETURN NULL;
      END $fn$`);
    await db.query(`CREATE TRIGGER evidence_briefing_acknowledged AFTER UPDATE ON briefing_receipt
      REFERENCING NEW TABLE AS new_rows OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION evidence_briefing_acknowledged()`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TRIGGER evidence_briefing_acknowledged ON briefing_receipt');
    await db.query('DROP TRIGGER evidence_briefing_asked ON briefing_receipt');
    await db.query('DROP FUNCTION evidence_briefing_acknowledged()');
    await db.query('DROP FUNCTION evidence_briefing_asked()');
    await db.query('DROP TABLE briefing_template');
    await db.query('DROP INDEX briefing_running');
    await db.query('ALTER TABLE briefing_receipt DROP COLUMN joined');
    await db.query('ALTER TABLE briefing DROP COLUMN joiners');
  }
}
