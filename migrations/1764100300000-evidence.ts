import type { MigrationInterface, QueryRunner } from 'typeorm';

const ISO = (column: string): string =>
  `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** Free text is kept beside the chain, where it can be erased; the chain holds only what proves it. */
const digest = (text: string, salt: string): string =>
  `encode(sha256(convert_to(${salt}::text || ':' || ${text}, 'UTF8')), 'hex')`;

/** What each event of the business tables leaves in the chain. One function each, called by a trigger of its table. */
const FUNCTIONS: Record<string, string> = {
  evidence_attempt: `
    INSERT INTO evidence_entry (kind, person_id, course_id, happened_at, payload)
    SELECT 'attempt.finished', NEW.person_id, NEW.course_id, NEW.finished_at, jsonb_build_object(
      'attempt', NEW.id, 'number', NEW.number, 'quiz', NEW.quiz_id, 'tier', NEW.tier,
      'version', v.id, 'versionNumber', v.number, 'contentHash', v.content_hash,
      'startedAt', ${ISO('NEW.started_at')}, 'finishedBy', NEW.finished_by, 'points', NEW.points,
      'maxPoints', NEW.max_points, 'scorePercent', NEW.score_percent, 'passed', NEW.passed,
      'questions', (SELECT jsonb_agg(jsonb_build_object('question', q.question_id, 'version', q.question_version_id,
         'answer', CASE WHEN q.answer->>'type' = 'short' THEN jsonb_build_object('type', 'short',
           'textDigest', ${digest("(q.answer->>'text')", 'NEW.id')}) ELSE q.answer END, 'points', q.points, 'maxPoints', q.max_points) ORDER BY q.position)
         FROM attempt_question q WHERE q.attempt_id = NEW.id))
    FROM course_version v WHERE v.id = NEW.version_id;`,
  evidence_certification: `
    IF NEW.revoked_at IS NOT NULL THEN
      INSERT INTO evidence_entry (kind, person_id, program_id, happened_at, payload)
      VALUES ('certification.revoked', NEW.person_id, NEW.program_id, NEW.revoked_at, jsonb_build_object(
        'period', NEW.id, 'number', NEW.number, 'by', NEW.revoked_by,
        'reasonDigest', ${digest('NEW.revoked_reason', 'NEW.id')}));
    ELSE
      INSERT INTO evidence_entry (kind, person_id, program_id, happened_at, payload)
      SELECT 'certification.completed', NEW.person_id, NEW.program_id, NEW.completed_at, jsonb_build_object(
        'period', NEW.id, 'number', NEW.number, 'path', NEW.path, 'completedOn', NEW.completed_on,
        'validFrom', NEW.valid_from, 'validUntil', NEW.valid_until, 'dueOn', NEW.due_on,
        'version', v.id, 'versionNumber', v.number, 'contentHash', v.hash)
      FROM program_version v WHERE v.id = NEW.version_id;
    END IF;`,
  evidence_waiver: `
    IF TG_OP = 'INSERT' THEN
      INSERT INTO evidence_entry (kind, person_id, program_id, happened_at, payload)
      VALUES ('waiver.given', NEW.person_id, NEW.program_id, NEW.created_at, jsonb_build_object(
        'waiver', NEW.id, 'kind', NEW.kind, 'until', NEW.until, 'period', NEW.period, 'by', NEW.created_by,
        'reasonDigest', ${digest('NEW.reason', 'NEW.id')}));
    ELSE
      INSERT INTO evidence_entry (kind, person_id, program_id, happened_at, payload)
      VALUES ('waiver.ended', NEW.person_id, NEW.program_id, NEW.ended_at,
        jsonb_build_object('waiver', NEW.id, 'kind', NEW.kind, 'by', NEW.ended_by));
    END IF;`,
  evidence_rule: `
    INSERT INTO evidence_entry (kind, rule_id, program_id, happened_at, payload)
    SELECT CASE WHEN r.withdrawn_at IS NULL THEN 'rule.set' ELSE 'rule.withdrawn' END, r.id, r.program_id,
      coalesce(r.withdrawn_at, CASE WHEN TG_OP = 'INSERT' THEN r.created_at ELSE now() END), jsonb_build_object(
        'everybody', r.everybody, 'tiers', to_jsonb(r.tiers), 'departments', to_jsonb(r.department_ids),
        'condition', r.condition, 'scope', r.scope_department_id, 'dueKind', r.due_kind, 'dueOn', r.due_on,
        'dueDays', r.due_days, 'joinersDueDays', r.joiners_due_days,
        'by', CASE WHEN r.withdrawn_at IS NULL THEN r.created_by ELSE r.withdrawn_by END,
        'people', (SELECT count(*) FROM audience_rule_person p WHERE p.rule_id = r.id),
        'courses', (SELECT coalesce(jsonb_agg(c.course_id ORDER BY c.position), '[]') FROM audience_rule_course c WHERE c.rule_id = r.id))
    FROM audience_rule r WHERE r.id = NEW.id;`,
  // A report is worked out anew when its log grows; only a result that differs from the last one is another entry.
  evidence_drill: `
    INSERT INTO evidence_entry (kind, person_id, happened_at, payload)
    SELECT 'drill.rated', NEW.person_id, r.ended_at, n.payload
    FROM drill_run r JOIN drill_report g ON g.run_id = r.id
    CROSS JOIN LATERAL (SELECT jsonb_build_object(
      'run', r.id, 'seat', NEW.seat, 'mode', r.mode, 'scenarioVersion', r.scenario_version_id,
      'scenarioHash', r.scenario_hash, 'engine', r.engine_version, 'finalHash', r.final_hash, 'logHash', g.log_hash,
      'objectives', (SELECT coalesce(jsonb_agg(jsonb_build_object('objective', o.objective, 'met', o.met, 'late', o.late,
        'missed', o.missed, 'suggestion', o.suggestion, 'final', o.final) ORDER BY o.objective), '[]')
        FROM drill_objective o WHERE o.run_id = r.id AND o.seat = NEW.seat)) AS payload) n
    WHERE r.id = NEW.run_id AND r.status = 'ended' AND r.ended_at IS NOT NULL
      AND n.payload IS DISTINCT FROM (
        SELECT e.payload FROM evidence_entry e WHERE e.person_id = NEW.person_id AND e.kind = 'drill.rated'
          AND e.payload->>'run' = r.id::text AND e.payload->>'seat' = NEW.seat ORDER BY e.id DESC LIMIT 1);`,
};

const DEFERRED: [name: string, table: string, events: string, condition: string, fn: string][] = [
  [
    'evidence_attempt_finished',
    'attempt',
    'UPDATE',
    `OLD.finished_at IS NULL AND NEW.finished_at IS NOT NULL AND NEW.kind = 'graded'`,
    'evidence_attempt',
  ],
  [
    'evidence_period_made',
    'certification_period',
    'INSERT',
    'NEW.completed_at IS NOT NULL',
    'evidence_certification',
  ],
  [
    'evidence_period_changed',
    'certification_period',
    'UPDATE',
    '(OLD.completed_at IS NULL AND NEW.completed_at IS NOT NULL) OR (OLD.revoked_at IS NULL AND NEW.revoked_at IS NOT NULL)',
    'evidence_certification',
  ],
  ['evidence_waived', 'waiver', 'INSERT', 'true', 'evidence_waiver'],
  [
    'evidence_waiver_ended',
    'waiver',
    'UPDATE',
    'OLD.ended_at IS NULL AND NEW.ended_at IS NOT NULL',
    'evidence_waiver',
  ],
  ['evidence_rule_made', 'audience_rule', 'INSERT', 'true', 'evidence_rule'],
  [
    'evidence_rule_changed',
    'audience_rule',
    'UPDATE',
    `to_jsonb(OLD) - '{name,note}'::text[] IS DISTINCT FROM to_jsonb(NEW) - '{name,note}'::text[]`,
    'evidence_rule',
  ],
  ['evidence_drill_rated', 'drill_holder', 'INSERT', 'true', 'evidence_drill'],
];

const COMPLETION = `
  INSERT INTO evidence_entry (kind, person_id, course_id, happened_at, payload)
  SELECT 'course.completed', n.person_id, n.course_id, n.completed_at, jsonb_build_object(
    'completion', n.id, 'enrolment', n.enrolment_id, 'attempt', n.attempt_id, 'tier', n.tier,
    'scorePercent', n.score_percent, 'version', v.id, 'versionNumber', v.number, 'contentHash', v.content_hash)
  FROM new_rows n JOIN course_version v ON v.id = n.version_id;`;

interface Assigning {
  noun: string;
  what: string;
  program: string;
  key: readonly string[];
  /** Which of them: the courses of a program are assigned by assigning the program. */
  only: string;
}

/** Assignments are made by the hundred thousand: one entry a rule and person, by one statement for all of them. */
const assignments = ({ noun, what, program, key, only }: Assigning): string => {
  const note = (kind: string, at: string, from: string, when: string): string => `
    INSERT INTO evidence_entry (kind, person_id, rule_id, program_id, happened_at, payload)
    SELECT '${noun}.${kind}', n.person_id, n.rule_id, ${program}, max(${at}),
      jsonb_build_object(${what}, 'dueOn', min(n.due_on), 'joinedLater', bool_or(n.joined_later))
    FROM ${from} WHERE ${when} AND ${only} GROUP BY n.rule_id, n.person_id ORDER BY n.rule_id, n.person_id;`;
  const both = `new_rows n JOIN old_rows o ON ${key.map((column) => `o.${column} = n.${column}`).join(' AND ')}`;
  const [was, is] = ['o.withdrawn_at IS NULL', 'n.withdrawn_at IS NULL'];
  return `
    IF TG_OP = 'INSERT' THEN ${note('made', 'n.assigned_at', 'new_rows n', is)}
    ELSE
      ${note('made', 'n.assigned_at', both, `NOT (${was}) AND ${is}`)}
      ${note('withdrawn', 'n.withdrawn_at', both, `${was} AND NOT (${is})`)}
      ${note('moved', 'now()', both, `${was} AND ${is} AND o.due_on IS DISTINCT FROM n.due_on`)}
    END IF;`;
};

const BULK = {
  assignment: assignments({
    noun: 'assignment',
    what: `'courses', jsonb_agg(n.course_id ORDER BY n.course_id)`,
    program: 'NULL::uuid',
    key: ['rule_id', 'person_id', 'course_id'],
    only: 'NOT EXISTS (SELECT 1 FROM audience_rule r WHERE r.id = n.rule_id AND r.program_id IS NOT NULL)',
  }),
  program_assignment: assignments({
    noun: 'program',
    what: `'program', max(n.program_id::text)`,
    program: 'max(n.program_id::text)::uuid',
    key: ['rule_id', 'person_id'],
    only: 'true',
  }),
};

/**
 * Evidence: what happened, written by the database in the transaction in which it happened, linked into one chain
 * afterwards, and closed by an anchor every day. Nothing in it is ever changed; see docs/EVIDENCE.md.
 */
export class Evidence1764100300000 implements MigrationInterface {
  name = 'Evidence1764100300000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE evidence_entry (
        id          uuid PRIMARY KEY DEFAULT uuidv7(),
        kind        text NOT NULL,
        person_id   uuid,
        program_id  uuid,
        course_id   uuid,
        rule_id     uuid,
        happened_at timestamptz(3) NOT NULL,
        recorded_at timestamptz(3) NOT NULL DEFAULT clock_timestamp(),
        payload     jsonb NOT NULL,
        seq         bigint CHECK (seq > 0),
        previous    bytea,
        hash        bytea,
        CHECK ((seq IS NULL) = (hash IS NULL) AND (seq IS NULL) = (previous IS NULL))
      )`);
    await db.query(
      `COMMENT ON TABLE evidence_entry IS 'Append-only. No foreign keys: it outlives what it speaks of. People only by their uuid'`,
    );
    await db.query(
      `COMMENT ON COLUMN evidence_entry.seq IS 'Null until linked into the chain; set once together with previous and hash'`,
    );
    await db.query(`CREATE UNIQUE INDEX evidence_entry_seq ON evidence_entry (seq) WHERE seq IS NOT NULL`);
    await db.query(`CREATE INDEX evidence_entry_waiting ON evidence_entry (id) WHERE seq IS NULL`);
    await db.query(`CREATE INDEX evidence_entry_person ON evidence_entry (person_id, id)`);
    await db.query(
      `CREATE INDEX evidence_entry_program ON evidence_entry (program_id, id) WHERE program_id IS NOT NULL`,
    );
    await db.query(
      `CREATE INDEX evidence_entry_rule ON evidence_entry (rule_id, id) WHERE rule_id IS NOT NULL AND person_id IS NULL`,
    );
    await db.query(`
      CREATE TABLE evidence_anchor (
        number    int PRIMARY KEY,
        day       date NOT NULL,
        first_seq bigint NOT NULL UNIQUE,
        last_seq  bigint NOT NULL UNIQUE CHECK (last_seq >= first_seq),
        root      bytea NOT NULL,
        previous  bytea NOT NULL,
        made_at   timestamptz(3) NOT NULL,
        hash      bytea NOT NULL
      )`);
    await db.query(
      `COMMENT ON TABLE evidence_anchor IS 'Append-only: the Merkle root of the entries first_seq to last_seq, linked to the anchor before'`,
    );
    await db.query(`
      CREATE TABLE evidence_bundle (
        id       uuid PRIMARY KEY DEFAULT uuidv7(),
        made_by  uuid NOT NULL,
        made_at  timestamptz(3) NOT NULL,
        about    text NOT NULL CHECK (about IN ('person', 'program', 'everything')),
        subject_id uuid,
        entries  int NOT NULL,
        digest   text NOT NULL
      )`);
    await db.query(
      `COMMENT ON TABLE evidence_bundle IS 'Append-only: what was handed out, with the digest that its last line carries'`,
    );
    await db.query(`
      CREATE FUNCTION evidence_keep() RETURNS trigger LANGUAGE plpgsql AS $fn$
      BEGIN
        IF TG_OP = 'UPDATE' AND TG_TABLE_NAME = 'evidence_entry' THEN
          IF to_jsonb(OLD)->>'seq' IS NULL
             AND to_jsonb(NEW) - '{seq,previous,hash}'::text[] = to_jsonb(OLD) - '{seq,previous,hash}'::text[] THEN
            RETURN NEW;
          END IF;
        END IF;
        RAISE EXCEPTION '% is only ever added to', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
      END $fn$`);
    for (const table of ['evidence_entry', 'evidence_anchor', 'evidence_bundle']) {
      await db.query(
        `CREATE TRIGGER ${table}_kept BEFORE UPDATE OR DELETE ON ${table} FOR EACH ROW EXECUTE FUNCTION evidence_keep()`,
      );
      await db.query(
        `CREATE TRIGGER ${table}_not_emptied BEFORE TRUNCATE ON ${table} FOR EACH STATEMENT EXECUTE FUNCTION evidence_keep()`,
      );
    }
    for (const [name, body] of Object.entries(FUNCTIONS))
      await db.query(
        `CREATE FUNCTION ${name}() RETURNS trigger LANGUAGE plpgsql AS $fn$ BEGIN ${body} RETURN NULL; END $fn$`,
      );
    // Deferred to the commit: the rows that belong to the event (questions, courses, objectives) are all there by then.
    for (const [name, table, events, condition, fn] of DEFERRED)
      await db.query(`CREATE CONSTRAINT TRIGGER ${name} AFTER ${events} ON ${table} DEFERRABLE INITIALLY DEFERRED
        FOR EACH ROW WHEN (${condition}) EXECUTE FUNCTION ${fn}()`);
    await db.query(
      `CREATE FUNCTION evidence_completion() RETURNS trigger LANGUAGE plpgsql AS $fn$ BEGIN ${COMPLETION} RETURN NULL; END $fn$`,
    );
    await db.query(`CREATE TRIGGER evidence_completed AFTER INSERT ON completion REFERENCING NEW TABLE AS new_rows
      FOR EACH STATEMENT EXECUTE FUNCTION evidence_completion()`);
    for (const [table, body] of Object.entries(BULK)) {
      await db.query(
        `CREATE FUNCTION evidence_${table}() RETURNS trigger LANGUAGE plpgsql AS $fn$ BEGIN ${body} RETURN NULL; END $fn$`,
      );
      await db.query(`CREATE TRIGGER evidence_${table}_made AFTER INSERT ON ${table} REFERENCING NEW TABLE AS new_rows
        FOR EACH STATEMENT EXECUTE FUNCTION evidence_${table}()`);
      await db.query(`CREATE TRIGGER evidence_${table}_changed AFTER UPDATE ON ${table}
        REFERENCING NEW TABLE AS new_rows OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION evidence_${table}()`);
    }
  }

  async down(db: QueryRunner): Promise<void> {
    for (const [name, table] of DEFERRED) await db.query(`DROP TRIGGER ${name} ON ${table}`);
    await db.query('DROP TRIGGER evidence_completed ON completion');
    await db.query('DROP FUNCTION evidence_completion()');
    for (const table of Object.keys(BULK)) {
      await db.query(`DROP TRIGGER evidence_${table}_made ON ${table}`);
      await db.query(`DROP TRIGGER evidence_${table}_changed ON ${table}`);
      await db.query(`DROP FUNCTION evidence_${table}()`);
    }
    for (const name of Object.keys(FUNCTIONS)) await db.query(`DROP FUNCTION ${name}()`);
    for (const table of ['evidence_bundle', 'evidence_anchor', 'evidence_entry'])
      await db.query(`DROP TABLE ${table}`);
    await db.query(`DROP FUNCTION evidence_keep()`);
  }
}
