import { createHash } from 'node:crypto';
import pg from 'pg';

const sha256 = (text) => createHash('sha256').update(text).digest();
const token = (i) => `bench-drill-${i}`;
export const cookieOf = (i) => `readyroom_session=${token(i)}`;

/** A trainer (number 0) and `count` employees, all signed in; answers their ids and the scenario to play. */
export async function seedPeople(url, count) {
  const client = new pg.Client({ connectionString: url, options: '-c search_path=readyroom,public' });
  await client.connect();
  try {
    await client.query(
      `INSERT INTO department (id, name, path, lineage) SELECT id, 'Bench', 'Bench', ARRAY[id] FROM (SELECT uuidv7() AS id) d`,
    );
    const { rows: people } = await client.query(
      `INSERT INTO person (employee_no, name, department_id, tier, roles, created_at, updated_at)
       SELECT 'D' || lpad(i::text, 6, '0'), '学员' || i, (SELECT id FROM department), 'frontline',
         CASE WHEN i = 0 THEN '{employee,trainer}'::text[] ELSE '{employee}' END, now(), now()
       FROM generate_series(0, $1::int) i RETURNING id, employee_no`,
      [count],
    );
    people.sort((a, b) => (a.employee_no < b.employee_no ? -1 : 1));
    await client.query(
      `INSERT INTO credential (person_id, password_hash, temporary, changed_at) SELECT id, 'none', false, now() FROM person`,
    );
    await client.query(
      `INSERT INTO session (token_hash, person_id, created_at, last_seen_at, expires_at)
       SELECT hash, person, now(), now(), now() + interval '1 day' FROM unnest($1::bytea[], $2::uuid[]) AS t (hash, person)`,
      [people.map((_, i) => sha256(token(i))), people.map(({ id }) => id)],
    );
    const { rows: scenarios } = await client.query(
      `SELECT s.id, v.document FROM scenario s JOIN scenario_version v ON v.id = s.published_version_id ORDER BY s.slug LIMIT 1`,
    );
    await client.query('ANALYZE');
    return { people: people.map(({ id }) => id), scenario: scenarios[0] };
  } finally {
    await client.end();
  }
}

/** Which of these requests are in the log of a run, by the name their sender gave them; a name counts as often as it is there. */
export async function recorded(url, runId) {
  const client = new pg.Client({ connectionString: url, options: '-c search_path=readyroom,public' });
  await client.connect();
  try {
    const { rows } = await client.query(
      'SELECT client_id FROM drill_log WHERE run_id = $1 AND client_id IS NOT NULL',
      [runId],
    );
    return rows.map((row) => row.client_id);
  } finally {
    await client.end();
  }
}
