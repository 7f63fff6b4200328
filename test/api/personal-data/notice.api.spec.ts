import { join } from 'node:path';
import { NoticeImport } from '../../../api/src/modules/personal-data/index.js';
import { TestApp } from '../../support/test-app.js';

const CONTENT = join(__dirname, '../../../content');
const text = (words: string) => ({ zh: `告知：${words}`, en: `Notice: ${words}` });

describe('The notice on personal data', () => {
  let app: TestApp;
  beforeAll(async () => void (app = await TestApp.start()));
  afterAll(() => app.stop());

  it('should be published by administrators only', async () => {
    const body = { version: 1, text: text('一') };
    await app.client().post('/privacy-notices', body).expect(401);
    await (await app.signedIn({ roles: ['hr'] })).client.post('/privacy-notices', body).expect(403);
    const { client } = await app.signedIn({ roles: ['admin'] });
    expect((await client.post('/privacy-notices', { version: 1, text: { zh: '一' } })).status).toBe(400);
    expect((await client.post('/privacy-notices', { ...body, version: 2 })).body.code).toBe(
      'notice.outdated',
    );
    const unknown = { ...body, text: { ...text('一'), en: '{{company}}' } };
    expect((await client.post('/privacy-notices', unknown)).status).toBe(400);
  });

  it('should stand before everything else until it is accepted, and again when there is a newer one', async () => {
    const { person: admin, client: desk } = await app.signedIn({ roles: ['admin'], name: '管理员甲' });
    const { person, client } = await app.signedIn();
    expect((await client.get('/me')).body.mustAcceptNotice).toBe(false);
    expect((await client.get('/me/notice')).body).toMatchObject({ notice: null, acceptedAt: null });

    const published = await desk.post('/privacy-notices', { version: 1, text: text('一') });
    expect(published.status).toBe(201);
    // Whoever publishes has read it.
    expect(published.body.items[0]).toMatchObject({ version: 1, accepted: 1, publishedBy: { id: admin.id } });
    expect((await desk.get('/people')).status).toBe(200);

    for (const path of ['/learn/home', '/learn/programs', '/learn/transcript'])
      expect((await client.get(path)).body.code).toBe('auth.notice_required');
    expect((await client.get('/me')).body.mustAcceptNotice).toBe(true);
    const { body: shown } = await client.get('/me/notice').expect(200);
    expect(shown).toMatchObject({ notice: { version: 1, text: text('一') }, acceptedAt: null });
    expect(shown.contacts).toContain('管理员甲');

    expect((await client.post('/me/notice/accept', { version: 7, locale: 'en' })).body.code).toBe(
      'notice.outdated',
    );
    const accepted = await client.post('/me/notice/accept', { version: 1, locale: 'en' }).expect(200);
    expect(accepted.body.acceptedAt).toBe(app.clock.now().toISOString());
    await client.post('/me/notice/accept', { version: 1, locale: 'zh-CN' }).expect(200);
    expect((await client.get('/learn/programs')).status).toBe(200);
    const evidence = () =>
      app.database.query<{ version: number; digest: string; locale: string }>(
        `SELECT (payload->>'version')::int AS version, payload->>'digest' AS digest, payload->>'locale' AS locale
         FROM evidence_entry WHERE kind = 'notice.accepted' AND person_id = $1 ORDER BY id`,
        [person.id],
      );
    expect(await evidence()).toEqual([{ version: 1, digest: shown.notice.digest, locale: 'en' }]);

    await desk.post('/privacy-notices', { version: 2, text: text('二') }).expect(201);
    expect((await client.get('/learn/programs')).body.code).toBe('auth.notice_required');
    expect((await client.post('/me/notice/accept', { version: 1, locale: 'en' })).body.code).toBe(
      'notice.outdated',
    );
    await client.post('/me/notice/accept', { version: 2, locale: 'zh-CN' }).expect(200);
    expect((await client.get('/learn/programs')).status).toBe(200);
    expect((await evidence()).map(({ version }) => version)).toEqual([1, 2]);
  });

  it('when two publish at once it should be published once', async () => {
    const { client } = await app.signedIn({ roles: ['admin'] });
    const { body } = await client.get('/me/notice').expect(200);
    await client.post('/me/notice/accept', { version: body.notice.version, locale: 'zh-CN' }).expect(200);
    const version = body.notice.version + 1;
    const answers = await Promise.all(
      ['三', '叁'].map((words) => client.post('/privacy-notices', { version, text: text(words) })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
  });
});

describe('The notice of the content', () => {
  let fresh: TestApp;
  beforeAll(async () => void (fresh = await TestApp.start()));
  afterAll(() => fresh.stop());

  it('should be the first, once, naming the organisation and its periods', async () => {
    const { client: desk } = await fresh.signedIn({ roles: ['admin'] });
    const notices = fresh.app.get(NoticeImport);
    await fresh.database.query(`UPDATE retention_setting SET days = '{"links": 12}'`);
    expect(await notices.load(CONTENT)).toEqual({ summary: 'notice on personal data published' });
    expect(await notices.load(CONTENT)).toEqual({ summary: '' });
    const { person, client } = await fresh.signedIn();
    expect((await client.get('/learn/programs')).body.code).toBe('auth.notice_required');
    await fresh.database.query(`UPDATE organisation SET name = '山海$&集'`);
    const { body: mine } = await client.get('/me/notice').expect(200);
    expect(mine.notice.text.zh).toContain('山海$&集（以下称“公司”）');
    expect(mine.notice.text.en).toContain('kept for 12 day(s) after use or expiry');
    expect(mine.notice.text.zh + mine.notice.text.en).not.toContain('{{');
    await client.post('/me/notice/accept', { version: 1, locale: 'zh-CN' }).expect(200);
    await client.get('/learn/programs').expect(200);
    const [entry] = await fresh.database.query<{ digest: string }>(
      `SELECT payload->>'digest' AS digest FROM evidence_entry WHERE kind = 'notice.accepted' AND person_id = $1`,
      [person.id],
    );
    expect(entry!.digest).toBe(mine.notice.digest);

    await desk.post('/me/notice/accept', { version: 1, locale: 'en' }).expect(200);
    const { body } = await desk.get('/privacy-notices').expect(200);
    expect(body.items).toMatchObject([{ version: 1, publishedBy: null, accepted: 2 }]);
    await desk.post('/privacy-notices', { version: 2, text: text('自己的') }).expect(201);
    expect(await notices.load(CONTENT)).toEqual({ summary: '' });
    expect((await client.get('/me/notice')).body.notice.text).toEqual(text('自己的'));
  });
});
