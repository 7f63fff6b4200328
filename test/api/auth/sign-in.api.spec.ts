import { hashPassword } from '../../../api/src/modules/auth/passwords.js';
import { TestApp, type TestPerson } from '../../support/test-app.js';

describe('POST /auth/sign-in', () => {
  let app: TestApp;
  let person: TestPerson;
  const password = '岸边的灯塔亮了三次';

  beforeAll(async () => {
    app = await TestApp.start();
    person = await app.person({ name: '冯晓' });
    await app.database.query(
      `INSERT INTO credential (person_id, password_hash, temporary, changed_at) VALUES ($1, $2, false, now())`,
      [person.id, await hashPassword(password)],
    );
  });
  afterAll(() => app.stop());

  const signIn = (login: string, secret: string) =>
    app.client().post('/auth/sign-in', { login, password: secret });

  it('when login and password are right it should answer who that is and set an http-only cookie', async () => {
    const { status, body, headers } = await signIn(person.employeeNo, password);
    expect(status).toBe(200);
    expect(body).toMatchObject({ name: '冯晓', mustChangePassword: false, tier: 'frontline' });
    expect(headers['set-cookie']![0]).toMatch(/HttpOnly/);
    expect(headers['set-cookie']![0]).toMatch(/SameSite=Lax/);
    expect(headers['cache-control']).toBe('no-store');
  });

  it('when the e-mail is written in another case it should still find the person', async () => {
    expect((await signIn(`${person.employeeNo}@EXAMPLE.com`, password)).status).toBe(200);
  });

  it('when the password is wrong or the login unknown it should answer the same', async () => {
    const wrong = await signIn(person.employeeNo, 'falsch falsch');
    const unknown = await signIn('9999999', 'falsch falsch');
    expect(wrong.status).toBe(401);
    expect(unknown.body).toEqual(wrong.body);
    expect(wrong.body.code).toBe('auth.wrong_credentials');
  });

  it('when a field is missing it should say which', async () => {
    const { status, body } = await app.client().post('/auth/sign-in', { login: 'x' });
    expect(status).toBe(400);
    expect(body).toMatchObject({ code: 'request.invalid', details: [{ path: 'password' }] });
  });

  it('when it comes from another site it should be refused', async () => {
    const { status, body } = await signIn(person.employeeNo, password).set('origin', 'https://evil.example');
    expect(status).toBe(403);
    expect(body.code).toBe('request.foreign_origin');
  });

  it('when the password was wrong eight times it should pause the account for a minute, whoever asks', async () => {
    const victim = await app.person();
    for (let i = 0; i < 8; i++) expect((await signIn(victim.employeeNo, 'wrong password')).status).toBe(401);
    const blocked = await signIn(victim.employeeNo, 'wrong password');
    expect(blocked.status).toBe(429);
    expect(Number(blocked.headers['retry-after'])).toBeGreaterThan(0);
    app.clock.advance({ seconds: 61 });
    expect((await signIn(victim.employeeNo, 'wrong password')).status).toBe(401);
  });
});
