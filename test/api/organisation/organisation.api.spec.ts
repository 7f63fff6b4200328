import { TestApp, type TestClient } from '../../support/test-app.js';

describe('organisation', () => {
  let app: TestApp;
  let admin: TestClient;
  let auditor: TestClient;
  let employee: TestClient;

  beforeAll(async () => {
    app = await TestApp.start();
    admin = (await app.signedIn({ roles: ['admin'] })).client;
    auditor = (await app.signedIn({ roles: ['auditor'] })).client;
    employee = (await app.signedIn()).client;
  });
  afterAll(() => app.stop());

  describe('GET /organisation', () => {
    it('when the caller may not read it should refuse', async () => {
      expect((await app.client().get('/organisation')).status).toBe(401);
      expect((await employee.get('/organisation')).status).toBe(403);
    });

    it('when an auditor asks it should answer name and time zone', async () => {
      expect((await auditor.get('/organisation')).body).toEqual({
        name: 'Readyroom',
        timeZone: 'Asia/Shanghai',
        hasDemoData: false,
      });
    });
  });

  describe('PATCH /organisation', () => {
    const patch = (client: TestClient, body: object) => client.patch('/organisation', body);

    it('when the caller is no administrator it should refuse', async () => {
      expect((await patch(app.client(), { name: '甲' })).status).toBe(401);
      expect((await patch(auditor, { name: '甲' })).status).toBe(403);
      expect((await patch((await app.signedIn({ roles: ['hr'] })).client, { name: '甲' })).status).toBe(403);
    });

    it('when name, time zone or field is not right it should say where', async () => {
      expect((await patch(admin, { name: ' ' })).body.details[0].path).toBe('name');
      for (const timeZone of ['Mars/Olympus', '+08:00', '', 'asia/shanghai; DROP'])
        expect((await patch(admin, { timeZone })).body.details[0].path).toBe('timeZone');
      expect((await patch(admin, { hasDemoData: true })).status).toBe(400);
    });

    it('when one of them is given it should change that one', async () => {
      expect((await patch(admin, { name: ' 晴川互动 ' })).body).toEqual({
        name: '晴川互动',
        timeZone: 'Asia/Shanghai',
        hasDemoData: false,
      });
      expect((await patch(admin, { timeZone: 'Europe/Berlin' })).body).toEqual({
        name: '晴川互动',
        timeZone: 'Europe/Berlin',
        hasDemoData: false,
      });
      expect((await patch(admin, {})).body).toEqual((await admin.get('/organisation')).body);
    });

    it('when any zone that the contract allows is asked for it should be one that the database knows', async () => {
      const known = await app.database.query<{ name: string }>('SELECT name FROM pg_timezone_names');
      const names = new Set(known.map(({ name }) => name));
      expect(Intl.supportedValuesOf('timeZone').filter((zone) => !names.has(zone))).toEqual([]);
    });
  });
});
