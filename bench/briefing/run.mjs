import { randomUUID } from 'node:crypto';
import { Clock } from '../../api/dist/platform/clock/clock.js';
import { connectDatabase } from '../../api/dist/platform/database/database.js';
import { Mail } from '../../api/dist/platform/mail/mail.js';
import { BriefingAsking } from '../../api/dist/modules/briefings/briefing-asking.js';
import { Briefings } from '../../api/dist/modules/briefings/briefings.service.js';
import { Composers } from '../../api/dist/modules/notifications/composers.js';
import { Notifications } from '../../api/dist/modules/notifications/notifications.js';
import { PersonSender } from '../../api/dist/modules/notifications/person-sender.js';
import { benchPostgres, productDatabase } from '../lib/server.mjs';
import { connected, seedStaff } from '../rules/seed.mjs';

const PEOPLE = 5_000;
/** As the issue asks. */
const LIMIT_MS = 60_000;
const TABLES = ['briefing_receipt', 'delivery', 'mail', 'evidence_entry', 'outbox'];

const said = (zh, en) => ({ zh, en });
const DOCUMENT = {
  title: said('直播下单故障', 'Live checkout is down'),
  facts: said('20:05 起无法下单，技术团队正在抢修。', 'Checkout has been down since 20:05.'),
  unknown: said('原因和恢复时间还没有确定。', 'The cause, and when it will be back.'),
  act: said('改用下面的口径，只登记、不承诺赔付。', 'Use the line below, log cases, promise nothing.'),
  say: said('正在抢修，每 30 分钟公布一次进展。', 'We are fixing it; an update every 30 minutes.'),
  avoid: said('不报恢复时间，不猜原因。', 'No time of recovery, no guesses.'),
  ask: said('应急值班 8001', 'Incident desk, 8001'),
  checks: [],
};

/** The same rows as came of it, from copies without indices into tables with the same ones. */
const plainInsert = (url) =>
  connected(url, async (client) => {
    for (const table of TABLES) {
      await client.query(`CREATE TABLE copied_${table} AS TABLE ${table}`);
      await client.query(`CREATE TABLE plain_${table} (LIKE ${table} INCLUDING ALL)`);
    }
    const began = performance.now();
    await client.query('BEGIN');
    for (const table of TABLES) await client.query(`INSERT INTO plain_${table} TABLE copied_${table}`);
    await client.query('COMMIT');
    return performance.now() - began;
  });

/** One action asks 5,000 people: receipts, inbox, evidence, and a mail each in the queue of the mail server. */
export async function benchBriefing(people = PEOPLE) {
  const postgres = await benchPostgres();
  try {
    const url = await productDatabase(postgres, 'briefing');
    await seedStaff(url, people);
    const [sender] = await connected(url, async (client) => {
      await client.query('VACUUM ANALYZE');
      const { rows } = await client.query('SELECT id FROM person ORDER BY employee_no LIMIT 1');
      await client.query(`TRUNCATE delivery, mail, outbox CASCADE`);
      return rows;
    });
    const database = await connectDatabase(url, { poolSize: 2 });
    class Now extends Clock {
      now = () => new Date();
    }
    const clock = new Now();
    // What a promise of work costs, without anybody who keeps it.
    const jobs = {
      nudge: () => undefined,
      register: () => undefined,
      promise: (tx, topic, payload) => jobs.promiseAll(tx, topic, [payload]),
      promiseAll: (tx, topic, payloads) =>
        tx.query(
          'INSERT INTO outbox (topic, payload, created_at) SELECT $1, p, now() FROM unnest($2::jsonb[]) p',
          [topic, payloads.map((payload) => JSON.stringify(payload))],
        ),
    };
    const notifications = new Notifications(clock, jobs);
    const briefings = new Briefings(
      database,
      clock,
      notifications,
      jobs,
      new BriefingAsking(clock, notifications),
    );
    // Connected, so that mails are queued; nothing takes them off the queue here.
    const config = {
      PUBLIC_URL: 'https://training.example.com',
      SMTP_URL: 'smtp://localhost:25',
      MAIL_FROM: 'readyroom@example.com',
    };
    const mail = new Mail(config, database, clock, jobs);
    const mails = new PersonSender(config, database, clock, mail, new Composers());
    const actor = { personId: sender.id, scopeDepartmentId: null };
    const body = {
      id: randomUUID(),
      document: DOCUMENT,
      audience: { all: [] },
      shift: 'all',
      withinMinutes: 10,
      joiners: true,
    };
    try {
      const began = performance.now();
      await briefings.send(actor, body);
      const asked = performance.now() - began;
      await mails.run();
      const queued = performance.now() - began;
      await briefings.send(actor, body);
      const again = performance.now() - began - queued;
      const [counts] = await database.query(
        `SELECT (SELECT count(*)::int FROM briefing_receipt) AS receipts,
           (SELECT count(*)::int FROM delivery WHERE channel = 'inbox' AND state = 'sent') AS inbox,
           (SELECT count(*)::int FROM mail WHERE state = 'waiting') + (SELECT count(*)::int FROM person WHERE email IS NULL) AS mails,
           (SELECT count(*)::int FROM evidence_entry WHERE kind = 'briefing.asked') AS evidence`,
      );
      if (Object.values(counts).some((n) => n !== counts.receipts)) throw new Error(JSON.stringify(counts));
      const plain = await plainInsert(url);
      return [
        { what: 'asked, in the inbox', people: counts.receipts, ms: asked },
        { what: 'and every mail queued', people: counts.receipts, ms: queued },
        { what: 'pressed again', people: 0, ms: again },
        { what: 'plain insert of the same rows', people: counts.receipts, ms: plain },
      ].map((row) => ({ ...row, toPlain: row.ms / plain, withinLimit: row.ms <= LIMIT_MS }));
    } finally {
      await database.close();
    }
  } finally {
    await postgres.stop();
  }
}
