import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What waits for its turn at a robot is looked at twice a second, however much has been sent before. */
export class DeliveryRobotOpen1764101200001 implements MigrationInterface {
  name = 'DeliveryRobotOpen1764101200001';

  async up(db: QueryRunner): Promise<void> {
    await db.query(
      `CREATE INDEX delivery_robot_open ON delivery (robot_id, not_before) WHERE channel = 'robot' AND state IN ('planned', 'sending')`,
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP INDEX delivery_robot_open`);
  }
}
