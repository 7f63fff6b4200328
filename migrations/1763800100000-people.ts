import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Departments, people, how they sign in, roster imports. */
export class People1763800100000 implements MigrationInterface {
  name = 'People1763800100000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`CREATE TYPE tier AS ENUM ('executive', 'manager', 'frontline')`);
    await db.query(`
      CREATE TABLE department (
        id         uuid PRIMARY KEY DEFAULT uuidv7(),
        parent_id  uuid REFERENCES department(id),
        name       text NOT NULL,
        path       text NOT NULL UNIQUE,
        lineage    uuid[] NOT NULL,
        UNIQUE NULLS NOT DISTINCT (parent_id, name)
      )`);
    await db.query(`COMMENT ON COLUMN department.path IS 'Names from the root joined by /'`);
    await db.query(
      `COMMENT ON COLUMN department.lineage IS 'Ids from the root to the department itself: the sub-tree of X is lineage @> {X}'`,
    );
    await db.query(`CREATE INDEX department_lineage ON department USING gin (lineage)`);
    await db.query(`
      CREATE TABLE person (
        id            uuid PRIMARY KEY DEFAULT uuidv7(),
        employee_no   text NOT NULL UNIQUE,
        name          text NOT NULL COLLATE zh_pinyin,
        english_name  text,
        name_initials text NOT NULL DEFAULT '',
        email         text,
        phone         text,
        department_id uuid NOT NULL REFERENCES department(id),
        position      text,
        tier          tier NOT NULL,
        manager_id    uuid REFERENCES person(id),
        hire_date     date,
        location      text,
        time_zone     text,
        locale        text NOT NULL DEFAULT 'zh-CN' CHECK (locale IN ('zh-CN', 'en')),
        status        text NOT NULL DEFAULT 'active' CHECK (status IN ('active', 'left')),
        roles         text[] NOT NULL DEFAULT '{employee}' CHECK (roles <@ '{employee,trainer,hr,admin,auditor}' AND cardinality(roles) > 0),
        scope_department_id uuid REFERENCES department(id),
        demo          boolean NOT NULL DEFAULT false,
        last_sign_in_at timestamptz,
        created_at    timestamptz NOT NULL,
        updated_at    timestamptz NOT NULL
      )`);
    await db.query(
      `COMMENT ON COLUMN person.name_initials IS 'Lower-case pinyin initials for search: zw finds 张伟'`,
    );
    await db.query(`CREATE UNIQUE INDEX person_email ON person (lower(email))`);
    await db.query(`CREATE INDEX person_name ON person (name, id)`);
    await db.query(`CREATE INDEX person_department ON person (department_id, tier) WHERE status = 'active'`);
    await db.query(`CREATE INDEX person_manager ON person (manager_id)`);
    await db.query(`
      CREATE TABLE credential (
        person_id     uuid PRIMARY KEY REFERENCES person(id) ON DELETE CASCADE,
        password_hash text NOT NULL,
        temporary     boolean NOT NULL,
        expires_at    timestamptz,
        changed_at    timestamptz NOT NULL
      )`);
    await db.query(`
      CREATE TABLE sign_in_link (
        token_hash bytea PRIMARY KEY,
        person_id  uuid NOT NULL REFERENCES person(id) ON DELETE CASCADE,
        issued_by  uuid REFERENCES person(id),
        issued_at  timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        used_at    timestamptz
      )`);
    await db.query(`CREATE INDEX sign_in_link_person ON sign_in_link (person_id)`);
    await db.query(`
      CREATE TABLE session (
        id           uuid PRIMARY KEY DEFAULT uuidv7(),
        token_hash   bytea NOT NULL UNIQUE,
        person_id    uuid NOT NULL REFERENCES person(id) ON DELETE CASCADE,
        created_at   timestamptz NOT NULL,
        last_seen_at timestamptz NOT NULL,
        expires_at   timestamptz NOT NULL,
        by_link      boolean NOT NULL DEFAULT false
      )`);
    await db.query(`CREATE INDEX session_person ON session (person_id)`);
    await db.query(`
      CREATE TABLE throttle (
        key          text PRIMARY KEY,
        failures     int NOT NULL,
        window_start timestamptz NOT NULL,
        blocked_until timestamptz
      )`);
    await db.query(`
      CREATE TABLE people_import (
        id           uuid PRIMARY KEY DEFAULT uuidv7(),
        created_by   uuid NOT NULL REFERENCES person(id),
        created_at   timestamptz NOT NULL,
        committed_at timestamptz,
        status       text NOT NULL CHECK (status IN ('ready', 'blocked', 'committed')),
        report       jsonb NOT NULL,
        header       jsonb NOT NULL,
        fingerprint  text NOT NULL,
        scope_department_id uuid
      )`);
    await db.query(
      `COMMENT ON COLUMN people_import.report IS 'The contract shape PeopleImport without id, status and dates'`,
    );
    await db.query(
      `COMMENT ON COLUMN people_import.fingerprint IS 'Of the plan that was previewed: a commit that would do anything else is refused'`,
    );
    await db.query(
      `COMMENT ON COLUMN people_import.scope_department_id IS 'Limit of whoever uploaded it at that time; no foreign key, it may outlive the department'`,
    );
    await db.query(`
      CREATE TABLE people_import_row (
        import_id uuid NOT NULL REFERENCES people_import(id) ON DELETE CASCADE,
        line      int NOT NULL,
        action    text NOT NULL CHECK (action IN ('create', 'update', 'unchanged', 'error')),
        cells     jsonb NOT NULL,
        errors    jsonb NOT NULL DEFAULT '[]',
        PRIMARY KEY (import_id, line)
      )`);
  }

  async down(db: QueryRunner): Promise<void> {
    for (const table of [
      'people_import_row',
      'people_import',
      'throttle',
      'session',
      'sign_in_link',
      'credential',
      'person',
      'department',
    ])
      await db.query(`DROP TABLE ${table}`);
    await db.query(`DROP TYPE tier`);
  }
}
