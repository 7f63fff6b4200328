import { Mail } from '../../../api/src/platform/mail/mail.js';
import { Jobs } from '../../../api/src/platform/queue/jobs.js';
import { Notifications } from '../../../api/src/modules/notifications/index.js';
import { SmtpSink } from '../../support/smtp-sink.js';
import { TestApp, type TestPerson } from '../../support/test-app.js';

const message = {
  title: { zh: '标题', en: 'Title' },
  body: { zh: '正文', en: 'Body' },
  link: '/',
};

describe('telling people something', () => {
  let app: TestApp;
  let sink: SmtpSink;
  let person: TestPerson;
  const tell = (
    key: string,
    channels: ('inbox' | 'email')[],
    personIds: string[] = [person.id],
    urgent = true,
  ) =>
    app.database.transaction((tx) =>
      app.app.get(Notifications).send(tx, { kind: 'nudge', key, personIds, channels, message, urgent }),
    );
  const states = () =>
    app.database.query<{ channel: string; state: string; reason: string | null; repeated: boolean }>(
      `SELECT channel, state, reason, repeated FROM delivery WHERE person_id = $1 ORDER BY channel, id`,
      [person.id],
    );

  beforeAll(async () => {
    sink = await SmtpSink.start();
    app = await TestApp.start({ env: { SMTP_URL: sink.url } });
  });
  afterAll(async () => {
    await app.stop();
    await sink.stop();
  });
  beforeEach(async () => {
    sink.refuse = null;
    sink.letters.length = 0;
    person = await app.person();
  });

  it('should refuse the inbox to nobody signed in', async () => {
    await app.client().get('/learn/inbox').expect(401);
    await app.client().post('/learn/inbox/read', {}).expect(401);
  });

  it('should show a message once however often it is told, and remember that it was read', async () => {
    expect(await tell('a', ['inbox'])).toBe(1);
    expect(await tell('a', ['inbox'])).toBe(0);
    const client = await app.as(person);
    const { body } = await client.get('/learn/inbox').expect(200);
    expect(body).toMatchObject({ total: 1, unread: 1, items: [{ title: message.title, readAt: null }] });
    await client.post('/learn/inbox/read', { ids: [body.items[0].id] }).expect(204);
    const again = await client.get('/learn/inbox').expect(200);
    expect(again.body.unread).toBe(0);
    expect(again.body.items[0].readAt).not.toBeNull();
  });

  it('should neither show nor mark the messages of others', async () => {
    await tell('b', ['inbox']);
    const other = await app.signedIn();
    expect((await other.client.get('/learn/inbox')).body.total).toBe(0);
    const [mine] = (await (await app.as(person)).get('/learn/inbox')).body.items;
    await other.client.post('/learn/inbox/read', { ids: [mine.id] }).expect(204);
    expect((await (await app.as(person)).get('/learn/inbox')).body.unread).toBe(1);
  });

  it('should send one mail in the language of the person, and say so in the log', async () => {
    await app.database.query(`UPDATE person SET locale = 'en' WHERE id = $1`, [person.id]);
    await tell('c', ['email']);
    await app.drainJobs();
    await app.drainJobs();
    expect(sink.letters).toHaveLength(1);
    expect(sink.letters[0]!.text).toContain('Subject: Title');
    expect(await states()).toMatchObject([{ channel: 'email', state: 'sent', reason: null }]);
  });

  it('should wait with a mail until the quiet hours of the person are over, unless it is urgent', async () => {
    const nightBefore = app.clock.now();
    // 23:00 in Shanghai.
    app.clock.set('2026-03-10T15:00:00Z');
    await tell('d', ['email'], [person.id], false);
    await app.drainJobs();
    expect(await states()).toMatchObject([{ state: 'planned' }]);
    app.clock.set('2026-03-11T00:00:01Z');
    await app.app.get(Jobs).run('delivery.send', {});
    await app.drainJobs();
    expect(await states()).toMatchObject([{ state: 'sent' }]);
    app.clock.set(nightBefore.toISOString());
  });

  it('should tell nobody who has left, also when they left while the mail waited', async () => {
    const gone = await app.person({ status: 'left' });
    expect(await tell('e', ['inbox', 'email'], [gone.id])).toBe(0);
    await tell('f', ['email']);
    await app.database.query(`UPDATE person SET status = 'left' WHERE id = $1`, [person.id]);
    await app.drainJobs();
    expect(sink.letters).toHaveLength(0);
    expect(await states()).toMatchObject([{ state: 'suppressed', reason: 'left' }]);
  });

  it('should keep trying when the mail server is busy, and show why', async () => {
    sink.refuse = '451 4.3.0 busy';
    await tell('g', ['email']);
    await expect(app.drainJobs()).rejects.toThrow('tried again');
    expect(await states()).toMatchObject([{ state: 'sending', reason: expect.stringContaining('451') }]);
    sink.refuse = null;
    await app.drainJobs();
    expect(await states()).toMatchObject([{ state: 'sent', reason: null, repeated: false }]);
    expect(sink.letters).toHaveLength(1);
  });

  it('should show a bounced address with what the server said, and send again once it is right', async () => {
    sink.refuse = '550 5.1.1 no such user';
    await tell('h', ['email']);
    await app.drainJobs();
    expect(await states()).toMatchObject([{ state: 'bounced', reason: expect.stringContaining('550') }]);
    const { client } = await app.signedIn({ roles: ['hr'] });
    const { body } = await client.get(`/deliveries?state=bounced&personId=${person.id}`).expect(200);
    expect(body).toMatchObject({ total: 1, items: [{ state: 'bounced', channel: 'email' }] });
    const trouble = async () => (await client.get(`/people/${person.id}`).expect(200)).body.emailTrouble;
    expect(await trouble()).toMatchObject({ answer: expect.stringContaining('550') });
    await client
      .patch(`/people/${person.id}`, { email: `right-${person.employeeNo}@example.com` })
      .expect(200);
    expect(await trouble()).toBeNull();
    sink.refuse = null;
    await client.post(`/deliveries/${body.items[0].id}/retry`).expect(200);
    await app.drainJobs();
    expect(await states()).toMatchObject([{ state: 'sent' }]);
    expect(sink.letters[0]!.to).toEqual([`right-${person.employeeNo}@example.com`]);
    expect(await trouble()).toBeNull();
    const sent = await client.post(`/deliveries/${body.items[0].id}/retry`).expect(409);
    expect(sent.body.code).toBe('delivery.not_retriable');
  });

  it('should refuse a letter for good that the server will not take, without calling the address wrong', async () => {
    sink.refuse = '554 5.7.1 rejected by policy';
    await tell('i', ['email']);
    await app.drainJobs();
    expect(await states()).toMatchObject([{ state: 'failed', reason: expect.stringContaining('554') }]);
  });

  it('should send once when two workers take up the same messages', async () => {
    const twin = await app.twin();
    try {
      const people = await Promise.all(Array.from({ length: 20 }, () => app.person()));
      await tell('j', ['email'], people.map(({ id }) => id)); // prettier-ignore
      await Promise.all([
        app.app.get(Jobs).run('delivery.send', {}),
        twin.get(Jobs).run('delivery.send', {}),
      ]);
      const mails = await app.database.query<{ id: string }>(`SELECT id FROM mail WHERE state = 'waiting'`);
      expect(mails).toHaveLength(20);
      await Promise.all(
        mails.flatMap(({ id }) => [
          app.app.get(Jobs).run('mail.send', { mailId: id }),
          twin.get(Jobs).run('mail.send', { mailId: id }),
        ]),
      );
      expect(sink.letters).toHaveLength(20);
      expect(new Set(sink.letters.map(({ to }) => to[0])).size).toBe(20);
    } finally {
      await twin.close();
    }
  });

  it('should send again and say so when a worker died before it noted the answer', async () => {
    await tell('k', ['email']);
    await app.app.get(Jobs).run('delivery.send', {});
    const [mail] = await app.database.query<{ id: string }>(
      `SELECT mail_id AS id FROM delivery WHERE person_id = $1`,
      [person.id],
    );
    // What a process leaves behind that is killed with the letter under way.
    await app.database.query('UPDATE mail SET handed_at = $2 WHERE id = $1', [mail!.id, app.clock.now()]);
    await app.drainJobs();
    expect(sink.letters).toHaveLength(1);
    expect(await states()).toMatchObject([{ state: 'sent', repeated: true }]);
  });

  it('should leave everything as it was when a worker dies while it hands over', async () => {
    await tell('l', ['inbox', 'email']);
    const mail = app.app.get(Mail);
    const postAll = jest.spyOn(mail, 'postAll').mockRejectedValueOnce(new Error('killed'));
    await expect(app.app.get(Jobs).run('delivery.send', {})).rejects.toThrow('killed');
    postAll.mockRestore();
    expect(await states()).toMatchObject([{ state: 'planned' }, { state: 'sent' }]);
    await app.drainJobs();
    expect(sink.letters).toHaveLength(1);
  });

  it('should show HR only the log of their departments', async () => {
    await tell('m', ['inbox']);
    const inside = await app.signedIn({ roles: ['hr'], scope: '总部' });
    const outside = await app.signedIn({ roles: ['hr'], scope: '别处' });
    expect((await inside.client.get(`/deliveries?personId=${person.id}`)).body.total).toBe(1);
    expect((await outside.client.get(`/deliveries?personId=${person.id}`)).body.total).toBe(0);
    await (await app.as(person)).get('/deliveries').expect(403);
    await app.client().get('/deliveries').expect(401);
  });

  it('should say what the mail server answers to a test', async () => {
    const { client } = await app.signedIn({ roles: ['admin'] });
    expect((await client.post('/channels/email/test')).body).toMatchObject({ ok: true });
    sink.refuse = '550 5.1.1 no';
    expect((await client.post('/channels/email/test')).body).toMatchObject({
      ok: false,
      answer: expect.stringContaining('550'),
    });
  });
});
