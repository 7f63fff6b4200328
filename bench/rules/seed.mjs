import { createHash } from 'node:crypto';
import { randomUUID } from 'node:crypto';
import pg from 'pg';

export const HR_TOKEN = 'bench-rules-hr-session';
export const PROGRAMS = 20;

export const connected = async (url, work) => {
  const client = new pg.Client({ connectionString: url, options: '-c search_path=readyroom,public' });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
};

/** `people` in 45 departments of two levels with positions, tags and hire dates, an HR person with a session, and 20 programs of one course each. */
export const seedStaff = (url, people) =>
  connected(url, async (client) => {
    await client.query(`
      WITH top AS (
        INSERT INTO department (id, name, path, lineage)
        SELECT id, 'D' || i, 'D' || i, ARRAY[id] FROM (SELECT i, uuidv7() AS id FROM generate_series(1, 9) i) t RETURNING id, path)
      INSERT INTO department (id, parent_id, name, path, lineage)
      SELECT t.id, t.parent, 'T' || t.i, t.path || '/T' || t.i, ARRAY[t.parent, t.id]
      FROM (SELECT top.id AS parent, top.path, i, uuidv7() AS id FROM top, generate_series(1, 4) i) t`);
    await client.query(
      `WITH d AS (SELECT array_agg(id ORDER BY path) AS ids FROM department WHERE path LIKE 'D%')
       INSERT INTO person (employee_no, name, email, department_id, tier, position, tags, hire_date, department_since, created_at, updated_at)
       SELECT 'S' || lpad(i::text, 7, '0'),
              substr('王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗', 1 + i % 20, 1) || chr(19968 + (i * 37) % 2000) || chr(19968 + (i * 91) % 3000),
              's' || i || '@example.com', d.ids[1 + i % 45],
              (CASE WHEN i % 77 = 0 THEN 'executive' WHEN i % 10 = 0 THEN 'manager' ELSE 'frontline' END)::tier,
              (ARRAY['客服专员', '主播', '编辑', '工程师', NULL])[1 + i % 5], CASE WHEN i % 7 = 0 THEN '{night}' ELSE '{}' END::text[],
              current_date - i % 3000, current_date - i % 400, now(), now()
       FROM d, generate_series(1, $1::int) i`,
      [people],
    );
    const { rows: courses } = await client.query(
      'SELECT id FROM course WHERE published_version_id IS NOT NULL ORDER BY position',
    );
    const programs = [];
    for (let n = 0; n < PROGRAMS; n++) {
      const [id, version] = [randomUUID(), randomUUID()];
      const course = courses[n % courses.length].id;
      await client.query('INSERT INTO program (id, slug, created_at) VALUES ($1, $2, now())', [
        id,
        `bench-${n}`,
      ]);
      await client.query(
        `INSERT INTO program_version (id, program_id, number, document, hash, published_at) VALUES ($1, $2, 1, $3, 'bench', now())`,
        [
          version,
          id,
          JSON.stringify({
            title: { zh: `项目${n}`, en: `Program ${n}` },
            summary: { zh: '…', en: '…' },
            path: [{ kind: 'course', key: 'course', requires: [], courseId: course }],
            refresher: [],
            renewal: { validityMonths: 12, windowDays: 60, graceDays: 14, anchor: 'fixed' },
            drillEveryMonths: {},
            refresherDays: null,
          }),
        ],
      );
      await client.query('UPDATE program SET version_id = $2 WHERE id = $1', [id, version]);
      await client.query(`INSERT INTO program_course VALUES ($1, $2, 'full', true)`, [id, course]);
      programs.push(id);
    }
    await client.query(`UPDATE person SET roles = '{employee,hr}' WHERE employee_no = 'S0000001'`);
    await client.query(
      `INSERT INTO credential (person_id, password_hash, temporary, changed_at) SELECT id, 'none', false, now() FROM person WHERE employee_no = 'S0000001'`,
    );
    await client.query(
      `INSERT INTO session (token_hash, person_id, created_at, last_seen_at, expires_at)
       SELECT $1, id, now(), now(), now() + interval '1 day' FROM person WHERE employee_no = 'S0000001'`,
      [createHash('sha256').update(HR_TOKEN).digest()],
    );
    const { rows: departments } = await client.query(
      `SELECT id FROM department WHERE path LIKE 'D%' ORDER BY path`,
    );
    await client.query('VACUUM ANALYZE');
    return { programs, departments: departments.map(({ id }) => id) };
  });

/** A rule's audience on several facts at once; each of the twenty means about a third of the company. */
export const audienceOf = (n, departments) => ({
  everybody: true,
  condition: {
    all: [
      { any: [{ tier: ['manager', 'executive'] }, { position: ['客服专员', '主播'] }, { tag: ['night'] }] },
      { not: { department: departments.slice(n, n + 5) } },
      { any: [{ hired: { from: '2019-01-01', to: null } }, { role: ['hr'] }] },
    ],
  },
});
