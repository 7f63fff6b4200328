import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What only grows, and what notes changes with their values: silent while a person is being erased, and only then. */
const GIVE_WAY = [
  ['drill_log', 'drill_log_stays'],
  ['drill_event', 'drill_event_stays'],
  ['pack_decision', 'pack_decision_unchanged'],
  ['certification_period', 'certification_period_kept'],
  ['audit_entry', 'audit_entry_kept'],
  ['person', 'audit_person_changed'],
  ['audience_rule', 'audit_audience_rule_changed'],
  ['waiver', 'audit_waiver_changed'],
] as const;

/** Notices and who accepted them, what retention is set to, and erasing people by pseudonym. */
export class PersonalData1764100600000 implements MigrationInterface {
  name = 'PersonalData1764100600000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE privacy_notice (
        version      int PRIMARY KEY CHECK (version > 0),
        text         jsonb NOT NULL,
        digest       text NOT NULL,
        published_at timestamptz NOT NULL,
        published_by uuid NOT NULL REFERENCES person(id)
      )`);
    await db.query(
      `COMMENT ON COLUMN privacy_notice.digest IS 'SHA-256 of both texts, as the evidence of accepting it has it'`,
    );
    await db.query(`
      CREATE TABLE notice_acceptance (
        person_id   uuid NOT NULL REFERENCES person(id),
        version     int NOT NULL REFERENCES privacy_notice(version),
        locale      text NOT NULL,
        accepted_at timestamptz NOT NULL,
        PRIMARY KEY (person_id, version)
      )`);
    await db.query(`
      CREATE FUNCTION evidence_notice_acceptance() RETURNS trigger LANGUAGE plpgsql AS $fn$
      BEGIN
        INSERT INTO evidence_entry (kind, person_id, happened_at, payload)
        SELECT 'notice.accepted', NEW.person_id, NEW.accepted_at,
          jsonb_build_object('version', n.version, 'digest', n.digest, 'locale', NEW.locale)
        FROM privacy_notice n WHERE n.version = NEW.version;
        RETURN NULL;
      END $fn$`);
    await db.query(`CREATE TRIGGER evidence_notice_accepted AFTER INSERT ON notice_acceptance
      FOR EACH ROW EXECUTE FUNCTION evidence_notice_acceptance()`);
    await db.query(`
      CREATE TABLE retention_setting (
        one                boolean PRIMARY KEY DEFAULT true CHECK (one),
        days               jsonb NOT NULL DEFAULT '{}',
        erase_after_months int CHECK (erase_after_months BETWEEN 1 AND 240),
        erase_by_itself    boolean NOT NULL DEFAULT false,
        CHECK (NOT erase_by_itself OR erase_after_months IS NOT NULL)
      )`);
    await db.query(
      `COMMENT ON COLUMN retention_setting.days IS 'Rule to days, where the organisation chose another period than the usual one'`,
    );
    await db.query(
      `COMMENT ON COLUMN retention_setting.erase_after_months IS 'People who left so long ago are proposed for erasure; null = nobody is'`,
    );
    await db.query(`INSERT INTO retention_setting DEFAULT VALUES`);
    await db.query(`
      CREATE TABLE retention_run (
        id     uuid PRIMARY KEY DEFAULT uuidv7(),
        at     timestamptz NOT NULL,
        counts jsonb NOT NULL
      )`);
    await db.query(`
      CREATE TABLE erasure (
        person_id uuid PRIMARY KEY REFERENCES person(id),
        erased_at timestamptz NOT NULL,
        erased_by uuid REFERENCES person(id),
        counts    jsonb NOT NULL
      )`);
    await db.query(`COMMENT ON COLUMN erasure.erased_by IS 'Null = the retention job'`);
    await db.query(`COMMENT ON COLUMN erasure.counts IS 'Table to number of rows changed or deleted'`);

    await db.query(
      `ALTER TABLE person ADD COLUMN left_at timestamptz, ADD COLUMN erased_at timestamptz CHECK (erased_at IS NULL OR status = 'left')`,
    );
    await db.query(`UPDATE person SET left_at = updated_at WHERE status = 'left'`);
    // Whoever writes a status writes when: both ways of changing people do.
    await db.query(`
      CREATE FUNCTION person_left() RETURNS trigger LANGUAGE plpgsql AS $fn$
      BEGIN
        IF NEW.status = 'active' THEN NEW.left_at := NULL;
        ELSIF TG_OP = 'INSERT' OR OLD.status = 'active' THEN NEW.left_at := NEW.updated_at;
        END IF;
        RETURN NEW;
      END $fn$`);
    await db.query(
      `CREATE TRIGGER person_left BEFORE INSERT OR UPDATE OF status ON person FOR EACH ROW EXECUTE FUNCTION person_left()`,
    );
    await db.query(`
      CREATE FUNCTION erasing() RETURNS boolean LANGUAGE sql STABLE AS $fn$
        SELECT coalesce(current_setting('readyroom.erasing', true), '') = 'on'
      $fn$`);
    // Values only: keys are words of the product.
    await db.query(`
      CREATE FUNCTION redacted(value jsonb, pattern text, word text) RETURNS jsonb LANGUAGE plpgsql STABLE AS $fn$
      BEGIN
        RETURN CASE jsonb_typeof(value)
          WHEN 'string' THEN to_jsonb(regexp_replace(value #>> '{}', pattern, word, 'g'))
          WHEN 'array' THEN (SELECT coalesce(jsonb_agg(redacted(item, pattern, word) ORDER BY n), '[]')
            FROM jsonb_array_elements(value) WITH ORDINALITY AS t (item, n))
          WHEN 'object' THEN (SELECT coalesce(jsonb_object_agg(key, redacted(item, pattern, word)), '{}')
            FROM jsonb_each(value) AS t (key, item))
          ELSE value
        END;
      END $fn$`);
    for (const [table, trigger] of GIVE_WAY) {
      const [row] = (await db.query(
        `SELECT pg_get_triggerdef(oid) AS definition FROM pg_trigger WHERE tgname = $1 AND tgrelid = $2::regclass`,
        [trigger, table],
      )) as { definition: string }[];
      await this.remake(db, table, trigger, givingWay(row!.definition));
    }
  }

  async down(db: QueryRunner): Promise<void> {
    for (const [table, trigger] of GIVE_WAY) {
      const [row] = (await db.query(
        `SELECT pg_get_triggerdef(oid) AS definition FROM pg_trigger WHERE tgname = $1 AND tgrelid = $2::regclass`,
        [trigger, table],
      )) as { definition: string }[];
      await this.remake(db, table, trigger, standingFirm(row!.definition));
    }
    await db.query(`DROP FUNCTION redacted(jsonb, text, text)`);
    await db.query(`DROP FUNCTION erasing()`);
    await db.query(`DROP TRIGGER person_left ON person`);
    await db.query(`DROP FUNCTION person_left()`);
    await db.query(`ALTER TABLE person DROP COLUMN left_at, DROP COLUMN erased_at`);
    for (const table of [
      'erasure',
      'retention_run',
      'retention_setting',
      'notice_acceptance',
      'privacy_notice',
    ])
      await db.query(`DROP TABLE ${table}`);
    await db.query(`DROP FUNCTION evidence_notice_acceptance()`);
  }

  private async remake(db: QueryRunner, table: string, trigger: string, definition: string): Promise<void> {
    await db.query(`DROP TRIGGER ${trigger} ON ${table}`);
    await db.query(definition);
  }
}

const givingWay = (definition: string): string =>
  / WHEN \(/.test(definition)
    ? definition.replace(/ WHEN \((.*)\) EXECUTE /s, ' WHEN (NOT erasing() AND ($1)) EXECUTE ')
    : definition.replace(' EXECUTE ', ' WHEN (NOT erasing()) EXECUTE ');

const standingFirm = (definition: string): string =>
  definition
    .replace(/ WHEN \(\(NOT (?:\w+\.)?erasing\(\)\)\) EXECUTE /, ' EXECUTE ')
    .replace(/ WHEN \(\(\(NOT (?:\w+\.)?erasing\(\)\) AND (.*)\)\) EXECUTE /s, ' WHEN ($1) EXECUTE ');
