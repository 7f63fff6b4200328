import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { Jobs } from '../../../api/src/platform/queue/jobs.js';
import { fixtureTemplate } from '../../support/content-template.js';
import { SmtpSink } from '../../support/smtp-sink.js';
import { TestApp, type TestPerson } from '../../support/test-app.js';
import { hrDesk } from '../certification/program-setting.js';

const PEOPLE = 12;
const WORKER = join(__dirname, '../../../api/dist/worker.js');

/** Asked again and again until it is so; what never is ends with the time of the test. */
async function until(so: () => Promise<boolean> | boolean): Promise<void> {
  while (!(await so())) await pause(25);
}

describe('a worker that is killed', () => {
  let app: TestApp;
  let sink: SmtpSink;
  let url: string;
  let people: TestPerson[];
  const workers = new Set<ChildProcess>();

  beforeAll(async () => {
    sink = await SmtpSink.start();
    app = await TestApp.start({ template: await fixtureTemplate(), env: { SMTP_URL: sink.url } });
    // The workers of this test are real processes, so time is what it is.
    app.clock.set(new Date().toISOString());
    const [here] = await app.database.query<{ name: string }>('SELECT current_database() AS name');
    url = Object.assign(new URL(process.env.READYROOM_TEST_SERVER!), { pathname: `/${here!.name}` }).href;
    await app.database.query(
      `UPDATE notification_setting SET digest_at = '00:00', quiet_from = '00:00', quiet_to = '00:00'`,
    );
    people = await Promise.all(Array.from({ length: PEOPLE }, () => app.person()));
    const desk = await hrDesk(app);
    const dueOn = new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10);
    await desk.rule(await desk.program(), { personIds: people.map(({ id }) => id) }, { dueOn });
  });
  afterAll(async () => {
    for (const worker of workers) worker.kill('SIGKILL');
    await app.stop();
    await sink.stop();
  });

  /** A worker process that finds these promised, until `moment`; then it is killed as `kill -9` does. */
  const killedAt = async (topics: string[], moment: () => Promise<boolean> | boolean) => {
    await app.database.transaction(async (tx) => {
      for (const topic of topics) await app.app.get(Jobs).promise(tx, topic, {});
    });
    const worker = spawn(process.execPath, [WORKER], {
      env: { ...process.env, DATABASE_URL: url, SMTP_URL: sink.url, NODE_ENV: 'production' },
      stdio: 'ignore',
    });
    workers.add(worker);
    const ended = new Promise((done) => worker.on('exit', done));
    await until(moment);
    worker.kill('SIGKILL');
    await ended;
  };
  /** Its work is undone once the server has noticed, which may be at the end of a statement. */
  const undone = () =>
    until(
      async () =>
        (
          await app.database.query(
            `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND state <> 'idle' AND pid <> pg_backend_pid()`,
          )
        ).length === 0,
    );
  /** Nobody can write to a table meanwhile: the statement that is named stands still, in the middle of its transaction. */
  const standingStillAt = async (
    table: string,
    statement: string,
    work: (still: () => Promise<boolean>) => Promise<void>,
  ) => {
    const client = new pg.Client({ connectionString: url, options: '-c search_path=readyroom' });
    await client.connect();
    await client.query('BEGIN');
    await client.query(`LOCK TABLE ${table} IN SHARE MODE`);
    try {
      await work(async () => {
        // Not on the client of the lock: within a transaction it would always see the same.
        const rows = await app.database.query(
          `SELECT 1 FROM pg_locks JOIN pg_stat_activity USING (pid)
           WHERE NOT granted AND relation = '${table}'::regclass AND query LIKE '%${statement}%'`,
        );
        return rows.length > 0;
      });
    } finally {
      await client.end();
    }
  };
  const count = async (from: string) =>
    (await app.database.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${from}`))[0]!.n;
  const messageIds = () => sink.letters.map(({ text }) => /^Message-ID: (.+)$/im.exec(text)![1]!);

  it('should leave each step with exactly one effect, wherever it is killed', async () => {
    await standingStillAt('delivery', 'FROM planned_reminder', (still) => killedAt(['reminder.plan'], still));
    await undone();
    expect(await count('reminder')).toBe(0);

    await standingStillAt('mail', 'INSERT INTO mail', (still) =>
      killedAt(['reminder.plan', 'delivery.send'], still),
    );
    await undone();
    expect(await count(`reminder WHERE state = 'planned'`)).toBe(2 * PEOPLE);
    expect(await count(`delivery WHERE state = 'planned' AND message IS NULL`)).toBe(2 * PEOPLE);

    sink.silent = true;
    await killedAt(['reminder.plan', 'delivery.send'], () => sink.letters.length >= 2);
    await undone();
    const unheard = sink.letters.length;
    expect(await count(`delivery WHERE channel = 'inbox' AND state = 'sent'`)).toBe(PEOPLE);
    expect(await count(`mail WHERE state = 'sent'`)).toBe(0);
    const underWay = await count(`mail WHERE handed_at IS NOT NULL`);

    sink.silent = false;
    const jobs = app.app.get(Jobs);
    await app.drainJobs();
    for (const topic of ['reminder.plan', 'delivery.send']) await jobs.run(topic, {});
    await app.drainJobs();
    const waiting = await app.database.query<{ id: string }>(`SELECT id FROM mail WHERE state = 'waiting'`);
    for (const { id } of waiting) await jobs.run('mail.send', { mailId: id });

    // One row a step, person and channel; one message in each inbox; one letter, or the same one again and said so.
    expect(await count(`reminder WHERE state = 'told'`)).toBe(2 * PEOPLE);
    expect(await count('reminder')).toBe(2 * PEOPLE);
    for (const person of people)
      expect((await (await app.as(person)).get('/learn/inbox').expect(200)).body.total).toBe(1);
    expect(await count(`delivery WHERE channel = 'email' AND state = 'sent'`)).toBe(PEOPLE);
    expect(new Set(messageIds()).size).toBe(PEOPLE);
    expect(sink.letters).toHaveLength(PEOPLE + unheard);
    expect(unheard).toBeGreaterThan(0);
    expect(await count('delivery WHERE repeated')).toBe(underWay);
    expect(underWay).toBeGreaterThanOrEqual(unheard);
  }, 300_000);
});
