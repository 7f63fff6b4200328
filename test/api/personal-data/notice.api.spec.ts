import { TestApp } from '../../support/test-app.js';

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
    expect((await client.get('/privacy-notices')).body.draft.zh).toContain('个人信息保护法');
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
    const { body } = await client.get('/me/notice');
    await client.post('/me/notice/accept', { version: body.notice.version, locale: 'zh-CN' }).expect(200);
    const version = body.notice.version + 1;
    const answers = await Promise.all(
      ['三', '叁'].map((words) => client.post('/privacy-notices', { version, text: text(words) })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
  });
});
