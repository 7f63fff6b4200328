import { parse } from 'csv-parse/sync';
import { readZip } from '../../../api/src/platform/spreadsheet/read-zip.js';
import { decide, DrillSetting, message, note, type Cast } from './drill-setting.js';

const FORMULA = '=HYPERLINK("http://x","y")';

describe('GET /drill-runs/:id/log as a sheet', () => {
  let setting: DrillSetting;
  let desk: Cast;
  let id: string;
  beforeAll(async () => {
    setting = await DrillSetting.start();
    desk = await setting.player('desk');
    ({ id } = await setting.running({ desk }));
    await setting.pass(6);
    await setting.act(desk, id, message('lead', FORMULA));
    await setting.act(desk, id, decide('desk-go'));
    await setting.act(desk, id, decide('desk-go'));
    await setting.observe(setting.trainer, id, note('+1 看过'));
  });
  afterAll(() => setting.stop());

  const sheet = async (format: string, locale: string) =>
    setting.trainer.client.get(`/drill-runs/${id}/log?format=${format}&locale=${locale}`).buffer(true);
  const csv = async (locale: string): Promise<string[][]> =>
    parse((await sheet('csv', locale)).text, { bom: true });

  it.each([
    ['en', ['Mark', 'Message', 'seat desk', 'Facilitator', 'Counts']],
    ['zh-CN', ['标识', '消息', 'seat desk（中文）', '导调', '有效']],
  ])('in %s it should hold every line, each marked as a drill, and no formula', async (locale, words) => {
    const [header, ...rows] = await csv(locale);
    const [{ name }] = (await setting.app.database.query('SELECT name FROM person WHERE id = $1', [
      desk.person.id,
    ])) as [{ name: string }];
    expect(rows).toHaveLength((await setting.log(id)).length);
    for (const row of rows) expect([row[0], row.length]).toEqual(['DRILL 演练', header!.length]);
    for (const word of words) expect([header, ...rows].flat()).toContain(word);
    const said = rows.find((row) => row[7]!.includes('HYPERLINK'))!;
    expect([said[2], said[7]]).toEqual(['00:01:00', `'${FORMULA}`]);
    expect(said[5]).toBe(name);
    expect(rows.at(-1)![7]).toBe("'+1 看过");
    expect(rows.at(-2)![9]).toContain('drill.');
  });

  it('as a workbook it should hold texts as texts', async () => {
    const answer = await setting.trainer.client
      .get(`/drill-runs/${id}/log?format=xlsx&locale=zh-CN`)
      .responseType('blob');
    expect(answer.headers['content-disposition']).toContain("filename*=UTF-8''DRILL%20%E6%BC%94%E7%BB%83");
    const parts = readZip(answer.body as Buffer, (name) => name.includes('sheet1'), 1_000_000);
    const xml = [...parts.values()][0]!.toString();
    expect(xml).toContain('=HYPERLINK(');
    expect(xml).not.toMatch(/<f[ >]/);
    expect(xml.match(/DRILL 演练/g)).toHaveLength((await setting.log(id)).length);
  });

  it('when the reader plays in the run it should wait for the end, whatever else they may read', async () => {
    const trainer = await setting.app.signedIn({ roles: ['employee', 'trainer'], tier: 'manager' });
    const run = await setting.running({ lead: trainer as Cast });
    const read = () => trainer.client.get(`/drill-runs/${run.id}/log`);
    expect([(await read()).status, (await read()).body.code]).toEqual([403, 'drill.role_forbids']);
    await setting.control(run.id, { kind: 'end' });
    expect((await read()).status).toBe(200);
  });
});
