import { createHash } from 'node:crypto';
import pg from 'pg';

export const HR_TOKEN = 'bench-hr-session';

/** `people` in 45 departments of three levels, each with all courses: a third not begun, a third in progress, a third completed. */
export async function seedCompany(url, people) {
  const client = new pg.Client({ connectionString: url, options: '-c search_path=readyroom,public' });
  await client.connect();
  try {
    await client.query(`
      WITH top AS (
        INSERT INTO department (id, name, path, lineage)
        SELECT id, 'D' || i, 'D' || i, ARRAY[id] FROM (SELECT i, uuidv7() AS id FROM generate_series(1, 9) i) t RETURNING id, path)
      INSERT INTO department (id, parent_id, name, path, lineage)
      SELECT t.id, t.parent, 'T' || t.i, t.path || '/T' || t.i, ARRAY[t.parent, t.id]
      FROM (SELECT top.id AS parent, top.path, i, uuidv7() AS id FROM top, generate_series(1, 4) i) t`);
    await client.query(
      `WITH d AS (SELECT array_agg(id ORDER BY path) AS ids FROM department)
       INSERT INTO person (employee_no, name, email, department_id, tier, created_at, updated_at)
       SELECT lpad(i::text, 7, '0'),
              substr('王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗', 1 + i % 20, 1) || chr(19968 + (i * 37) % 2000) || chr(19968 + (i * 91) % 3000),
              'p' || i || '@example.com', d.ids[1 + i % 45],
              (CASE WHEN i % 77 = 0 THEN 'executive' WHEN i % 10 = 0 THEN 'manager' ELSE 'frontline' END)::tier, now(), now()
       FROM d, generate_series(1, $1::int) i`,
      [people],
    );
    await client.query(`
      INSERT INTO enrolment (person_id, course_id, version_id, tier, percent, started_at, last_activity_at)
      SELECT p.id, c.id, c.published_version_id, p.tier, (CASE WHEN (p.employee_no::int + c.position) % 3 = 1 THEN 40 ELSE 100 END), now(), now()
      FROM person p, course c WHERE (p.employee_no::int + c.position) % 3 > 0`);
    await client.query(`
      INSERT INTO completion (person_id, course_id, version_id, enrolment_id, tier, department_id, score_percent, completed_at)
      SELECT e.person_id, e.course_id, e.version_id, e.id, e.tier, p.department_id, 80, now() FROM enrolment e JOIN person p ON p.id = e.person_id
      WHERE e.percent = 100`);
    await client.query(`
      INSERT INTO standing (person_id, course_id, department_id, tier, counted, progress, due_on, completed_at)
      SELECT p.id, c.id, p.department_id, p.tier, true,
             (ARRAY['not_started', 'in_progress', 'completed'])[1 + (p.employee_no::int + c.position) % 3],
             CASE WHEN p.employee_no::int % 2 = 0 THEN current_date - 3 ELSE current_date + 20 END,
             CASE WHEN (p.employee_no::int + c.position) % 3 = 2 THEN now() END
      FROM person p, course c`);
    await client.query(`UPDATE person SET roles = '{employee,hr}' WHERE employee_no = '0000001'`);
    await client.query(
      `INSERT INTO credential (person_id, password_hash, temporary, changed_at) SELECT id, 'none', false, now() FROM person WHERE employee_no = '0000001'`,
    );
    await client.query(
      `INSERT INTO session (token_hash, person_id, created_at, last_seen_at, expires_at)
       SELECT $1, id, now(), now(), now() + interval '1 day' FROM person WHERE employee_no = '0000001'`,
      [createHash('sha256').update(HR_TOKEN).digest()],
    );
    await client.query('VACUUM ANALYZE');
  } finally {
    await client.end();
  }
}
