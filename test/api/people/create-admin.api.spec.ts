import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { completeConfig, readConfig } from '../../../api/src/platform/config/config.js';
import { Credentials } from '../../../api/src/modules/auth/index.js';
import { makeAdmin, type AdminSpec } from '../../../api/src/modules/people/index.js';
import { TestApp } from '../../support/test-app.js';

describe('making an administrator', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.start();
  });
  afterAll(() => app.stop());

  const make = (spec: Partial<AdminSpec>) => {
    const credentials = new Credentials(app.clock, completeConfig(readConfig({}), 'postgres://x'));
    return makeAdmin(
      app.database,
      { clock: app.clock, credentials },
      { employeeNo: 'A0001', department: '总部', ...spec },
    );
  };
  const signIn = (login: string, password: string) => app.client().post('/auth/sign-in', { login, password });

  it('when nobody has the number it should add them with department, rights and a password to be changed', async () => {
    await expect(make({})).rejects.toThrow('--name');
    const made = await make({ name: '何一鸣', email: 'he@example.com', department: '总部/技术部' });
    expect(made).toMatchObject({ created: true, name: '何一鸣' });
    const { body } = await signIn('he@example.com', made.password);
    expect(body).toMatchObject({
      name: '何一鸣',
      roles: ['employee', 'admin'],
      mustChangePassword: true,
      department: { name: '技术部' },
    });
  });

  it('when they are there it should promote them, active and unlimited, and replace every other way in', async () => {
    const person = await app.person({ roles: ['employee', 'hr'], scope: '客服中心', name: '周映雪' });
    const client = await app.as(person);
    await app.database.query(`UPDATE person SET status = 'left' WHERE id = $1`, [person.id]);
    const made = await make({ employeeNo: person.employeeNo });
    expect(made.created).toBe(false);
    expect((await client.get('/me')).status).toBe(401);
    const { body } = await signIn(person.employeeNo, made.password);
    expect(body).toMatchObject({ roles: ['employee', 'hr', 'admin'], scopeDepartment: null });
    await make({ employeeNo: person.employeeNo });
    const [row] = await app.database.query<{ roles: string[] }>('SELECT roles FROM person WHERE id = $1', [
      person.id,
    ]);
    expect(row!.roles).toEqual(['employee', 'hr', 'admin']);
  });

  const run = (args: string[], env: Record<string, string>) =>
    new Promise<{ code: unknown; stdout: string; stderr: string }>((done) => {
      const command = join(__dirname, '../../../api/dist/cli/create-admin.js');
      execFile(
        process.execPath,
        [command, ...args],
        { env: { PATH: process.env.PATH, ...env } },
        (error, stdout, stderr) => done({ code: error?.code ?? 0, stdout, stderr }),
      );
    });

  it('when the command is run it should print a password that works', async () => {
    const { url } = app.database.dataSource.options as { url: string };
    const { code, stdout } = await run(['--employee-no', 'A0002', '--name', '顾南星'], { DATABASE_URL: url });
    expect(code).toBe(0);
    const password = /: (\S{14})$/m.exec(stdout)![1]!;
    expect((await signIn('A0002', password)).body).toMatchObject({
      name: '顾南星',
      department: { name: '总部' },
    });
  }, 60_000);

  it('when the command does not know the database it should say so in one line and fail', async () => {
    const { code, stderr } = await run(['--employee-no', 'A1', '--name', 'x'], {});
    expect(code).toBe(1);
    expect(stderr).toMatch(/^No administrator was made\. Set DATABASE_URL .*\n$/);
  }, 60_000);
});
