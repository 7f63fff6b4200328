import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Scenarios from and for other organisations: the own key, the keys of others, and what they sent. */
export class ScenarioPacks1764000500000 implements MigrationInterface {
  name = 'ScenarioPacks1764000500000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE pack_signer (
        id            uuid PRIMARY KEY DEFAULT uuidv7(),
        public_key    text NOT NULL UNIQUE,
        name          text NOT NULL,
        first_seen_at timestamptz NOT NULL,
        trusted_at    timestamptz,
        trusted_by    uuid REFERENCES person(id)
      )`);
    await db.query(`
      CREATE TABLE pack_key (
        singleton   boolean PRIMARY KEY DEFAULT true CHECK (singleton),
        signer_id   uuid NOT NULL REFERENCES pack_signer(id),
        private_key text NOT NULL
      )`);
    await db.query(
      `COMMENT ON TABLE pack_key IS 'What this installation signs with. Read for signing only, shown nowhere'`,
    );
    await db.query(`
      CREATE TABLE scenario_pack (
        id          uuid PRIMARY KEY DEFAULT uuidv7(),
        sha256      text NOT NULL UNIQUE,
        file_name   text NOT NULL,
        signer_id   uuid NOT NULL REFERENCES pack_signer(id),
        manifest    jsonb NOT NULL,
        document    jsonb NOT NULL,
        uploaded_at timestamptz NOT NULL,
        uploaded_by uuid NOT NULL REFERENCES person(id),
        accepted_at timestamptz,
        accepted_by uuid REFERENCES person(id),
        version_id  uuid REFERENCES scenario_version(id),
        CHECK ((accepted_at IS NULL) = (version_id IS NULL))
      )`);
    await db.query(`CREATE INDEX scenario_pack_signer ON scenario_pack (signer_id)`);
  }

  async down(db: QueryRunner): Promise<void> {
    for (const table of ['scenario_pack', 'pack_key', 'pack_signer']) await db.query(`DROP TABLE ${table}`);
  }
}
