import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import http from 'node:http';
import pg from 'pg';
import copyStreams from 'pg-copy-streams';
import { Client } from '../lib/http-client.mjs';
import { benchPostgres, productDatabase, startProduct } from '../lib/server.mjs';
import { percentile } from '../lib/statistics.mjs';
import { HR_TOKEN, seedCompany } from './seed.mjs';

const SIZES = [2_000, 20_000, 200_000];
const ROUNDS = 40;
const cookie = `readyroom_session=${HR_TOKEN}`;

/** The same rows and columns as the export, without anything around them. */
const PLAIN_COPY = `COPY (
  SELECT p.name, p.employee_no, d.path, s.tier, c.slug, s.progress, coalesce(e.percent, 0), s.due_on, s.completed_at, v.number, x.tier, x.score_percent,
         e.last_activity_at
  FROM readyroom.standing s JOIN readyroom.person p ON p.id = s.person_id JOIN readyroom.department d ON d.id = s.department_id
  JOIN readyroom.course c ON c.id = s.course_id LEFT JOIN readyroom.enrolment e ON e.person_id = s.person_id AND e.course_id = s.course_id
  LEFT JOIN readyroom.completion x ON x.enrolment_id = e.id LEFT JOIN readyroom.course_version v ON v.id = x.version_id
  WHERE s.counted ORDER BY p.name, p.id, c.position) TO STDOUT (FORMAT csv)`;

/** Milliseconds and lines of a whole stream. */
async function drain(stream) {
  const began = performance.now();
  let lines = 0;
  for await (const chunk of stream)
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) lines++;
  return { ms: performance.now() - began, lines };
}

async function exported(port, format) {
  const options = {
    port,
    host: '127.0.0.1',
    path: `/api/completion/rows/export?format=${format}`,
    headers: { cookie },
  };
  const [response] = await once(http.get(options), 'response');
  return { ...(await drain(response)), status: response.statusCode };
}

const residentMegabytes = (pid) =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) / 1024;

/** Board and people behind it at three sizes of the company, and the whole export at the largest. */
export async function benchCompletion(sizes = SIZES) {
  const postgres = await benchPostgres();
  const results = [];
  let exportResult = null;
  try {
    await productDatabase(postgres, 'empty');
    for (const people of sizes) {
      const name = `company_${people}`;
      const url = await postgres.create(name, 'empty');
      await seedCompany(url, people);
      const product = await startProduct(url);
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
      const { body: board } = await client.request('GET', '/api/completion/board', { cookie });
      const [row] = board.rows;
      for (const [screen, path] of [
        ['board', '/api/completion/board'],
        ['people behind it, first page', '/api/completion/rows'],
        ['overdue of one department', `/api/completion/rows?state=overdue&departmentId=${row.departmentId}`],
      ])
        results.push({ people, screen, assignments: board.total.assigned, ...(await times(path)) });
      if (people === Math.max(...sizes)) exportResult = await compareExport(product, url);
      client.close();
      await product.stop();
      await postgres.admin(`DROP DATABASE ${name} WITH (FORCE)`);
    }
    return { results, exportResult };
  } finally {
    await postgres.stop();
  }
}

async function compareExport(product, url) {
  const rounds = { copy: [], csv: [], xlsx: [] };
  let lines = null;
  const before = residentMegabytes(product.pid);
  let peak = before;
  const watch = setInterval(() => (peak = Math.max(peak, residentMegabytes(product.pid))), 100);
  for (let round = 0; round < 3; round++) {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    const copy = await drain(client.query(copyStreams.to(PLAIN_COPY)));
    await client.end();
    const csv = await exported(product.port, 'csv');
    if (csv.status !== 200 || csv.lines !== copy.lines + 1)
      throw new Error(`export has ${csv.lines} lines, COPY ${copy.lines}`);
    rounds.copy.push(copy.ms);
    rounds.csv.push(csv.ms);
    lines = copy.lines;
  }
  const csvPeak = peak;
  rounds.xlsx.push((await exported(product.port, 'xlsx')).ms);
  clearInterval(watch);
  const best = (name) => percentile(rounds[name], 0.5);
  return {
    rows: lines,
    copyMs: best('copy'),
    csvMs: best('csv'),
    csvToCopy: best('csv') / best('copy'),
    xlsxMs: best('xlsx'),
    xlsxToCopy: best('xlsx') / best('copy'),
    megabytesBefore: before,
    megabytesCsv: csvPeak,
    megabytesXlsx: peak,
  };
}
