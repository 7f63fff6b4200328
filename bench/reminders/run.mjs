import { Clock } from '../../api/dist/platform/clock/clock.js';
import { connectDatabase } from '../../api/dist/platform/database/database.js';
import { ReminderPlanner } from '../../api/dist/modules/reminders/reminder-planner.js';
import { cpuSeconds } from '../lib/cpu.mjs';
import { benchPostgres, productDatabase } from '../lib/server.mjs';
import { connected, seedStaff } from '../rules/seed.mjs';

const PEOPLE = 100_000;

/** Everybody in one program; every day of the two weeks around its due day has its share, so each step finds somebody. */
const seedStandings = (url, program) =>
  connected(url, async (client) => {
    await client.query(
      `INSERT INTO program_standing (person_id, program_id, department_id, tier, counted, in_progress, due_on, grace_until, status, changes_on)
       SELECT f.*, program_status(f.in_progress, f.due_on, f.grace_until, '-infinity', 'infinity', '-infinity', false, current_date),
              program_status_changes_on(f.in_progress, f.due_on, f.grace_until, '-infinity', 'infinity', '-infinity', false, current_date)
       FROM (
         SELECT id, $1::uuid, department_id, tier, true, i % 3 = 0 AS in_progress, current_date + i % 30 - 15 AS due_on,
           current_date + i % 30 - 1 AS grace_until
         FROM (SELECT *, right(employee_no, 7)::int AS i FROM person WHERE employee_no LIKE 'S%') p
       ) f(person_id, program_id, department_id, tier, counted, in_progress, due_on, grace_until)`,
      [program],
    );
    await client.query('UPDATE person SET manager_id = (SELECT id FROM person ORDER BY employee_no LIMIT 1)');
    await client.query('VACUUM ANALYZE');
  });

/** What some work costs: wall clock, and CPU of PostgreSQL, which other load on the machine hardly changes. */
const costOf = async (pid, work) => {
  const [began, before] = [performance.now(), cpuSeconds(pid)];
  const result = await work();
  return { result, ms: performance.now() - began, cpuSeconds: cpuSeconds(pid) - before };
};

/** The same rows as were planned, from a copy without indices into tables with the same ones. */
const plainInsert = (url, pid) =>
  connected(url, async (client) => {
    for (const table of ['reminder', 'delivery']) {
      await client.query(`CREATE TABLE copied_${table} AS TABLE ${table}`);
      await client.query(`CREATE TABLE plain_${table} (LIKE ${table} INCLUDING ALL)`);
    }
    return costOf(pid, async () => {
      await client.query('INSERT INTO plain_reminder OVERRIDING SYSTEM VALUE TABLE copied_reminder');
      await client.query('INSERT INTO plain_delivery TABLE copied_delivery');
    });
  });

/** Planning the reminders of 100,000 assignments, and planning again when there is nothing new. */
export async function benchReminders(people = PEOPLE) {
  const postgres = await benchPostgres();
  const rows = [];
  try {
    const url = await productDatabase(postgres, 'reminders');
    const { programs } = await seedStaff(url, people);
    await seedStandings(url, programs[0]);
    const database = await connectDatabase(url, { poolSize: 2 });
    class Now extends Clock {
      now = () => new Date();
    }
    const planner = new ReminderPlanner(database, new Now(), { register: () => undefined });
    try {
      for (const what of ['first time', 'again, nothing new']) {
        const { result: planned, ...cost } = await costOf(postgres.pid, () => planner.plan());
        rows.push({ what, assignments: people, planned, ...cost });
      }
      const [{ n }] = await database.query('SELECT count(*)::int AS n FROM delivery');
      rows[0].deliveries = n;
    } finally {
      await database.close();
    }
    const { ms, cpuSeconds: cpu } = await plainInsert(url, postgres.pid);
    rows.push({
      what: 'plain insert of the same rows',
      assignments: people,
      planned: rows[0].planned,
      ms,
      cpuSeconds: cpu,
    });
    for (const row of rows) Object.assign(row, { msToPlain: row.ms / ms, cpuToPlain: row.cpuSeconds / cpu });
    return rows;
  } finally {
    await postgres.stop();
  }
}
