import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Flash briefings: what was sent, in which versions, who was asked when, and who has acknowledged. Who works when. */
export class Briefings1764100700000 implements MigrationInterface {
  name = 'Briefings1764100700000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE shift (
        id        uuid PRIMARY KEY DEFAULT uuidv7(),
        person_id uuid NOT NULL REFERENCES person(id),
        starts_at timestamptz NOT NULL,
        ends_at   timestamptz NOT NULL,
        CHECK (ends_at > starts_at),
        UNIQUE (person_id, starts_at)
      )`);
    await db.query(`CREATE INDEX shift_ends ON shift (ends_at, starts_at)`);
    await db.query(`
      CREATE TABLE briefing (
        id             uuid PRIMARY KEY,
        audience       jsonb NOT NULL,
        shift          text NOT NULL CHECK (shift IN ('all', 'only', 'also')),
        scope_id       uuid REFERENCES department(id),
        within_minutes int NOT NULL CHECK (within_minutes > 0),
        version        int NOT NULL DEFAULT 1,
        sent_at        timestamptz NOT NULL,
        sent_by        uuid NOT NULL REFERENCES person(id),
        stopped_at     timestamptz,
        stopped_by     uuid REFERENCES person(id),
        stop_reason    text,
        CHECK ((stopped_at IS NULL) = (stopped_by IS NULL) AND (stopped_at IS NULL) = (stop_reason IS NULL))
      )`);
    await db.query(
      `COMMENT ON COLUMN briefing.id IS 'Made by whoever wrote the draft: sent twice under it, it goes out once'`,
    );
    await db.query(
      `COMMENT ON COLUMN briefing.scope_id IS 'Limit of whoever sent it; nobody outside was asked'`,
    );
    await db.query(`CREATE INDEX briefing_sent ON briefing (sent_at DESC, id)`);
    await db.query(`
      CREATE TABLE briefing_version (
        briefing_id uuid NOT NULL REFERENCES briefing(id),
        number      int NOT NULL,
        document    jsonb NOT NULL,
        changed     jsonb,
        sent_at     timestamptz NOT NULL,
        sent_by     uuid NOT NULL REFERENCES person(id),
        PRIMARY KEY (briefing_id, number),
        CHECK ((number = 1) = (changed IS NULL))
      )`);
    await db.query(`
      CREATE TABLE briefing_receipt (
        briefing_id     uuid NOT NULL,
        version         int NOT NULL,
        person_id       uuid NOT NULL REFERENCES person(id),
        asked_at        timestamptz NOT NULL,
        due_at          timestamptz NOT NULL,
        opened_at       timestamptz,
        tries           int NOT NULL DEFAULT 0,
        acknowledged_at timestamptz,
        manager_told_at timestamptz,
        hr_told_at      timestamptz,
        PRIMARY KEY (briefing_id, version, person_id),
        FOREIGN KEY (briefing_id, version) REFERENCES briefing_version(briefing_id, number)
      )`);
    await db.query(`COMMENT ON COLUMN briefing_receipt.tries IS 'Answers with a question wrong'`);
    await db.query(
      `CREATE INDEX briefing_receipt_open ON briefing_receipt (person_id) WHERE acknowledged_at IS NULL`,
    );
    await db.query(
      `CREATE INDEX briefing_receipt_due ON briefing_receipt (due_at) WHERE acknowledged_at IS NULL AND hr_told_at IS NULL`,
    );
    await db.query(`CREATE INDEX briefing_receipt_person ON briefing_receipt (person_id, asked_at DESC)`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE briefing_receipt, briefing_version, briefing, shift`);
  }
}
