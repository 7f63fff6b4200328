import type { MselImport } from '@readyroom/contract';
import { textRow, workbook } from '../../../api/src/platform/spreadsheet/testing/workbook.js';
import { FIXTURE, fixtureTemplate } from '../../support/content-template.js';
import { TestApp, type TestClient } from '../../support/test-app.js';
import { commit, editedList, exported, SCENARIO, tableOf, upload, workbookOf } from './support.js';

describe('POST /scenarios/:id/msel-imports', () => {
  let app: TestApp;
  let trainer: TestClient;
  let first: string;
  let file: Buffer;

  beforeAll(async () => {
    app = await TestApp.start({ template: await fixtureTemplate() });
    trainer = (await app.signedIn({ roles: ['trainer'] })).client;
    first = (await trainer.get(`/scenarios/${SCENARIO}`)).body.publishedVersion.id;
    file = await exported(trainer, first);
  });
  afterAll(() => app.stop());

  it('when nobody is signed in it should answer 401', async () => {
    expect((await app.client().post(`/scenarios/${SCENARIO}/msel-imports`)).status).toBe(401);
  });

  it.each(['employee', 'hr', 'auditor'] as const)(
    'when somebody is %s it should answer 403',
    async (role) => {
      const { client } = await app.signedIn({ roles: [role] });
      expect((await client.post(`/scenarios/${SCENARIO}/msel-imports`)).status).toBe(403);
    },
  );

  it('when there is no file, no proper id or no proper mapping it should answer 400', async () => {
    const nothing = await trainer.post(`/scenarios/${SCENARIO}/msel-imports`);
    const id = await trainer.post('/scenarios/none/msel-imports').attach('file', file, 'list.xlsx');
    const mapping = await trainer
      .post(`/scenarios/${SCENARIO}/msel-imports`)
      .field('mapping', '{"a": "b"}')
      .attach('file', file, 'list.xlsx');
    const text = await trainer
      .post(`/scenarios/${SCENARIO}/msel-imports`)
      .field('mapping', 'a=b')
      .attach('file', file, 'list.xlsx');
    expect([nothing, id, mapping, text].map(({ status, body }) => [status, body.code])).toEqual(
      Array.from({ length: 4 }, () => [400, 'request.invalid']),
    );
  });

  it('when nothing has the id it should answer 404', async () => {
    const { status, body } = await trainer
      .post(`/scenarios/${FIXTURE.courseId}/msel-imports`)
      .attach('file', file, 'list.xlsx');
    expect([status, body.code]).toEqual([404, 'scenario.not_found']);
  });

  it('when the file is none it should say so', async () => {
    const { status, body } = await upload(trainer, Buffer.from('key,title'));
    expect([status, body.code]).toEqual([400, 'msel_import.unreadable']);
  });

  it('when the file is too large, packed or unpacked, it should answer 413', async () => {
    const large = await upload(trainer, Buffer.alloc(2 * 1024 * 1024 + 1, 'PK\u0003\u0004'));
    const bomb = await upload(trainer, await workbookOf([['key'], ['x'.repeat(17 * 1024 * 1024)]]));
    const long = await upload(trainer, await workbookOf(Array.from({ length: 202 }, () => ['key'])));
    expect([large, bomb, long].map(({ status, body }) => [status, body.code])).toEqual(
      Array.from({ length: 3 }, () => [413, 'msel_import.too_large']),
    );
  });

  it('when columns are unknown it should name each with what was probably meant', async () => {
    const table = await tableOf(file);
    table[0] = table[0]!.map((heading) =>
      heading.endsWith(' owner') ? 'ownr' : heading.endsWith(' channel') ? '传播途径' : heading,
    );
    const { status, body } = await upload(trainer, await workbookOf(table));
    expect([status, body.code]).toEqual([400, 'msel_import.column_unknown']);
    expect(body.details).toEqual([
      { path: '传播途径', message: 'Probably channel', values: { column: 'channel' } },
      { path: 'ownr', message: 'Probably owner', values: { column: 'owner' } },
    ]);
    const mapped = await upload(trainer, await workbookOf(table), { ownr: 'owner', 传播途径: 'channel' });
    expect(mapped.status).toBe(201);
    expect(mapped.body).toMatchObject({ status: 'ready', unchanged: 10 });
  });

  it('when a required column is left out it should name it', async () => {
    const table = await tableOf(file);
    const { status, body } = await upload(trainer, file, { [table[0]![0]!]: null });
    expect([status, body.code, body.details]).toEqual([
      400,
      'msel_import.column_missing',
      [{ path: 'list', message: 'Column missing' }],
    ]);
  });

  it('when nothing is changed it should find nothing to change', async () => {
    const { status, body } = await upload(trainer, file);
    expect(status).toBe(201);
    expect(body).toMatchObject({
      status: 'ready',
      fileName: 'list.xlsx',
      rows: 10,
      added: 0,
      changed: 0,
      unchanged: 10,
      removed: [],
      errors: [],
      baseVersion: { id: first, number: 1 },
      version: null,
    });
  });

  it('when rows are changed, added and left out the preview should say which', async () => {
    const table = await tableOf(file);
    const column = (name: string) => table[0]!.findIndex((heading) => heading.endsWith(` ${name}`));
    table[1]![column('at')] = '3';
    const added = [...table[2]!];
    added[column('id')] = '';
    added[column('key')] = 'hotline-again';
    added[column('at')] = '33';
    added[column('expected')] =
      '[{"kind":"acknowledge","seat":"desk","within":5,"what":{"zh":"签收","en":"Acknowledge"}}]';
    table.push(added);
    table.splice(8, 1);
    const { body } = await upload(trainer, await workbookOf(table));
    expect(body.preview[0]).toMatchObject({
      line: 2,
      action: 'change',
      key: 'first-post',
      changes: ['at'],
    });
    expect(body).toMatchObject({
      status: 'ready',
      added: 1,
      changed: 1,
      removed: ['last-look'],
      unchanged: 8,
    });
  });

  it.each([
    ['at', 'soon', 'at', /whole minutes/],
    ['list', 'later', 'list', /must be items/],
    ['key', 'Hot Line', 'key', /lower-case letters/],
    ['key', 'first-post', 'key', /used twice/],
    ['id', 'x', 'id', /no UUID/],
    ['owner', 'dusk', 'owner', /no seat “dusk”: did you mean “desk”/],
    ['owner', '', 'owner', /empty: fill it in/],
    ['title_en', '', 'title_en', /empty: fill it in/],
    ['text_en', '三十通来电', 'text_en', /has Chinese in it/],
    ['to', 'desk, dusk', 'to', /no seat “dusk”/],
    ['objectives', 'notice nothing', 'objectives', /no objective “nothing”/],
    ['expected', '[{', 'expected', /no valid JSON/],
    ['expected', '', 'key', /asks for nothing/],
    ['expected', '[{"kind":"escalate","seat":"desk"}]', 'expected', /Wrong at 0\.within/],
    ['when', '{"after": 5}', 'key', /either “at” or “when”/],
    ['effects', '[{"explode": 1}]', 'effects', /Wrong at 0: none of the known forms/],
    ['effects', '[{"fire": "nothing"}]', 'effects', /no inject “nothing”/],
  ] as const)('when %s is “%s” it should name line 3 and the column', async (column, value, named, says) => {
    const { status, body } = await upload(trainer, await editedList(file, [3, column, value]));
    expect([status, body.status]).toEqual([201, 'blocked']);
    expect(body.errors).toContainEqual(
      expect.objectContaining({
        line: 3,
        column: named,
        message: { zh: expect.stringMatching(/\p{Script=Han}/u), en: expect.stringMatching(says) },
      }),
    );
    expect(body.preview[1]).toMatchObject({ line: 3, action: 'error' });
    const refused = await commit(trainer, body as MselImport);
    expect([refused.status, refused.body.code]).toEqual([409, 'msel_import.has_errors']);
  });

  it('when a cell holds a formula it should refuse it with row and column', async () => {
    const [header] = await tableOf(file);
    const at = header!.findIndex((heading) => heading.endsWith(' title_en'));
    const letter = 'ABCDEFGHIJKLMNOPQR'[at];
    const rows = `${textRow(1, header!)}<row r="2"><c r="${letter}2"><f>1+1</f><v>2</v></c></row>`;
    const { body } = await upload(trainer, await workbook(rows));
    expect(body.errors).toContainEqual({
      line: 2,
      column: 'title_en',
      value: '=1+1',
      message: {
        zh: '不接受公式：请粘贴为数值或文字',
        en: 'A formula is not accepted: paste its value instead',
      },
    });
  });

  it('when too few injects are left it should say so for the whole list', async () => {
    const table = await tableOf(file);
    const { body } = await upload(trainer, await workbookOf(table.filter((_, n) => n !== 4)));
    expect(body).toMatchObject({ status: 'blocked', errors: [{ line: null, column: null }] });
  });
});
