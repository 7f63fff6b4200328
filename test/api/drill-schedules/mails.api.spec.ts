import { SmtpSink } from '../../support/smtp-sink.js';
import { Jobs } from '../../../api/src/platform/queue/jobs.js';
import { ScheduleSetting } from './schedule-setting.js';

describe('Mails without a mail server', () => {
  let setting: ScheduleSetting;
  beforeAll(async () => {
    setting = await ScheduleSetting.start();
  });
  afterAll(() => setting.stop());

  it('should be read by administrators only', async () => {
    expect((await setting.app.client().get('/mails')).status).toBe(401);
    expect((await setting.trainer.client.get('/mails')).status).toBe(403);
    expect((await setting.admin.client.get('/mails?state=lost')).status).toBe(400);
  });

  it('should be kept with the reason, in the language of each', async () => {
    await setting.app.database.query(`UPDATE person SET locale = 'en' WHERE id = $1`, [
      setting.lead.person.id,
    ]);
    await setting.app.database.query(`UPDATE person SET email = NULL WHERE id = $1`, [
      setting.desk.person.id,
    ]);
    await setting.create();
    expect(await setting.mails(setting.desk)).toMatchObject([
      {
        state: 'kept',
        reason: 'no_address',
        to: null,
        subject: expect.stringMatching(/^【演练】邀请：季度演练，2026年3月9日/),
      },
    ]);
    const [english] = await setting.mails(setting.lead);
    expect(english).toMatchObject({
      state: 'kept',
      reason: 'no_server',
      subject: expect.stringMatching(/^\[DRILL\] Invitation: 季度演练, Mon/),
      body: expect.stringContaining('Your part: player, seat lead'),
    });
    expect((await setting.admin.client.get('/mails?state=sent')).body.total).toBe(0);
  });
});

describe('Mails with a mail server', () => {
  let sink: SmtpSink;
  let setting: ScheduleSetting;
  beforeEach(async () => {
    sink = await SmtpSink.start();
    setting = await ScheduleSetting.start({ SMTP_URL: sink.url, MAIL_FROM: 'Drills <drills@example.com>' });
  });
  afterEach(async () => {
    await setting.stop();
    await sink.stop();
  });
  const onlyDesk = () =>
    setting.create({
      cast: {
        seats: [{ seat: 'desk', personIds: [setting.desk.person.id] }],
        controllers: [setting.desk.person.id],
      },
    });
  const single = () => setting.create({ cast: { controllers: [setting.desk.person.id] } });

  it('should refuse a cast that names somebody twice', async () => {
    await expect(onlyDesk()).rejects.toThrow('drill.cast_invalid');
  });

  it('should really send one, with a calendar entry in it', async () => {
    await single();
    await setting.app.drainJobs();
    const [letter, ...more] = sink.letters;
    expect(more).toEqual([]);
    expect(letter!.to).toEqual([`${setting.desk.person.employeeNo.toLowerCase()}@example.com`]);
    expect(letter!.text).toMatch(/^From: Drills <drills@example.com>$/m);
    expect(letter!.text).toMatch(/Content-Type: text\/calendar; charset=utf-8;\s+method=REQUEST/);
    expect(letter!.text).toMatch(/^Message-ID: <[0-9a-f]{40}@localhost>$/m);
    expect(await setting.mails(setting.desk)).toMatchObject([{ state: 'sent', attempts: 1, reason: null }]);
  });

  it('when the job comes again, or to two workers at once, it should be sent once', async () => {
    await single();
    const [promise] = await setting.app.database.query<{ payload: object }>(
      `SELECT payload FROM outbox WHERE topic = 'mail.send'`,
    );
    const twin = await setting.app.twin();
    const send = (jobs: Jobs) => jobs.run('mail.send', promise!.payload);
    await Promise.all([send(setting.app.app.get(Jobs)), send(twin.get(Jobs))]);
    await send(setting.app.app.get(Jobs));
    await twin.close();
    expect(sink.letters).toHaveLength(1);
  });

  it('when the server is busy it should be tried again, and sent later by the sweep', async () => {
    sink.refuse = '451 later';
    await single();
    await expect(setting.app.drainJobs()).rejects.toThrow('is tried again');
    expect(await setting.mails(setting.desk)).toMatchObject([
      { state: 'waiting', attempts: 1, reason: expect.stringContaining('451') },
    ]);
    sink.refuse = null;
    setting.app.clock.advance({ minutes: 6 });
    await setting.app.app.get(Jobs).run('mail.sweep', {});
    expect(sink.letters).toHaveLength(1);
  });

  it('when a drill is called off before its invitation left only the cancellation should go out', async () => {
    sink.refuse = '451 later';
    const { id } = await single();
    await expect(setting.app.drainJobs()).rejects.toThrow('is tried again');
    await setting.trainer.client.post(`/drill-schedules/${id}/cancel`);
    sink.refuse = null;
    setting.app.clock.advance({ minutes: 6 });
    await setting.app.app.get(Jobs).run('mail.sweep', {});
    await setting.app.drainJobs();
    expect(sink.letters.map(({ text }) => /method=(\w+)/.exec(text)![1])).toEqual(['CANCEL']);
    expect((await setting.mails(setting.desk)).map(({ state, reason }) => [state, reason])).toEqual(
      expect.arrayContaining([
        ['kept', 'superseded'],
        ['sent', null],
      ]),
    );
  });

  it('what became of each letter should stand with the cast, and be tried again when asked', async () => {
    sink.refuse = '550 no such box';
    const { id } = await single();
    const letter = async () => {
      const { occurrences } = await setting.get(id);
      return occurrences[0]!.cast.find(({ person }) => person.id === setting.desk.person.id)!.letter;
    };
    expect(await letter()).toMatchObject({ kind: 'invited', state: 'waiting', reason: null });
    await setting.app.drainJobs();
    expect(await letter()).toMatchObject({ state: 'failed', reason: expect.stringContaining('550') });
    const path = `/drill-schedules/${id}/letters/retry`;
    expect((await setting.app.client().post(path)).status).toBe(401);
    expect((await setting.desk.client.post(path)).status).toBe(403);
    sink.refuse = null;
    await setting.app.database.query(`UPDATE person SET email = 'new@example.com' WHERE id = $1`, [
      setting.desk.person.id,
    ]);
    expect((await setting.trainer.client.post(path)).body).toEqual({ queued: 1, left: 0 });
    await setting.app.drainJobs();
    expect(sink.letters.map(({ to }) => to)).toEqual([['new@example.com']]);
    expect(await letter()).toMatchObject({ kind: 'invited', state: 'sent', reason: null });
    expect((await setting.trainer.client.post(path)).body).toEqual({ queued: 0, left: 0 });
  });

  it('when the server will never take it, it should be marked as failed with the reason', async () => {
    sink.refuse = '550 no such box';
    await single();
    await setting.app.drainJobs();
    expect(await setting.mails(setting.desk)).toMatchObject([
      { state: 'failed', reason: expect.stringContaining('550') },
    ]);
  });
});
