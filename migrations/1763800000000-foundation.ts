import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Identifiers, collation and the organisation itself. */
export class Foundation1763800000000 implements MigrationInterface {
  name = 'Foundation1763800000000';

  async up(db: QueryRunner): Promise<void> {
    // PostgreSQL before 18 has no uuidv7(); an own function of that name in our schema covers both.
    await db.query(`
      DO $do$ BEGIN
        IF to_regprocedure('pg_catalog.uuidv7()') IS NULL THEN
          CREATE FUNCTION uuidv7() RETURNS uuid LANGUAGE sql VOLATILE AS $fn$
            SELECT encode(
              set_bit(set_bit(
                overlay(uuid_send(gen_random_uuid())
                  PLACING substring(int8send((extract(epoch FROM clock_timestamp()) * 1000)::bigint) FROM 3)
                  FROM 1 FOR 6),
                52, 1), 53, 1), 'hex')::uuid
          $fn$;
        END IF;
      END $do$`);
    await db.query(`CREATE COLLATION zh_pinyin (provider = icu, locale = 'zh-u-co-pinyin')`);
    await db.query(`
      CREATE TABLE organisation (
        singleton  boolean PRIMARY KEY DEFAULT true CHECK (singleton),
        name       text NOT NULL,
        time_zone  text NOT NULL,
        has_demo_data boolean NOT NULL DEFAULT false
      )`);
    await db.query(`INSERT INTO organisation (name, time_zone) VALUES ('Readyroom', 'Asia/Shanghai')`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE organisation`);
    await db.query(`DROP COLLATION zh_pinyin`);
    await db.query(`DROP FUNCTION IF EXISTS uuidv7()`);
  }
}
