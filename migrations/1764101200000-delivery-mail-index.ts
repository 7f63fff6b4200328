import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Most messages never have a mail; only those that do belong in the index that follows a mail to its delivery. */
export class DeliveryMailIndex1764101200000 implements MigrationInterface {
  name = 'DeliveryMailIndex1764101200000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE delivery DROP CONSTRAINT delivery_mail_id_key`);
    await db.query(`CREATE UNIQUE INDEX delivery_mail ON delivery (mail_id) WHERE mail_id IS NOT NULL`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP INDEX delivery_mail`);
    await db.query(`ALTER TABLE delivery ADD CONSTRAINT delivery_mail_id_key UNIQUE (mail_id)`);
  }
}
