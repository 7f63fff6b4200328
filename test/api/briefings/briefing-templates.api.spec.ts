import { cp, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { placeholdersIn, type BriefingTemplate } from '@readyroom/contract';
import { BriefingTemplateImport } from '../../../api/src/modules/briefings/index.js';
import { TestApp } from '../../support/test-app.js';
import { copyOfFixture, type ContentFolder } from '../courses/support.js';
import { sendBody } from './briefing-setting.js';

const SHIPPED = join(__dirname, '../../../content/briefings');

describe('Templates of flash briefings', () => {
  let app: TestApp;
  let content: ContentFolder;
  const load = () => app.app.get(BriefingTemplateImport).load(content.folder);

  beforeAll(async () => {
    app = await TestApp.start();
    content = await copyOfFixture();
    await mkdir(join(content.folder, 'briefings'));
    for (const name of ['outage', 'data-leak'])
      await cp(join(SHIPPED, `${name}.yaml`), join(content.folder, `briefings/${name}.yaml`));
  });
  afterAll(async () => {
    await app.stop();
    await content.remove();
  });

  it('should be for those who may send briefings', async () => {
    expect((await app.client().get('/briefing-templates')).status).toBe(401);
    for (const roles of [['employee'], ['auditor']] as const) {
      const person = await app.person({ roles: [...roles] });
      expect((await (await app.as(person)).get('/briefing-templates')).status).toBe(403);
    }
  });

  it('should be loaded once, and be gone when the folder no longer has them; what was sent stays', async () => {
    expect(await load()).toEqual({ changed: 2, removed: 0, summary: '2 briefing templates loaded' });
    expect(await load()).toEqual({ changed: 0, removed: 0, summary: '' });
    const trainer = await app.as(await app.person({ roles: ['trainer'], department: '门店' }));
    const listed = (await trainer.get('/briefing-templates').expect(200)).body as {
      items: BriefingTemplate[];
    };
    expect(listed.items.map(({ slug }) => slug)).toEqual(['data-leak', 'outage']);
    const [leak] = listed.items;
    expect(placeholdersIn(leak!.document).sort()).toEqual(leak!.placeholders.map(({ key }) => key).sort());
    const filled = JSON.parse(JSON.stringify(leak!.document).replace(/\{\{\w+\}\}/g, '8001'));
    const sent = await trainer.post('/briefings', sendBody({ document: filled })).expect(200);
    await rm(join(content.folder, 'briefings/data-leak.yaml'));
    expect(await load()).toEqual({ changed: 0, removed: 1, summary: '1 briefing templates removed' });
    expect((await trainer.get('/briefing-templates')).body.total).toBe(1);
    const board = await trainer.get(`/briefings/${sent.body.briefing.id}`).expect(200);
    expect(board.body.document.title.zh).toBe('用户数据疑似泄露');
  });
});
