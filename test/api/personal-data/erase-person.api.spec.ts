import { setTimeout } from 'node:timers/promises';
import { z } from 'zod';
import { Mail } from '../../../api/src/platform/mail/mail.js';
import { Jobs } from '../../../api/src/platform/queue/jobs.js';
import { SmtpSink } from '../../support/smtp-sink.js';
import { PersonalData1764100600000 } from '../../../migrations/1764100600000-personal-data.js';
import { REGISTER } from '../../../api/src/modules/personal-data/register/register.js';
import { TestApp, type TestPerson } from '../../support/test-app.js';
import { fillEveryTable, foundIn } from './filled-database.js';

const WHO = { name: '欧阳若曦', english: 'Ruoxi Ouyang', phone: '13912345678' };

async function somebody(
  app: TestApp,
  status: 'active' | 'left' = 'left',
): Promise<TestPerson & { email: string }> {
  const person = await app.person({ name: WHO.name, department: '华东/客服' });
  await app.database.query(
    `UPDATE person SET english_name = $2, phone = $3, position = '客服专员', tags = '{夜班}', status = $4, updated_at = $5 WHERE id = $1`,
    [person.id, WHO.english, WHO.phone, status, app.clock.now()],
  );
  return { ...person, email: `${person.employeeNo.toLowerCase()}@example.com` };
}
const patternOf = (person: { employeeNo: string; email: string }) =>
  [WHO.name, WHO.english, WHO.phone, person.employeeNo, person.email.replace('.', '\\.')].join('|');

describe('Erasing a person', () => {
  describe('when the database is full of them', () => {
    let app: TestApp;
    beforeAll(async () => void (app = await TestApp.start()));
    afterAll(() => app.stop());

    it('should leave no name, number or address anywhere, and every number as it was', async () => {
      const person = await somebody(app);
      const { person: hr, client } = await app.signedIn({ roles: ['hr'] });
      await fillEveryTable(
        app,
        person.id,
        () => `${person.employeeNo} ${WHO.name} ${WHO.english} ${WHO.phone} ${person.email}`,
      );
      await app.database.query('DELETE FROM erasure');
      // Among the rows is a notice, which comes before everything else.
      await app.database.query(`INSERT INTO notice_acceptance VALUES ($1, 1, 'zh-CN', now())`, [hr.id]);
      const pattern = patternOf(person);
      const before = await foundIn(app, pattern);
      expect(before.length).toBeGreaterThan(35);
      expect(before).toEqual(
        expect.arrayContaining([
          'drill_event.body',
          'mail.body',
          'outbox.payload',
          'people_import_row.cells',
        ]),
      );
      const rows = await rowCounts(app);

      const { body: preview } = await client.get(`/people/${person.id}/erasure`).expect(200);
      expect(preview).toMatchObject({ obstacle: null, namesake: false, erasedAt: null });
      const { body, status } = await client.post(`/people/${person.id}/erasure`, {
        employeeNo: person.employeeNo,
      });
      expect({ status, code: body.code }).toEqual({ status: 200, code: undefined });

      expect(await foundIn(app, pattern)).toEqual([]);
      const after = await rowCounts(app);
      const gone = Object.keys(rows).filter((table) => after[table]! < rows[table]!);
      expect(gone.sort()).toEqual(
        REGISTER.filter((table) => table.delete)
          .map(({ table }) => table)
          .sort(),
      );
      // What the first step promised is what happened.
      const promised = preview.tables
        .filter(({ changed, mentions }: { changed: number; mentions: number }) => changed + mentions > 0)
        .map(({ table }: { table: string }) => table);
      expect(Object.keys(body.counts).sort()).toEqual(promised.sort());
      // The words around the names are still there.
      const [mail] = await app.database.query<{ subject: string }>(
        'SELECT subject FROM mail WHERE person_id = $1',
        [person.id],
      );
      expect(mail!.subject).toContain(body.pseudonym);
    });
  });

  describe('when it is asked for', () => {
    let app: TestApp;
    beforeAll(async () => void (app = await TestApp.start()));
    afterAll(() => app.stop());

    it('should be refused to whoever may not, and outside the own departments', async () => {
      const person = await somebody(app);
      const path = `/people/${person.id}/erasure`;
      await app.client().get(path).expect(401);
      for (const role of ['trainer', 'auditor'] as const)
        await (await app.signedIn({ roles: [role] })).client.post(path, { employeeNo: 'x' }).expect(403);
      const { client } = await app.signedIn({ roles: ['hr'], scope: '华南' });
      expect((await client.get(path)).body.code).toBe('person.not_found');
      expect((await client.post(path, { employeeNo: person.employeeNo })).body.code).toBe('person.not_found');
    });

    it('should ask for the employee number again, and work once', async () => {
      const person = await somebody(app);
      const { client } = await app.signedIn({ roles: ['hr'] });
      const path = `/people/${person.id}/erasure`;
      expect((await client.post(path, { employeeNo: 'T9999' })).body.code).toBe('erasure.not_confirmed');
      await client.post(path, { employeeNo: person.employeeNo }).expect(200);
      const again = await client.post(path, { employeeNo: person.employeeNo });
      expect({ status: again.status, code: again.body.code }).toEqual({
        status: 409,
        code: 'erasure.already',
      });
      const { body } = await client.get(path).expect(200);
      expect(body.erasedAt).toBe(app.clock.now().toISOString());
      const trail = await app.database.query<{ changes: object }>(
        `SELECT changes FROM audit_entry WHERE action = 'erasePerson' AND person_id = $1`,
        [person.id],
      );
      expect(trail).toEqual([{ changes: {} }]);
    });

    it('should name what stands in the way', async () => {
      const { person: admin, client } = await app.signedIn({ roles: ['employee', 'admin'] });
      const active = await somebody(app, 'active');
      const code = async (person: TestPerson) =>
        (await client.post(`/people/${person.id}/erasure`, { employeeNo: person.employeeNo })).body.code;
      expect(await code(active)).toBe('erasure.still_active');
      expect(await code(admin)).toBe('erasure.last_admin');
      const left = await somebody(app);
      const [run] = await app.database.query<{ id: string }>(
        `WITH s AS (INSERT INTO scenario (id, slug) VALUES (uuidv7(), 'open') RETURNING id),
           v AS (INSERT INTO scenario_version (scenario_id, number, content_hash, status, origin, document, imported_at)
             SELECT id, 1, 'x', 'draft', 'content', '{}', now() FROM s RETURNING id)
         INSERT INTO drill_run (scenario_version_id, scenario_hash, engine_version, seed, mode, created_by, created_at,
           base_at, base_wall, rate, ends_at, seen_at, ticked_to, last_seq, last_event_id)
         SELECT id, 'x', 'x', 1, 'live', $1, now(), 0, now(), 1, 60, now(), 0, 0, 0 FROM v RETURNING id`,
        [admin.id],
      );
      await app.database.query(
        `INSERT INTO drill_participant (run_id, person_id, role, added_at) VALUES ($1, $2, 'observer', now())`,
        [run!.id, left.id],
      );
      expect(await code(left)).toBe('erasure.open_drill');
      await app.database.query(`UPDATE drill_run SET status = 'stopped' WHERE id = $1`, [run!.id]);
      expect(await code(left)).toBeUndefined();
    });

    it('should leave the name of a namesake alone, also in texts', async () => {
      const gone = await somebody(app);
      const other = await app.person({ name: WHO.name });
      await app.database.query(
        `INSERT INTO mail (effect_key, person_id, subject, body, state, created_at)
         VALUES ('namesake', $1, $2, $3, 'sent', now())`,
        [other.id, `${WHO.name}，您好`, `请联系 ${gone.email}`],
      );
      const { client } = await app.signedIn({ roles: ['hr'] });
      expect((await client.get(`/people/${gone.id}/erasure`)).body.namesake).toBe(true);
      await client.post(`/people/${gone.id}/erasure`, { employeeNo: gone.employeeNo }).expect(200);
      const [mail] = await app.database.query<{ subject: string; body: string }>(
        `SELECT subject, body FROM mail WHERE effect_key = 'namesake'`,
      );
      expect(mail!.subject).toBe(`${WHO.name}，您好`);
      expect(mail!.body).not.toContain(gone.email);
    });

    it('should be the only way to change what only grows', async () => {
      const change = (sql: string) =>
        app.database
          .transaction(async (tx) => tx.query(sql))
          .then(
            () => 'changed',
            (error: { code: string }) => error.code,
          );
      expect(await change(`UPDATE drill_log SET refused = refused`)).toBe('23001');
      expect(await change(`UPDATE audit_entry SET changes = changes`)).toBe('23001');
    });
  });

  describe('while background work runs', () => {
    let app: TestApp;
    let sink: SmtpSink;
    beforeAll(async () => {
      sink = await SmtpSink.start();
      app = await TestApp.start({ env: { SMTP_URL: sink.url, MAIL_FROM: 'readyroom@example.com' } });
    });
    afterAll(async () => {
      await app.stop();
      await sink.stop();
    });
    const until = async (sql: string) => {
      while ((await app.database.query(sql)).length === 0) await setTimeout(20);
    };

    it('should leave nothing in the tables of the queue either, whatever a mail server answered', async () => {
      const person = await somebody(app, 'active');
      sink.refuse = `451 4.7.1 <${person.email}> ${WHO.english} is asked to wait`;
      const jobs = app.app.get(Jobs);
      await jobs.start();
      const { client: hr } = await app.signedIn({ roles: ['hr'] });
      await app.database.transaction((tx) =>
        app.app.get(Mail).post(tx, {
          effectKey: 'greeting',
          personId: person.id,
          subject: `${WHO.name}，您好`,
          body: `写给 ${person.employeeNo}`,
          calendar: null,
        }),
      );
      await hr.patch(`/people/${person.id}`, { position: '组长' }).expect(200);
      jobs.nudge();
      await until(`SELECT 1 FROM mail WHERE attempts > 0`);
      await until(`SELECT 1 FROM bullmq.job WHERE name = 'mail.send' AND failed_reason IS NOT NULL`);
      expect(await foundIn(app, patternOf(person))).toEqual(
        expect.arrayContaining(['mail.reason', 'mail.subject', 'mail.address']),
      );
      await hr.patch(`/people/${person.id}`, { status: 'left' }).expect(200);
      await hr.post(`/people/${person.id}/erasure`, { employeeNo: person.employeeNo }).expect(200);
      jobs.nudge();
      await until(`SELECT 1 WHERE NOT EXISTS (SELECT FROM outbox)`);
      const topics = await app.database.query<{ name: string }>('SELECT DISTINCT name FROM bullmq.job');
      expect(topics.map(({ name }) => name)).toEqual(
        expect.arrayContaining(['mail.send', 'assignments.reconcile']),
      );
      expect(await foundIn(app, patternOf(person))).toEqual([]);
    });

    it('should have nothing but ids and numbers to promise work with', () => {
      const { handlers } = app.app.get(Jobs) as unknown as {
        handlers: ReadonlyMap<string, { payload: z.ZodType }>;
      };
      expect(handlers.size).toBeGreaterThan(15);
      const wordy = [...handlers].flatMap(([topic, { payload }]) =>
        leavesOf(z.toJSONSchema(payload))
          .filter(({ type, format }) => type === 'string' && format !== 'uuid')
          .map(() => topic),
      );
      expect(wordy).toEqual([]);
    });
  });

  it('should leave the triggers of others as they were when its migration is taken back', async () => {
    const app = await TestApp.start();
    const definitions = () =>
      app.database.query(
        `SELECT tgrelid::regclass::text AS on, pg_get_triggerdef(oid) AS is FROM pg_trigger
         WHERE NOT tgisinternal ORDER BY 1, tgname`,
      );
    try {
      const withIt = await definitions();
      const runner = app.database.dataSource.createQueryRunner();
      const migration = new PersonalData1764100600000();
      await migration.down(runner);
      const without = await definitions();
      expect(without.filter(({ is }) => String(is).includes('erasing'))).toEqual([]);
      await migration.up(runner);
      await migration.down(runner);
      expect(await definitions()).toEqual(without);
      await migration.up(runner);
      await runner.release();
      expect(await definitions()).toEqual(withIt);
    } finally {
      await app.stop();
    }
  });
});

async function rowCounts(app: TestApp): Promise<Record<string, number>> {
  const tables = await app.database.query<{ table: string }>(
    `SELECT table_name AS table FROM information_schema.tables
     WHERE table_schema = current_schema() AND table_type = 'BASE TABLE'`,
  );
  const counts: Record<string, number> = {};
  for (const { table } of tables) {
    const [row] = await app.database.query<{ n: number }>(`SELECT count(*)::int AS n FROM "${table}"`);
    counts[table] = row!.n;
  }
  return counts;
}

interface Leaf {
  type?: string;
  format?: string;
}
/** Everything in a JSON schema that has a type. */
const leavesOf = (schema: unknown): Leaf[] =>
  schema !== null && typeof schema === 'object'
    ? [schema as Leaf, ...Object.values(schema).flatMap(leavesOf)]
    : [];
