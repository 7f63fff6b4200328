import { RetentionJob } from '../../../api/src/modules/personal-data/retention.service.js';
import { Jobs } from '../../../api/src/platform/queue/jobs.js';
import { TestApp } from '../../support/test-app.js';

const USUAL = { sessions: 1, throttles: 1, links: 30, imports: 90, letters: 180 };

describe('Retention', () => {
  let app: TestApp;
  beforeEach(async () => void (app = await TestApp.start()));
  afterEach(() => app.stop());
  const ago = (days: number) => new Date(app.clock.now().getTime() - days * 86_400_000);
  const run = () => app.app.get(RetentionJob).run();

  it('should be read by those who may and set by administrators', async () => {
    await app.client().get('/personal-data/retention').expect(401);
    const hr = (await app.signedIn({ roles: ['hr'] })).client;
    expect((await hr.get('/personal-data/retention')).body.settings).toEqual({
      days: USUAL,
      eraseAfterMonths: null,
      eraseByItself: false,
    });
    const settings = { days: { ...USUAL, letters: 30 }, eraseAfterMonths: 6, eraseByItself: false };
    await hr.put('/personal-data/retention', settings).expect(403);
    const admin = (await app.signedIn({ roles: ['admin'] })).client;
    expect((await admin.put('/personal-data/retention', settings)).body.settings).toEqual(settings);
    const without = { ...settings, eraseAfterMonths: null, eraseByItself: true };
    await admin.put('/personal-data/retention', without).expect(400);
    await admin.put('/personal-data/retention', { ...settings, days: { ...USUAL, links: 0 } }).expect(400);
  });

  it('should say what is due, delete just that, and find nothing the second time', async () => {
    const { person, client } = await app.signedIn({ roles: ['admin'] });
    const each = async (days: number) => {
      const at = ago(days);
      await app.database.query(
        `INSERT INTO session (token_hash, person_id, created_at, last_seen_at, expires_at, by_link)
         VALUES (decode(md5(random()::text), 'hex'), $1, $2, $2, $2, false)`,
        [person.id, at],
      );
      await app.database.query(`INSERT INTO throttle (key, failures, window_start) VALUES ($1, 1, $2)`, [
        `k${days}`,
        at,
      ]);
      await app.database.query(
        `INSERT INTO sign_in_link (token_hash, person_id, issued_at, expires_at)
         VALUES (decode(md5(random()::text), 'hex'), $1, $2, $2)`,
        [person.id, at],
      );
      await app.database.query(
        `INSERT INTO people_import (created_by, created_at, status, report, header, fingerprint)
         VALUES ($1, $2, 'committed', '{}', '[]', 'x')`,
        [person.id, at],
      );
      await app.database.query(
        `INSERT INTO mail (effect_key, person_id, address, subject, body, state, created_at)
         VALUES ($1, $2, 'a@example.com', '主题', '正文', 'sent', $3)`,
        [`m${days}`, person.id, at],
      );
    };
    // A day less than each period, and a day more.
    for (const days of [0, 2, 29, 31, 89, 91, 179, 181]) await each(days);
    const expected = { sessions: 7, throttles: 7, links: 5, imports: 3, letters: 1, people: 0 };
    const { body: before } = await client.get('/personal-data/retention').expect(200);
    expect(before.due).toEqual(expected);
    expect(before.lastRun).toBeNull();

    await app.app.get(Jobs).run('personal_data.retention', {});
    const { body: after } = await client.get('/personal-data/retention').expect(200);
    expect(after.lastRun).toEqual({ at: app.clock.now().toISOString(), counts: expected });
    expect(Object.values(after.due)).toEqual([0, 0, 0, 0, 0, 0]);
    const mails = await app.database.query(
      `SELECT effect_key, address, subject, body FROM mail WHERE body = '' ORDER BY effect_key`,
    );
    // The row stays: it is what keeps the letter from going out twice.
    expect(mails).toEqual([{ effect_key: 'm181', address: null, subject: '', body: '' }]);
    expect(Object.values(await run()).every((n) => n === 0)).toBe(true);
    expect(await app.database.query('SELECT 1 FROM retention_run')).toHaveLength(1);
  });

  it('should empty inboxes and group chats too, keep the codes of mail servers, and say when more is due', async () => {
    const { person, client } = await app.signedIn({ roles: ['admin'] });
    await app.database.query(
      `INSERT INTO robot (name, kind, url, created_at) VALUES ('值班群', 'feishu', 'https://example.com/hook', now())`,
    );
    const message = JSON.stringify({
      title: { zh: '一', en: 'one' },
      body: { zh: '您好', en: 'Hello' },
      link: '/',
    });
    const deliver = (
      key: string,
      days: number,
      channel: string,
      state: string,
      reason: string | null = null,
    ) =>
      app.database.query(
        `INSERT INTO delivery (effect_key, kind, channel, person_id, robot_id, message, not_before, state, reason, created_at, sent_at)
         VALUES ($1, 'reminder', $2, CASE WHEN $2 <> 'robot' THEN $3::uuid END,
           CASE WHEN $2 = 'robot' THEN (SELECT id FROM robot LIMIT 1) END, $4, $5, $6, $7, $5, $5)`,
        [key, channel, person.id, message, ago(days), state, reason],
      );
    await deliver('old inbox', 181, 'inbox', 'sent');
    await deliver('old robot', 181, 'robot', 'failed', 'refused for wei@example.com');
    await deliver('old and open', 181, 'robot', 'planned');
    await deliver('new inbox', 170, 'inbox', 'sent');
    const bounce = '550 5.1.1 <wei@example.com> no such user';
    await app.database.query(
      `INSERT INTO mail (effect_key, person_id, address, subject, body, state, reason, created_at)
       VALUES ('bounced', $1, 'wei@example.com', '主题', '正文', 'failed', $2, $3)`,
      [person.id, bounce, ago(181)],
    );
    const { body: before } = await client.get('/personal-data/retention').expect(200);
    expect(before.due.letters).toBe(3);
    expect(before.next.letters).toBe(ago(-10).toISOString());
    expect((await client.get('/learn/inbox')).body.total).toBe(2);
    expect((await run()).letters).toBe(3);
    const kept = await app.database.query(
      `SELECT effect_key AS key, message IS NOT NULL AS written, state, reason FROM delivery ORDER BY effect_key`,
    );
    expect(kept).toEqual([
      { key: 'new inbox', written: true, state: 'sent', reason: null },
      { key: 'old and open', written: true, state: 'planned', reason: null },
      { key: 'old inbox', written: false, state: 'sent', reason: null },
      { key: 'old robot', written: false, state: 'failed', reason: 'refused for …' },
    ]);
    const [mail] = await app.database.query<{ reason: string }>('SELECT reason FROM mail');
    expect(mail!.reason).toBe('550 5.1.1 <…> no such user');
    expect((await client.get('/learn/inbox')).body).toMatchObject({ total: 1, unread: 1 });
    expect((await run()).letters).toBe(0);
  });

  it('should propose people who left long enough ago, and erase them only where that is set', async () => {
    const { client } = await app.signedIn({ roles: ['admin'] });
    const leaver = async (name: string, months: number) => {
      const person = await app.person({ name, status: 'left' });
      await app.database.query(
        `UPDATE person SET left_at = $2::timestamptz - make_interval(months => $3) WHERE id = $1`,
        [person.id, app.clock.now(), months],
      );
      return person;
    };
    const long = await leaver('早已离开', 7);
    await leaver('刚刚离开', 5);
    const settings = { days: USUAL, eraseAfterMonths: 6, eraseByItself: false };
    const { body } = await client.put('/personal-data/retention', settings).expect(200);
    expect(body.proposed.map(({ id }: { id: string }) => id)).toEqual([long.id]);
    expect(body.due.people).toBe(0);
    expect((await run()).people).toBe(0);

    const byItself = await client.put('/personal-data/retention', { ...settings, eraseByItself: true });
    expect(byItself.body.due.people).toBe(1);
    expect((await run()).people).toBe(1);
    expect((await run()).people).toBe(0);
    const names = await app.database.query<{ name: string }>(
      `SELECT name FROM person WHERE status = 'left' ORDER BY name`,
    );
    expect(names.map(({ name }) => name)).toEqual(['刚刚离开', expect.stringContaining('已匿名人员')]);
    expect((await client.get('/personal-data/retention')).body).toMatchObject({
      erased: [{ id: long.id, pseudonym: expect.stringContaining('已匿名人员'), by: null }],
      erasedTotal: 1,
      proposedTotal: 0,
    });
  });

  it('should count leaving from the day it was written, and start anew for whoever comes back', async () => {
    const { client } = await app.signedIn({ roles: ['hr'] });
    const person = await app.person();
    const at = async () =>
      (
        await app.database.query<{ left_at: Date | null }>('SELECT left_at FROM person WHERE id = $1', [
          person.id,
        ])
      )[0]!.left_at;
    await client.patch(`/people/${person.id}`, { status: 'left' }).expect(200);
    expect(await at()).toEqual(app.clock.now());
    await client.patch(`/people/${person.id}`, { status: 'active' }).expect(200);
    expect(await at()).toBeNull();
  });
});
