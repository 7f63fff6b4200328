import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The first notice on personal data comes with the product: nobody published it. */
export class NoticeOfProduct1764100750000 implements MigrationInterface {
  name = 'NoticeOfProduct1764100750000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE privacy_notice ALTER COLUMN published_by DROP NOT NULL`);
    await db.query(`COMMENT ON COLUMN privacy_notice.published_by IS 'Null = it came with the product'`);
  }

  /** Whoever administers took it over by leaving it. Where there are no people, nobody has read it. */
  async down(db: QueryRunner): Promise<void> {
    await db.query(`UPDATE privacy_notice SET published_by = (
      SELECT id FROM person ORDER BY 'admin' = ANY(roles) DESC, created_at, id LIMIT 1) WHERE published_by IS NULL`);
    await db.query(`DELETE FROM privacy_notice WHERE published_by IS NULL`);
    await db.query(`COMMENT ON COLUMN privacy_notice.published_by IS NULL`);
    await db.query(`ALTER TABLE privacy_notice ALTER COLUMN published_by SET NOT NULL`);
  }
}
