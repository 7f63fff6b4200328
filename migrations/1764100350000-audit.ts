import type { MigrationInterface, QueryRunner } from 'typeorm';

interface Watched {
  table: string;
  kind: string;
  /** Column that names the person concerned. */
  person: string | null;
  /** Shown with the value before and after. */
  shown: readonly string[];
  /** Personal: only that it changed is kept, so that erasing a person leaves nothing behind. */
  hidden: readonly string[];
}

/** What is watched row by row; every other writing route leaves one entry of its own. */
const WATCHED: readonly Watched[] = [
  {
    table: 'person',
    kind: 'people',
    person: 'id',
    shown: [
      'department_id',
      'position',
      'tier',
      'manager_id',
      'hire_date',
      'time_zone',
      'locale',
      'status',
      'roles',
      'scope_department_id',
      'tags',
    ],
    hidden: ['employee_no', 'name', 'english_name', 'email', 'phone', 'location'],
  },
  { table: 'department', kind: 'departments', person: null, shown: ['name', 'parent_id'], hidden: [] },
  {
    table: 'audience_rule',
    kind: 'rules',
    person: null,
    shown: [
      'name', 'everybody', 'tiers', 'department_ids', 'condition', 'program_id', 'due_kind', 'due_on', 'due_days',
      'joiners_due_days', 'withdrawn_at',
    ], // prettier-ignore
    hidden: ['note'],
  },
  { table: 'program', kind: 'programs', person: null, shown: ['version_id', 'archived_at'], hidden: [] },
  {
    table: 'waiver',
    kind: 'waivers',
    person: 'person_id',
    shown: ['program_id', 'kind', 'until', 'ended_at'],
    hidden: ['reason'],
  },
];
/** Rosters make people by the thousand: that they were added is enough, what they were then is in the first change. */
const MADE_AT_ONCE = `'people', 'id', '', ''`;
const list = (columns: readonly string[]): string => columns.join(' ');
const all = ({ shown, hidden }: Watched): string[] => [...shown, ...hidden];

/**
 * The audit trail: who changed what and who looked at whose results. The database writes the changes of the watched
 * tables itself, in the transaction of the change and with the actor that the transaction was opened for.
 */
export class Audit1764100350000 implements MigrationInterface {
  name = 'Audit1764100350000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE audit_entry (
        id          uuid PRIMARY KEY DEFAULT uuidv7(),
        at          timestamptz(3) NOT NULL DEFAULT clock_timestamp(),
        actor_id    uuid,
        action      text NOT NULL,
        kind        text NOT NULL,
        subject     text,
        subject_id  text,
        person_id   uuid,
        changes     jsonb NOT NULL DEFAULT '{}',
        viewed_hour timestamptz,
        transaction xid8 NOT NULL DEFAULT pg_current_xact_id()
      )`);
    await db.query(
      `COMMENT ON TABLE audit_entry IS 'Append-only. No foreign keys: it outlives what it speaks of. People only by their uuid'`,
    );
    await db.query(`COMMENT ON COLUMN audit_entry.actor_id IS 'Null = the product itself'`);
    await db.query(
      `COMMENT ON COLUMN audit_entry.action IS 'Operation of the interface; otherwise create, change or delete'`,
    );
    await db.query(
      `COMMENT ON COLUMN audit_entry.changes IS 'Column to [before, after]; null in place of the pair where the values are personal'`,
    );
    await db.query(`COMMENT ON COLUMN audit_entry.viewed_hour IS 'Set when somebody looked at results'`);
    await db.query(`CREATE INDEX audit_entry_at ON audit_entry (at, id)`);
    await db.query(`CREATE INDEX audit_entry_actor ON audit_entry (actor_id, at)`);
    await db.query(
      `CREATE INDEX audit_entry_person ON audit_entry (person_id, at) WHERE person_id IS NOT NULL`,
    );
    await db.query(`CREATE INDEX audit_entry_transaction ON audit_entry (transaction)`);
    await db.query(`CREATE UNIQUE INDEX audit_entry_view ON audit_entry (actor_id, action, subject_id, viewed_hour)
      NULLS NOT DISTINCT WHERE viewed_hour IS NOT NULL`);
    await db.query(`
      CREATE FUNCTION audit_keep() RETURNS trigger LANGUAGE plpgsql AS $fn$
      BEGIN
        RAISE EXCEPTION 'audit_entry is only ever added to' USING ERRCODE = 'restrict_violation';
      END $fn$`);
    await db.query(
      `CREATE TRIGGER audit_entry_kept BEFORE UPDATE OR DELETE ON audit_entry FOR EACH ROW EXECUTE FUNCTION audit_keep()`,
    );
    await db.query(
      `CREATE TRIGGER audit_entry_not_emptied BEFORE TRUNCATE ON audit_entry FOR EACH STATEMENT EXECUTE FUNCTION audit_keep()`,
    );
    await db.query(`
      CREATE FUNCTION audit_changes(was jsonb, is_now jsonb, shown text[], hidden text[]) RETURNS jsonb
      LANGUAGE sql IMMUTABLE AS $fn$
        SELECT coalesce(jsonb_object_agg(key, CASE WHEN key = ANY(hidden) THEN 'null'::jsonb
                 ELSE jsonb_build_array(was->key, is_now->key) END), '{}')
        FROM unnest(shown || hidden) AS key
        WHERE coalesce(was->key, 'null') IS DISTINCT FROM coalesce(is_now->key, 'null')
      $fn$`);
    // Arguments of the trigger: kind, column of the person, shown columns, hidden columns.
    await db.query(`
      CREATE FUNCTION audit_row() RETURNS trigger LANGUAGE plpgsql AS $fn$
      DECLARE
        was jsonb := CASE WHEN TG_OP = 'INSERT' THEN '{}'::jsonb ELSE to_jsonb(OLD) END;
        is_now jsonb := CASE WHEN TG_OP = 'DELETE' THEN '{}'::jsonb ELSE to_jsonb(NEW) END;
        row_is jsonb := CASE WHEN TG_OP = 'DELETE' THEN was ELSE is_now END;
      BEGIN
        INSERT INTO audit_entry (actor_id, action, kind, subject, subject_id, person_id, changes)
        VALUES (nullif(current_setting('readyroom.actor', true), '')::uuid,
          coalesce(nullif(current_setting('readyroom.action', true), ''),
            CASE TG_OP WHEN 'INSERT' THEN 'create' WHEN 'DELETE' THEN 'delete' ELSE 'change' END),
          TG_ARGV[0], TG_TABLE_NAME, row_is->>'id', nullif(row_is->>TG_ARGV[1], '')::uuid,
          audit_changes(was, is_now, string_to_array(TG_ARGV[2], ' '), string_to_array(TG_ARGV[3], ' ')));
        RETURN NULL;
      END $fn$`);
    // Many are made at once by an import: one statement for all of them.
    await db.query(`
      CREATE FUNCTION audit_made() RETURNS trigger LANGUAGE plpgsql AS $fn$
      BEGIN
        INSERT INTO audit_entry (actor_id, action, kind, subject, subject_id, person_id, changes)
        SELECT nullif(current_setting('readyroom.actor', true), '')::uuid,
          coalesce(nullif(current_setting('readyroom.action', true), ''), 'create'), TG_ARGV[0], TG_TABLE_NAME,
          made.it->>'id', nullif(made.it->>TG_ARGV[1], '')::uuid,
          audit_changes('{}', made.it, string_to_array(TG_ARGV[2], ' '), string_to_array(TG_ARGV[3], ' '))
        FROM (SELECT to_jsonb(n) AS it FROM new_rows n) made;
        RETURN NULL;
      END $fn$`);
    for (const watched of WATCHED) {
      const { table, kind, person, shown, hidden } = watched;
      const args = `'${kind}', '${person ?? ''}', '${list(shown)}', '${list(hidden)}'`;
      const pair = (side: string): string =>
        `ROW(${all(watched)
          .map((column) => `${side}.${column}`)
          .join(', ')})`;
      await db.query(`CREATE TRIGGER audit_${table}_made AFTER INSERT ON ${table} REFERENCING NEW TABLE AS new_rows
        FOR EACH STATEMENT EXECUTE FUNCTION audit_made(${table === 'person' ? MADE_AT_ONCE : args})`);
      await db.query(
        `CREATE TRIGGER audit_${table}_deleted AFTER DELETE ON ${table} FOR EACH ROW EXECUTE FUNCTION audit_row(${args})`,
      );
      await db.query(`CREATE TRIGGER audit_${table}_changed AFTER UPDATE ON ${table}
        FOR EACH ROW WHEN (${pair('OLD')} IS DISTINCT FROM ${pair('NEW')}) EXECUTE FUNCTION audit_row(${args})`);
    }
    await db.query(`
      CREATE FUNCTION audit_organisation() RETURNS trigger LANGUAGE plpgsql AS $fn$
      BEGIN
        INSERT INTO audit_entry (actor_id, action, kind, subject, changes)
        VALUES (nullif(current_setting('readyroom.actor', true), '')::uuid,
          coalesce(nullif(current_setting('readyroom.action', true), ''), 'change'), 'settings', 'organisation',
          audit_changes(to_jsonb(OLD), to_jsonb(NEW), '{name,time_zone}', '{}'));
        RETURN NULL;
      END $fn$`);
    await db.query(`CREATE TRIGGER audit_organisation_changed AFTER UPDATE ON organisation FOR EACH ROW
      WHEN (ROW(OLD.name, OLD.time_zone) IS DISTINCT FROM ROW(NEW.name, NEW.time_zone)) EXECUTE FUNCTION audit_organisation()`);
    // What an operation of the interface leaves when it wrote something and no watched table has said what.
    await db.query(`
      CREATE FUNCTION audit_rest(kind text, subject_id text, person_id uuid) RETURNS boolean LANGUAGE plpgsql AS $fn$
      DECLARE mine xid8 := pg_current_xact_id_if_assigned();
      BEGIN
        IF mine IS NULL THEN RETURN false; END IF;
        IF NOT EXISTS (SELECT 1 FROM audit_entry e WHERE e.transaction = mine AND e.at > now() - interval '1 hour') THEN
          INSERT INTO audit_entry (actor_id, action, kind, subject_id, person_id)
          VALUES (nullif(current_setting('readyroom.actor', true), '')::uuid, current_setting('readyroom.action'),
            audit_rest.kind, audit_rest.subject_id, audit_rest.person_id);
        END IF;
        RETURN true;
      END $fn$`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP FUNCTION audit_rest(text, text, uuid)`);
    await db.query(`DROP TRIGGER audit_organisation_changed ON organisation`);
    for (const { table } of WATCHED) {
      await db.query(`DROP TRIGGER audit_${table}_made ON ${table}`);
      await db.query(`DROP TRIGGER audit_${table}_deleted ON ${table}`);
      await db.query(`DROP TRIGGER audit_${table}_changed ON ${table}`);
    }
    await db.query(
      `DROP FUNCTION audit_organisation(), audit_row(), audit_made(), audit_changes(jsonb, jsonb, text[], text[])`,
    );
    await db.query(`DROP TABLE audit_entry`);
    await db.query(`DROP FUNCTION audit_keep()`);
  }
}
