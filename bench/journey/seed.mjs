import { createHash } from 'node:crypto';
import pg from 'pg';
import { hashPassword } from '../../api/dist/modules/auth/passwords.js';

export const PASSWORD = 'bench-password-2026';
export const tokenOf = (i) => `bench-token-${i}`;
export const employeeNo = (i) => `B${String(i).padStart(6, '0')}`;

/**
 * `count` frontline people with a password and a session each, assigned the first course, begun, with every lesson done
 * but the last: what each journey then does is what a person does in one sitting.
 */
export async function seedLearners(url, count) {
  const client = new pg.Client({ connectionString: url, options: '-c search_path=readyroom,public' });
  await client.connect();
  try {
    return await seed(client, count);
  } finally {
    await client.end();
  }
}

async function seed(client, count) {
  const hash = await hashPassword(PASSWORD);
  await client.query(
    `INSERT INTO department (id, name, path, lineage) SELECT id, 'Bench', 'Bench', ARRAY[id] FROM (SELECT uuidv7() AS id) d`,
  );
  await client.query(
    `INSERT INTO person (employee_no, name, email, department_id, tier, created_at, updated_at)
     SELECT 'B' || lpad(i::text, 6, '0'), '学员' || i, 'b' || i || '@example.com', (SELECT id FROM department), 'frontline', now(), now()
     FROM generate_series(0, $1::int - 1) i`,
    [count],
  );
  await client.query(
    `INSERT INTO credential (person_id, password_hash, temporary, changed_at) SELECT id, $1, false, now() FROM person`,
    [hash],
  );
  const tokens = Array.from({ length: count }, (_, i) => createHash('sha256').update(tokenOf(i)).digest());
  await client.query(
    `INSERT INTO session (token_hash, person_id, created_at, last_seen_at, expires_at)
     SELECT t.hash, p.id, now(), now(), now() + interval '1 day'
     FROM unnest($1::bytea[]) WITH ORDINALITY AS t (hash, i) JOIN person p ON p.employee_no = 'B' || lpad((t.i - 1)::text, 6, '0')`,
    [tokens],
  );
  const { rows } = await client.query(
    `SELECT c.id AS course, q.id AS quiz, c.published_version_id AS version,
       (SELECT json_agg(json_build_object('id', l.id, 'block', (SELECT b->>'id' FROM jsonb_array_elements(l.blocks) b
          WHERE b->'tiers' = 'null' OR b->'tiers' IS NULL OR b->'tiers' ? 'frontline' LIMIT 1)) ORDER BY l.position)
        FROM lesson l WHERE l.version_id = c.published_version_id AND (l.tiers IS NULL OR 'frontline' = ANY(l.tiers)) AND l.case_graph IS NULL) AS plain,
       (SELECT json_agg(json_build_object('id', l.id, 'block', l.blocks->0->>'id'))
        FROM lesson l WHERE l.version_id = c.published_version_id AND (l.tiers IS NULL OR 'frontline' = ANY(l.tiers)) AND l.case_graph IS NOT NULL) AS cases
     FROM course c JOIN quiz q ON q.version_id = c.published_version_id ORDER BY c.position LIMIT 1`,
  );
  const { course, quiz, version, plain, cases } = rows[0];
  const last = plain.at(-1);
  const done = [...plain.slice(0, -1), ...(cases ?? [])];
  await client.query(
    `WITH rule AS (
       INSERT INTO audience_rule (name, everybody, tiers, department_ids, joiners_due_days, created_by, created_at)
       SELECT 'bench', true, '{}', '{}', 14, id, now() FROM person LIMIT 1 RETURNING id)
     INSERT INTO audience_rule_course (rule_id, course_id, position) SELECT id, $1, 1 FROM rule`,
    [course],
  );
  await client.query(
    `INSERT INTO assignment (rule_id, person_id, course_id, due_on, assigned_at)
     SELECT r.rule_id, p.id, $1, current_date + 20, now() FROM audience_rule_course r, person p`,
    [course],
  );
  await client.query(
    `INSERT INTO enrolment (person_id, course_id, version_id, tier, started_at, last_activity_at) SELECT id, $1, $2, 'frontline', now(), now() FROM person`,
    [course, version],
  );
  for (const lesson of done)
    await client.query(
      `INSERT INTO lesson_progress (enrolment_id, lesson_id, last_block_id, percent, seq, started_at, updated_at, done_at, case_played_at)
       SELECT id, $1, $2, 100, 1, now(), now(), now(), now() FROM enrolment`,
      [lesson.id, lesson.block],
    );
  await client.query(
    `INSERT INTO standing (person_id, course_id, department_id, tier, counted, progress, due_on)
     SELECT id, $1, department_id, tier, true, 'in_progress', current_date + 20 FROM person`,
    [course],
  );
  await client.query('ANALYZE');
  return { course, quiz, lesson: last };
}
