import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Scenarios with immutable versions. A run keeps its version for good, so versions are retired and never deleted. */
export class Scenarios1764000000000 implements MigrationInterface {
  name = 'Scenarios1764000000000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE scenario (
        id   uuid PRIMARY KEY,
        slug text NOT NULL UNIQUE,
        published_version_id uuid
      )`);
    await db.query(`
      CREATE TABLE scenario_version (
        id           uuid PRIMARY KEY DEFAULT uuidv7(),
        scenario_id  uuid NOT NULL REFERENCES scenario(id),
        number       int NOT NULL,
        content_hash text NOT NULL,
        status       text NOT NULL CHECK (status IN ('draft', 'published', 'retired')),
        origin       text NOT NULL CHECK (origin IN ('content', 'msel', 'pack')),
        document     jsonb NOT NULL,
        imported_at  timestamptz NOT NULL,
        imported_by  uuid REFERENCES person(id),
        published_at timestamptz,
        published_by uuid REFERENCES person(id),
        UNIQUE (scenario_id, number)
      )`);
    await db.query(`COMMENT ON COLUMN scenario_version.origin IS
      'Where the version came from: the content folder, an MSEL spreadsheet, or a pack; each has a draft of its own'`);
    await db.query(`COMMENT ON COLUMN scenario_version.document IS 'ScenarioDocument of the contract'`);
    await db.query(
      `CREATE UNIQUE INDEX scenario_version_draft ON scenario_version (scenario_id, origin) WHERE status = 'draft'`,
    );
    await db.query(
      `CREATE UNIQUE INDEX scenario_version_published ON scenario_version (scenario_id) WHERE status = 'published'`,
    );
    await db.query(`
      ALTER TABLE scenario ADD FOREIGN KEY (published_version_id) REFERENCES scenario_version(id)`);
    await db.query(`
      CREATE FUNCTION scenario_version_unchanged() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF (NEW.document, NEW.content_hash, NEW.scenario_id, NEW.number)
           IS DISTINCT FROM (OLD.document, OLD.content_hash, OLD.scenario_id, OLD.number) THEN
          RAISE EXCEPTION 'A version of a scenario never changes';
        END IF;
        RETURN NEW;
      END $$`);
    await db.query(`
      CREATE TRIGGER scenario_version_unchanged BEFORE UPDATE ON scenario_version
      FOR EACH ROW EXECUTE FUNCTION scenario_version_unchanged()`);
    await db.query(`
      CREATE TABLE msel_import (
        id              uuid PRIMARY KEY DEFAULT uuidv7(),
        scenario_id     uuid NOT NULL REFERENCES scenario(id),
        base_version_id uuid NOT NULL REFERENCES scenario_version(id),
        status          text NOT NULL CHECK (status IN ('ready', 'blocked', 'committed')),
        report          jsonb NOT NULL,
        document        jsonb,
        created_by      uuid NOT NULL REFERENCES person(id),
        created_at      timestamptz NOT NULL,
        committed_at    timestamptz,
        version_id      uuid REFERENCES scenario_version(id)
      )`);
    await db.query(
      `COMMENT ON COLUMN msel_import.document IS 'What a commit would make a version of; gone once it has, or when rows are wrong'`,
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE msel_import`);
    await db.query(`ALTER TABLE scenario DROP COLUMN published_version_id`);
    await db.query(`DROP TABLE scenario_version`);
    await db.query(`DROP FUNCTION scenario_version_unchanged`);
    await db.query(`DROP TABLE scenario`);
  }
}
