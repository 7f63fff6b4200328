import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who reminded whom of their team, and of what: once a day and person, whoever of their managers is first. */
export class TeamReminders1764100500000 implements MigrationInterface {
  name = 'TeamReminders1764100500000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE team_reminder (
        person_id  uuid NOT NULL REFERENCES person(id),
        day        date NOT NULL,
        manager_id uuid NOT NULL REFERENCES person(id),
        at         timestamptz NOT NULL,
        about      jsonb NOT NULL,
        PRIMARY KEY (person_id, day)
      )`);
    await db.query(
      `COMMENT ON COLUMN team_reminder.about IS 'Ids of the programs and courses that were named'`,
    );
    await db.query(`CREATE INDEX team_reminder_manager ON team_reminder (manager_id)`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE team_reminder`);
  }
}
