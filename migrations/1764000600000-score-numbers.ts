import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How runs went elsewhere: the newest numbers of each signer and scenario. */
export class ScoreNumbers1764000600000 implements MigrationInterface {
  name = 'ScoreNumbers1764000600000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE score_numbers (
        signer_id   uuid NOT NULL REFERENCES pack_signer(id),
        scenario_id uuid NOT NULL,
        created_at  timestamptz NOT NULL,
        metrics     jsonb NOT NULL,
        uploaded_at timestamptz NOT NULL,
        uploaded_by uuid NOT NULL REFERENCES person(id),
        PRIMARY KEY (scenario_id, signer_id)
      )`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE score_numbers');
  }
}
