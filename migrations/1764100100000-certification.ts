import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The facts that a status follows from, as arguments of the two functions and as columns of program_standing. */
const FACTS = [
  ['in_progress', 'boolean'],
  ['due_on', 'date'],
  ['grace_until', 'date'],
  ['valid_until', 'date'],
  ['renewal_on', 'date'],
  ['waived_until', 'date'],
  ['revoked', 'boolean'],
] as const;
const parameters = FACTS.map(([name, type]) => `${name} ${type}`).join(', ');
const counted = (sign: string): string =>
  `SELECT department_id, program_id, tier, status, sum(n)::int AS people FROM (${sign}) change
   GROUP BY 1, 2, 3, 4 HAVING sum(n) <> 0 ORDER BY 1, 2, 3, 4`;
const rows = (table: string, n: string): string =>
  `SELECT department_id, program_id, tier, status, ${n} AS n FROM ${table} WHERE counted`;

/**
 * Certification periods, waivers, and where each person stands in each program. A status depends on the day; the one
 * stored is that of the day it was worked out, together with the next day on which it changes by itself, so that a
 * board reads a few counts and puts right only those whose day has come.
 */
export class Certification1764100100000 implements MigrationInterface {
  name = 'Certification1764100100000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE certification_period (
        id           uuid PRIMARY KEY DEFAULT uuidv7(),
        person_id    uuid NOT NULL REFERENCES person(id),
        program_id   uuid NOT NULL REFERENCES program(id),
        number       int NOT NULL,
        path         text NOT NULL CHECK (path IN ('full', 'refresher')),
        opens_on     date NOT NULL,
        due_on       date,
        pulled_forward jsonb,
        version_id   uuid REFERENCES program_version(id),
        completed_on date,
        completed_at timestamptz,
        valid_from   date,
        valid_until  date,
        anchor_on    date,
        cycle        int,
        validity_months int,
        revoked_at   timestamptz,
        revoked_by   uuid REFERENCES person(id),
        revoked_reason text,
        UNIQUE (person_id, program_id, number),
        CHECK ((completed_at IS NULL) = (version_id IS NULL) AND (completed_at IS NULL) = (valid_from IS NULL)
               AND (completed_at IS NULL) = (anchor_on IS NULL) AND (completed_at IS NOT NULL OR revoked_at IS NULL))
      )`);
    await db.query(
      `COMMENT ON TABLE certification_period IS 'One time that a program was, or is to be, completed. A person who has never completed it has no row: their first period follows from the assignment'`,
    );
    await db.query(
      `COMMENT ON COLUMN certification_period.opens_on IS 'What is done from this day on counts'`,
    );
    await db.query(
      `COMMENT ON COLUMN certification_period.valid_until IS 'Last valid day, infinity = for ever; anchor_on, cycle and validity_months say what it was counted from'`,
    );
    await db.query(
      `CREATE UNIQUE INDEX certification_period_open ON certification_period (person_id, program_id) WHERE completed_at IS NULL`,
    );
    await db.query(
      `CREATE INDEX certification_period_program ON certification_period (program_id, valid_until)`,
    );
    await db.query(`
      CREATE FUNCTION certification_period_keep() RETURNS trigger LANGUAGE plpgsql AS $fn$
      BEGIN
        IF TG_OP = 'DELETE' THEN
          RAISE EXCEPTION 'a completed certification period is never deleted' USING ERRCODE = 'restrict_violation';
        END IF;
        IF to_jsonb(NEW) - '{revoked_at,revoked_by,revoked_reason}'::text[]
           IS DISTINCT FROM to_jsonb(OLD) - '{revoked_at,revoked_by,revoked_reason}'::text[] OR OLD.revoked_at IS NOT NULL THEN
          RAISE EXCEPTION 'a completed certification period is never changed, only revoked once' USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN NEW;
      END $fn$`);
    await db.query(`CREATE TRIGGER certification_period_kept BEFORE UPDATE OR DELETE ON certification_period
      FOR EACH ROW WHEN (OLD.completed_at IS NOT NULL) EXECUTE FUNCTION certification_period_keep()`);
    await db.query(`
      CREATE TABLE waiver (
        id         uuid PRIMARY KEY DEFAULT uuidv7(),
        person_id  uuid NOT NULL REFERENCES person(id),
        program_id uuid NOT NULL REFERENCES program(id),
        kind       text NOT NULL CHECK (kind IN ('waiver', 'extension')),
        until      date NOT NULL,
        period     int NOT NULL,
        reason     text NOT NULL,
        created_by uuid NOT NULL REFERENCES person(id),
        created_at timestamptz NOT NULL,
        ended_by   uuid REFERENCES person(id),
        ended_at   timestamptz
      )`);
    await db.query(
      `COMMENT ON COLUMN waiver.period IS 'Number of the period it was given in; an extension is of that period alone'`,
    );
    await db.query(`CREATE INDEX waiver_person ON waiver (person_id, program_id)`);

    await db.query(`
      CREATE FUNCTION program_status(${parameters}, today date) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $fn$
        SELECT CASE
          WHEN waived_until >= today THEN 'waived'
          WHEN revoked THEN 'revoked'
          WHEN valid_until >= today AND renewal_on > today THEN 'compliant'
          WHEN valid_until >= today THEN 'expiring_soon'
          WHEN due_on < today AND grace_until >= today THEN 'in_grace'
          WHEN due_on < today THEN 'overdue'
          WHEN valid_until > '-infinity' THEN 'in_grace'
          WHEN in_progress THEN 'in_progress'
          ELSE 'not_started'
        END
      $fn$`);
    await db.query(`
      CREATE FUNCTION program_status_changes_on(${parameters}, today date) RETURNS date LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $fn$
        SELECT coalesce(min(day), 'infinity') FROM (VALUES
          (CASE WHEN waived_until < 'infinity' THEN waived_until + 1 END), (renewal_on),
          (CASE WHEN valid_until < 'infinity' THEN valid_until + 1 END),
          (CASE WHEN due_on < 'infinity' THEN due_on + 1 END),
          (CASE WHEN grace_until < 'infinity' THEN grace_until + 1 END)) AS v(day) WHERE day > today
      $fn$`);
    await db.query(`
      CREATE TABLE program_standing (
        person_id     uuid NOT NULL,
        program_id    uuid NOT NULL,
        department_id uuid NOT NULL,
        tier          tier NOT NULL,
        counted       boolean NOT NULL,
        in_progress   boolean NOT NULL,
        due_on        date NOT NULL DEFAULT 'infinity',
        grace_until   date NOT NULL DEFAULT 'infinity',
        valid_until   date NOT NULL DEFAULT '-infinity',
        renewal_on    date NOT NULL DEFAULT 'infinity',
        waived_until  date NOT NULL DEFAULT '-infinity',
        revoked       boolean NOT NULL DEFAULT false,
        status        text NOT NULL,
        changes_on    date NOT NULL,
        PRIMARY KEY (person_id, program_id)
      )`);
    await db.query(
      `COMMENT ON TABLE program_standing IS 'Derived: one row per person and program that is or was assigned; see the standings module'`,
    );
    await db.query(
      `COMMENT ON COLUMN program_standing.status IS 'As of the day it was worked out; right until the day before changes_on'`,
    );
    await db.query(
      `CREATE INDEX program_standing_cell ON program_standing (program_id, department_id, status) WHERE counted`,
    );
    await db.query(`CREATE INDEX program_standing_change ON program_standing (changes_on) WHERE counted`);
    await db.query(`
      CREATE TABLE program_standing_count (
        department_id uuid NOT NULL,
        program_id    uuid NOT NULL,
        tier          tier NOT NULL,
        status        text NOT NULL,
        people        int NOT NULL,
        PRIMARY KEY (department_id, program_id, tier, status)
      ) WITH (fillfactor = 70)`);
    const add = (what: string): string => `INSERT INTO program_standing_count AS c ${counted(what)}
      ON CONFLICT (department_id, program_id, tier, status) DO UPDATE SET people = c.people + excluded.people;`;
    await db.query(`
      CREATE FUNCTION program_standing_counts_apply() RETURNS trigger LANGUAGE plpgsql AS $fn$
      BEGIN
        IF TG_OP = 'INSERT' THEN ${add(rows('new_rows', '1'))}
        ELSIF TG_OP = 'DELETE' THEN ${add(rows('old_rows', '-1'))}
        ELSE ${add(`${rows('new_rows', '1')} UNION ALL ${rows('old_rows', '-1')}`)}
        END IF;
        RETURN NULL;
      END $fn$`);
    await db.query(`CREATE TRIGGER program_standing_inserted AFTER INSERT ON program_standing REFERENCING NEW TABLE AS new_rows
      FOR EACH STATEMENT EXECUTE FUNCTION program_standing_counts_apply()`);
    await db.query(`CREATE TRIGGER program_standing_updated AFTER UPDATE ON program_standing REFERENCING NEW TABLE AS new_rows OLD TABLE AS old_rows
      FOR EACH STATEMENT EXECUTE FUNCTION program_standing_counts_apply()`);
    await db.query(`CREATE TRIGGER program_standing_deleted AFTER DELETE ON program_standing REFERENCING OLD TABLE AS old_rows
      FOR EACH STATEMENT EXECUTE FUNCTION program_standing_counts_apply()`);
  }

  async down(db: QueryRunner): Promise<void> {
    for (const table of ['program_standing_count', 'program_standing', 'waiver', 'certification_period'])
      await db.query(`DROP TABLE ${table}`);
    const types = [...FACTS.map(([, type]) => type), 'date'].join(', ');
    await db.query(`DROP FUNCTION program_standing_counts_apply(), certification_period_keep(),
      program_status(${types}), program_status_changes_on(${types})`);
  }
}
