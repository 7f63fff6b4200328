import { fixtureTemplate, FIXTURE } from '../../support/content-template.js';
import { download } from '../scenarios/support.js';
import { TestApp, type TestClient } from '../../support/test-app.js';

export const NOWHERE = '00000000-0000-7000-8000-000000000000';

/** A company with the fixture's scenario, and those who handle its packs. */
export interface Company {
  app: TestApp;
  trainer: TestClient;
  admin: TestClient;
  hr: TestClient;
  employee: TestClient;
  versionId: string;
}

export async function company(name: string): Promise<Company> {
  const app = await TestApp.start({ template: await fixtureTemplate() });
  await app.database.query('UPDATE organisation SET name = $1', [name]);
  const of = async (...roles: ('trainer' | 'admin' | 'hr')[]) =>
    (await app.signedIn({ roles: ['employee', ...roles] })).client;
  const trainer = await of('trainer');
  const { body } = await trainer.get(`/scenarios/${FIXTURE.scenarioId}`);
  return {
    app,
    trainer,
    admin: await of('admin'),
    hr: await of('hr'),
    employee: await of(),
    versionId: body.publishedVersion.id,
  };
}

export const exported = (from: Company, query = ''): Promise<Buffer> =>
  download(from.trainer.get(`/scenario-versions/${from.versionId}/pack${query}`));

export const upload = (client: TestClient, file: Buffer, name = '数据泄露.zip') =>
  client.post('/scenario-packs').attach('file', file, name);
