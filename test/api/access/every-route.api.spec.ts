import { ACCESS_ROLES } from '@readyroom/contract';
import { describeApi } from '../../../api/src/openapi.js';
import { permissionsOf } from '../../../api/src/platform/access/permissions.js';
import { handlersOf, operationsOf, type Operation } from '../../support/handlers.js';
import { TestApp } from '../../support/test-app.js';

/** Reviewed by people: whoever adds a line here opens a door to everybody on the network. */
const PUBLIC = [
  'getHealth',
  'openDrillWall',
  'readCalendar',
  'redeemSignInLink',
  'signIn',
  'verifyCertificate',
];

describe('Every route', () => {
  let app: TestApp;
  let operations: Operation[];

  beforeAll(async () => {
    app = await TestApp.start();
    operations = operationsOf(describeApi(app.app));
  });
  afterAll(() => app.stop());

  it('should declare who may call it', () => {
    const undeclared = handlersOf(app.app).filter(({ access }) => !access);
    expect(undeclared.map(({ name }) => name)).toEqual([]);
  });

  it('should be in the OpenAPI document, once', () => {
    expect(operations).toHaveLength(handlersOf(app.app).length);
    expect(new Set(operations.map(({ id }) => id)).size).toBe(operations.length);
  });

  it('should ask for a session unless it is on the reviewed list of public routes', async () => {
    expect(
      operations
        .filter(({ permission }) => !permission)
        .map(({ id }) => id)
        .sort(),
    ).toEqual(PUBLIC);
    for (const { id, method, path, permission } of operations) {
      if (!permission) continue;
      const { status, body } = await app.client()[method](path);
      expect({ id, status, code: body.code }).toEqual({ id, status: 401, code: 'auth.required' });
    }
  });

  it.each(ACCESS_ROLES)('should refuse the role %s whatever its permissions leave out', async (role) => {
    const { client } = await app.signedIn({ roles: role === 'employee' ? ['employee'] : ['employee', role] });
    const granted = permissionsOf([role]);
    for (const { id, method, path, permission } of operations) {
      if (!permission || granted.has(permission as never)) continue;
      const { status, body } = await client[method](path);
      expect({ id, status, code: body.code }).toEqual({ id, status: 403, code: 'auth.forbidden' });
    }
  });

  it('when the person must change the password it should open nothing but that', async () => {
    const person = await app.person({ roles: ['employee', 'admin'] });
    await app.database.query(
      `INSERT INTO credential (person_id, password_hash, temporary, changed_at) VALUES ($1, 'none', true, $2)`,
      [person.id, app.clock.now()],
    );
    const client = await app.as(person);
    for (const { id, method, path, permission } of operations) {
      if (!permission || permission.startsWith('me.')) continue;
      const { body } = await client[method](path);
      expect({ id, code: body.code }).toEqual({ id, code: 'auth.password_change_required' });
    }
    expect((await client.get('/me')).body.mustChangePassword).toBe(true);
  });

  it('when nothing lives at an address it should say so in JSON', async () => {
    const { client } = await app.signedIn();
    for (const path of [
      '/nowhere',
      '/people/',
      '//people',
      '/People',
      '/people;x=1',
      '/./nowhere/../nothing',
    ]) {
      const { status, body } = await client.get(path);
      expect({ path, status, code: body.code }).toEqual({ path, status: 404, code: 'route.unknown' });
    }
  });

  it('when a closed address is written in another way it should stay closed', async () => {
    const { client } = await app.signedIn();
    for (const path of ['/%70eople', '/people?', '/people?a=1']) {
      const { status } = await client.get(path);
      expect({ path, status }).toEqual({ path, status: 403 });
    }
  });
});
