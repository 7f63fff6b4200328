import { clientFor, journey } from '../journey/journey.mjs';
import { seedLearners } from '../journey/seed.mjs';
import { Client } from '../lib/http-client.mjs';
import { benchPostgres, productDatabase, startProduct } from '../lib/server.mjs';
import { closedLoop, median, percentile } from '../lib/statistics.mjs';
import { audienceOf, connected, HR_TOKEN, seedStaff } from './seed.mjs';

const PEOPLE = 100_000;
const WIDTH = 4;
const JOURNEYS = 200;
const cookie = `readyroom_session=${HR_TOKEN}`;

/** Who is meant, and how many of them have the course and the program: the work of a dry run, without what is told of it. */
const PLAIN_DRY_RUN = `
  WITH meant AS MATERIALIZED (
    SELECT p.id, p.tier FROM person p JOIN department d ON d.id = p.department_id
    WHERE p.status = 'active' AND (p.tier IN ('manager', 'executive') OR p.position IN ('客服专员', '主播') OR 'night' = ANY(p.tags))
      AND NOT d.lineage && $1::uuid[] AND p.hire_date >= '2019-01-01')
  SELECT m.tier, count(*), count(s.person_id), count(g.person_id),
         encode(sha256(convert_to(string_agg(m.id::text, ',' ORDER BY m.id), 'UTF8')), 'hex')
  FROM meant m
  LEFT JOIN standing s ON s.person_id = m.id AND s.counted AND s.course_id = (SELECT course_id FROM program_course WHERE program_id = $2)
  LEFT JOIN program_standing g ON g.person_id = m.id AND g.counted AND g.program_id = $2 GROUP BY m.tier`;

/** Every person against twenty conditions, the answer compared with what is assigned: the work of evaluating when little has changed. */
const plainEvaluation = (rules) => `
  SELECT count(*) FROM person p JOIN department d ON d.id = p.department_id
  CROSS JOIN LATERAL (VALUES ${rules
    .map(
      (
        id,
        n,
      ) => `('${id}'::uuid, (p.tier IN ('manager', 'executive') OR p.position IN ('客服专员', '主播') OR 'night' = ANY(p.tags))
        AND NOT d.lineage && (SELECT array_agg(id) FROM (SELECT id FROM department ORDER BY path OFFSET ${n} LIMIT 5) x) AND p.hire_date >= '2019-01-01')`,
    )
    .join(', ')}) AS r(id, meant)
  LEFT JOIN program_assignment a ON a.rule_id = r.id AND a.person_id = p.id AND a.withdrawn_at IS NULL
  WHERE p.status = 'active' AND r.meant <> (a.person_id IS NOT NULL)`;

const timed = async (work) => {
  const began = performance.now();
  const result = await work();
  return { ms: performance.now() - began, result };
};

/** Dry run of a rule and evaluation of twenty rules for 100,000 people, beside learners at work. */
export async function benchRules(people = PEOPLE) {
  const postgres = await benchPostgres();
  let product;
  try {
    const url = await productDatabase(postgres, 'rules');
    const learners = await seedLearners(url, 3 * JOURNEYS + 100 + 20 * JOURNEYS);
    const { programs, departments } = await seedStaff(url, people);
    product = await startProduct(url);
    const client = new Client(product.port, 2);
    const send = async (method, path, expected, body) => {
      const answer = await client.request(method, path, { cookie, body });
      if (answer.status !== expected)
        throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
      return answer;
    };

    const ruleOf = (n) => ({
      programId: programs[n],
      audience: audienceOf(n, departments),
      dueAfter: { kind: n % 2 ? 'after_assignment' : 'after_hire', days: 60 },
    });
    let next = 0;
    const learn = async (count) => {
      const learner = clientFor(product.port, WIDTH);
      const ms = [];
      const from = next;
      next += count;
      await closedLoop(count, WIDTH, (i) => journey(learner, learners, from + i, { signIn: false, ms }));
      learner.close();
      return ms;
    };
    const evaluate = async (meanwhile) => {
      const { ms, result } = await timed(async () => {
        const { body } = await send('POST', '/api/audience-rules/runs', 200);
        const beside = [];
        for (;;) {
          const { body: run } = await send('GET', `/api/audience-rules/runs/${body.id}`, 200);
          if (run.state === 'failed') throw new Error(run.error);
          if (run.state === 'done') return { run, beside };
          if (meanwhile) beside.push(...(await learn(WIDTH * 2)));
          else await new Promise((done) => setTimeout(done, 100));
        }
      });
      return { seconds: ms / 1000, ...result };
    };
    // One rule for everybody was there before the people: bring it to all of them first.
    while ((await evaluate(false)).run.changed > 0);
    const dry = [];
    const plainDry = [];
    for (let round = 0; round < 6; round++) {
      const { ms, body } = await send('POST', '/api/audience-rules/difference', 200, {
        change: { make: ruleOf(0) },
      });
      if (round > 0) dry.push(ms);
      if (body.groups.gains.people === 0) throw new Error('nobody is meant');
      const plain = await connected(url, (sql) =>
        timed(() => sql.query(PLAIN_DRY_RUN, [departments.slice(0, 5), programs[0]])),
      );
      if (round > 0) plainDry.push(plain.ms);
    }
    const rules = [];
    for (let n = 0; n < programs.length; n++)
      rules.push((await send('POST', '/api/audience-rules', 201, ruleOf(n))).body.id);
    const change = [];
    for (let round = 0; round < 4; round++) {
      const { ms } = await send('POST', '/api/audience-rules/difference', 200, {
        change: { ruleId: rules[0], audience: audienceOf(3, departments) },
      });
      if (round > 0) change.push(ms);
    }
    await connected(url, (sql) => sql.query('VACUUM ANALYZE'));

    const move = (share) =>
      connected(url, (sql) =>
        sql.query(
          `UPDATE person SET tags = CASE WHEN 'night' = ANY(tags) THEN '{}' ELSE '{night}' END::text[] WHERE employee_no LIKE 'S%' AND right(employee_no, 7)::int % $1 = $1 - 1`,
          [share],
        ),
      );
    const unchanged = await evaluate(false);
    await learn(JOURNEYS);
    const alone = await learn(JOURNEYS);
    await move(100);
    const moved = await evaluate(true);
    await move(1);
    const turned = await evaluate(false);
    const plain = await connected(url, (sql) => timed(() => sql.query(plainEvaluation(rules))));
    client.close();
    return [
      { figure: 'dry run of a new rule, ms', product: median(dry), plainSql: median(plainDry), limit: 2000 },
      { figure: 'dry run of a change of a live rule, ms', product: median(change), limit: 2000 },
      {
        figure: 'all rules for everybody, nothing changed, s',
        product: unchanged.seconds,
        plainSql: plain.ms / 1000,
        limit: 60,
      },
      {
        figure: `all rules for everybody, ${moved.run.changed} people changed, beside learners, s`,
        product: moved.seconds,
        plainSql: plain.ms / 1000,
        limit: 60,
      },
      {
        figure: `all rules for everybody, ${turned.run.changed} people changed, s`,
        product: turned.seconds,
        plainSql: plain.ms / 1000,
      },
      {
        figure: 'learner journey p99 beside it, ms',
        product: percentile(moved.beside, 0.99),
        limit: 2 * percentile(alone, 0.99),
      },
      { figure: 'learner journey p99 alone, ms', product: percentile(alone, 0.99) },
    ].map((row) => ({ ...row, ratio: row.plainSql ? row.product / row.plainSql : undefined }));
  } finally {
    await product?.stop();
    await postgres.stop();
  }
}
