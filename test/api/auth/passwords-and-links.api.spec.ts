import { Credentials, Sessions } from '../../../api/src/modules/auth/index.js';
import { TestApp, type TestClient, type TestPerson } from '../../support/test-app.js';

const OWN = '一盏灯照着旧码头的石阶';

/** A client that keeps the cookie it is given. */
async function cookieOf(response: { headers: Record<string, unknown> }): Promise<string> {
  return (response.headers['set-cookie'] as string[])[0]!.split(';')[0]!;
}

describe('One-time links and temporary passwords', () => {
  let app: TestApp;
  let issuer: TestPerson;

  beforeAll(async () => {
    app = await TestApp.start();
    issuer = await app.person({ roles: ['employee', 'hr'] });
  });
  afterAll(() => app.stop());

  const issueLink = async (person: TestPerson) => {
    const [issued] = await app.app.get(Credentials).issueLinks(app.database, [person.id], issuer.id);
    return issued!.secret.split('/enter/')[1]!;
  };
  const redeem = (token: string) => app.client().post('/auth/redeem-link', { token });
  const enter = async (token: string): Promise<TestClient> => app.client(await cookieOf(await redeem(token)));

  it('when a link is used it should sign in, once, and ask for an own password', async () => {
    const person = await app.person();
    const token = await issueLink(person);
    const { status, body } = await redeem(token);
    expect(status).toBe(200);
    expect(body).toMatchObject({ id: person.id, mustChangePassword: true });
    const again = await redeem(token);
    expect([again.status, again.body.code]).toEqual([401, 'auth.link_invalid']);
  });

  it('when two use a link at once it should let exactly one in', async () => {
    const token = await issueLink(await app.person());
    const answers = await Promise.all([redeem(token), redeem(token), redeem(token)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 401, 401]);
  });

  it('when a newer link was issued, the old one expired or the person left it should refuse', async () => {
    const person = await app.person();
    const old = await issueLink(person);
    const fresh = await issueLink(person);
    expect((await redeem(old)).status).toBe(401);
    app.clock.advance({ days: 8 });
    expect((await redeem(fresh)).status).toBe(401);
    const gone = await app.person();
    const theirs = await issueLink(gone);
    await app.database.query(`UPDATE person SET status = 'left' WHERE id = $1`, [gone.id]);
    expect((await redeem(theirs)).status).toBe(401);
  });

  it('when somebody came by link they should choose a password without giving an old one', async () => {
    const person = await app.person();
    const client = await enter(await issueLink(person));
    expect((await client.post('/auth/change-password', { newPassword: OWN })).status).toBe(204);
    const { body } = await app.client().post('/auth/sign-in', { login: person.employeeNo, password: OWN });
    expect(body).toMatchObject({ id: person.id, mustChangePassword: false });
  });

  it('when the new password is short, common, counting or the own login it should say why', async () => {
    const person = await app.person({ name: '欧阳明月何皎皎在天涯' });
    const client = await enter(await issueLink(person));
    const codeFor = async (newPassword: string) =>
      (await client.post('/auth/change-password', { newPassword })).body.code;
    expect(await codeFor('短')).toBe('auth.password_too_short');
    expect(await codeFor('1234567890')).toBe('auth.password_common');
    expect(await codeFor('aaaaaaaaaaaa')).toBe('auth.password_common');
    expect(await codeFor('Password2026!')).toBe('auth.password_common');
    expect(await codeFor(`${person.employeeNo}@example.com`)).toBe('auth.password_common');
    expect(await codeFor('欧阳明月何皎皎在天涯')).toBe('auth.password_common');
  });

  it('when a temporary password is used it should work until it expires and must be changed', async () => {
    const person = await app.person();
    const [issued] = await app.app.get(Credentials).issuePasswords(app.database, [person.id]);
    const signIn = () =>
      app.client().post('/auth/sign-in', { login: person.employeeNo, password: issued!.secret });
    const first = await signIn();
    expect(first.body.mustChangePassword).toBe(true);
    const client = app.client(await cookieOf(first));
    const wrong = await client.post('/auth/change-password', {
      currentPassword: 'wrong wrong',
      newPassword: OWN,
    });
    expect([wrong.status, wrong.body.code]).toEqual([401, 'auth.wrong_credentials']);
    const same = await client.post('/auth/change-password', {
      currentPassword: issued!.secret,
      newPassword: issued!.secret,
    });
    expect(same.body.code).toBe('auth.password_unchanged');
    app.clock.advance({ days: 15 });
    expect((await signIn()).body.code).toBe('auth.password_expired');
  });

  it('when links are guessed it should pause the address', async () => {
    const codes: string[] = [];
    for (let i = 0; i < 21; i++)
      codes.push((await redeem(`guess-number-${String(i).padStart(10, '0')}`)).body.code);
    expect(codes.filter((code) => code === 'auth.link_invalid')).toHaveLength(20);
    expect(codes[20]).toBe('auth.throttled');
  });
});

describe('Sessions', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.start();
  });
  afterAll(() => app.stop());

  it('when signing out it should end this session and no other', async () => {
    const { person, client } = await app.signedIn();
    const other = await app.as(person);
    expect((await client.post('/auth/sign-out')).status).toBe(204);
    expect((await client.get('/me')).status).toBe(401);
    expect((await other.get('/me')).status).toBe(200);
  });

  it('when signing out everywhere it should end all of them', async () => {
    const { person, client } = await app.signedIn();
    const other = await app.as(person);
    await client.post('/auth/sign-out-everywhere');
    expect((await client.get('/me')).status).toBe(401);
    expect((await other.get('/me')).status).toBe(401);
  });

  it('when an employee does nothing for two weeks, or staff for twelve hours, it should end', async () => {
    const employee = await app.signedIn();
    const staff = await app.signedIn({ roles: ['employee', 'hr'] });
    app.clock.advance({ hours: 13 });
    expect((await employee.client.get('/me')).status).toBe(200);
    expect((await staff.client.get('/me')).status).toBe(401);
    app.clock.advance({ days: 15 });
    const later = await app.as(employee.person);
    expect((await later.get('/me')).status).toBe(200);
  });

  it('when thirty days have passed it should end however busy the person was', async () => {
    const { client } = await app.signedIn();
    for (let day = 0; day < 30; day++) {
      expect((await client.get('/me')).status).toBe(200);
      app.clock.advance({ days: 1 });
    }
    // The process may believe its last look for less than a second of real time.
    app.app.get(Sessions).forget();
    expect((await client.get('/me')).status).toBe(401);
  });

  it('when the language is changed it should be remembered', async () => {
    const { client } = await app.signedIn();
    expect((await client.patch('/me', { locale: 'en' })).body.locale).toBe('en');
    expect((await client.get('/me')).body.locale).toBe('en');
    expect((await client.patch('/me', { tier: 'executive' })).status).toBe(400);
  });
});
