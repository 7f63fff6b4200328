import { Client } from '../lib/http-client.mjs';
import { benchPostgres, productDatabase, startProduct } from '../lib/server.mjs';
import { percentile } from '../lib/statistics.mjs';
import { connected, HR_TOKEN, seedStaff } from '../rules/seed.mjs';

const PEOPLE = 200_000;
const ROUNDS = 40;
const cookie = `readyroom_session=${HR_TOKEN}`;

const PLAIN = `SELECT department_id, program_id, tier, status, count(*) FROM program_standing WHERE counted GROUP BY 1, 2, 3, 4`;

/** Everybody in every program, in all the statuses that a year brings; of a thousand of them the day has come since they were turned. */
const seedStandings = (url, programs) =>
  connected(url, async (client) => {
    for (const [n, id] of programs.entries())
      await client.query(
        `INSERT INTO program_standing (person_id, program_id, department_id, tier, counted, in_progress, due_on, grace_until, valid_until,
           renewal_on, status, changes_on)
         SELECT f.*, program_status(f.in_progress, f.due_on, f.grace_until, f.valid_until, f.renewal_on, '-infinity', false, today),
                program_status_changes_on(f.in_progress, f.due_on, f.grace_until, f.valid_until, f.renewal_on, '-infinity', false, today)
         FROM (
           SELECT id, $1::uuid, department_id, tier, true, i % 3 = 0 AS in_progress,
             current_date + i % 340 - 40 AS due_on, current_date + i % 340 - 26 AS grace_until,
             CASE WHEN i % 4 = 0 THEN '-infinity' ELSE current_date + i % 340 - 40 END AS valid_until,
             CASE WHEN i % 4 = 0 THEN 'infinity' ELSE current_date + i % 340 - 100 END AS renewal_on
           FROM (SELECT *, right(employee_no, 7)::int + $2::int AS i FROM person) p
         ) f(person_id, program_id, department_id, tier, counted, in_progress, due_on, grace_until, valid_until, renewal_on),
           (SELECT current_date - CASE WHEN $2 = 0 THEN 1 ELSE 0 END) AS t(today)`,
        [id, n],
      );
    await client.query('VACUUM ANALYZE');
    const { rows } = await client.query(
      'SELECT count(*)::int AS n FROM program_standing WHERE counted AND changes_on <= current_date',
    );
    return rows[0].n;
  });

/** The board of programs and the people behind it for 200,000 people × 20 programs. */
export async function benchStatusBoard(people = PEOPLE) {
  const postgres = await benchPostgres();
  let product;
  try {
    const url = await productDatabase(postgres, 'board');
    const { programs } = await seedStaff(url, people);
    const waiting = await seedStandings(url, programs);
    const plain = await connected(url, async (client) => {
      const ms = [];
      for (let i = -1; i < 3; i++) {
        const began = performance.now();
        await client.query(PLAIN);
        if (i >= 0) ms.push(performance.now() - began);
      }
      return percentile(ms, 0.5);
    });
    product = await startProduct(url);
    const client = new Client(product.port, 1);
    const times = async (path) => {
      const ms = [];
      for (let i = -5; i < ROUNDS; i++) {
        const answer = await client.request('GET', path, { cookie });
        if (answer.status !== 200) throw new Error(`${path}: ${answer.status}`);
        if (i >= 0) ms.push(answer.ms);
      }
      return { p50: percentile(ms, 0.5), p95: percentile(ms, 0.95) };
    };
    const { body: board } = await client.request('GET', '/api/certification/board', { cookie });
    const results = [];
    for (const [screen, path] of [
      ['board', '/api/certification/board'],
      ['board of one department', `/api/certification/board?departmentId=${board.rows[0].departmentId}`],
      ['people behind it, first page', '/api/certification/people'],
      ['people behind it, last page', `/api/certification/people?page=${Math.ceil(board.total.people / 25)}`],
      ['people behind it, by due day', '/api/certification/people?sort=dueOn'],
      ['people behind it, by end of validity', '/api/certification/people?sort=validUntil'],
      ['overdue, first page by due day', '/api/certification/people?status=overdue&sort=dueOn'],
    ])
      results.push({
        screen,
        rows: board.total.people,
        dayHasCome: waiting,
        ...(await times(path)),
        plainSqlMs: plain,
      });
    client.close();
    return results;
  } finally {
    await product?.stop();
    await postgres.stop();
  }
}
