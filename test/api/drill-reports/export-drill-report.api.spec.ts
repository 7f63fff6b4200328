import { textIn, type DrillReport } from '@readyroom/contract';
import { download } from '../../support/certificates.js';
import { missing } from '../../../api/src/platform/pdf/testing/pdf-characters.js';
import { NOWHERE, type Cast } from '../drill-runs/drill-setting.js';
import { ReportSetting } from './report-setting.js';

const FORMATS = ['html', 'md', 'pdf'] as const;

describe('GET /drill-runs/:id/report.html|md|pdf', () => {
  let setting: ReportSetting;
  let desk: Cast;
  let runId: string;
  let report: DrillReport;

  const file = async (format: string, locale: string) => {
    const path = `/drill-runs/${runId}/report.${format}?locale=${locale}`;
    const { status, headers, body } = await download(setting.trainer.client, path);
    expect(status).toBe(200);
    return { headers, content: body as Buffer };
  };

  beforeAll(async () => {
    setting = await ReportSetting.start();
    desk = await setting.cast({ name: '刘䶮', tier: 'frontline' });
    const lead = await setting.cast({ name: 'Zoë Łukasz', tier: 'manager' });
    const chief = await setting.cast({ name: '陈总', tier: 'executive' });
    runId = await setting.played(
      { desk, lead, chief },
      { escalates: true, statement: true, title: '<b>断电|演练</b>' },
    );
    report = await setting.report(runId);
  });
  afterAll(() => setting.stop());

  it.each(FORMATS)('when %s is not for the caller it should refuse', async (format) => {
    const path = `/drill-runs/${runId}/report.${format}`;
    expect((await setting.app.client().get(path)).status).toBe(401);
    expect((await desk.client.get(path)).status).toBe(403);
    expect((await setting.trainer.client.get(`${path}?locale=fr`)).body.details[0].path).toBe('locale');
    const { client } = await setting.app.signedIn({ roles: ['employee', 'trainer'], scope: '法务部' });
    for (const [who, id] of [
      [client, runId],
      [setting.trainer.client, NOWHERE],
    ] as const)
      expect((await who.get(`/drill-runs/${id}/report.${format}`)).body.code).toBe('drill.not_found');
  });

  it.each([
    ['html', 'text/html; charset=utf-8'],
    ['md', 'text/markdown; charset=utf-8'],
    ['pdf', 'application/pdf'],
  ])('should send %s as a file whose name says that it is a drill', async (format, type) => {
    const { headers } = await file(format, 'en');
    expect(headers['content-type']).toBe(type);
    expect(decodeURIComponent(headers['content-disposition'] as string)).toContain(
      `DRILL 演练 drill-test 2026-03-02.${format}`,
    );
  });

  it.each(['zh-CN', 'en'] as const)('should tell the same in %s, whatever the form', async (locale) => {
    const said = [
      report.mark,
      ...report.score.objectives.map(({ title }) => textIn(title, locale)),
      ...report.meanings.map(({ meaning }) => textIn(meaning, locale)),
      ...report.honesty.map((text) => textIn(text, locale)),
      '刘䶮',
      report.certificate.logSha256,
      report.certificate.stateHash,
    ];
    const html = plain((await file('html', locale)).content.toString());
    const markdown = (await file('md', locale)).content.toString().replace(/\\/g, '');
    for (const text of said) {
      expect(html).toContain(text);
      expect(markdown).toContain(text);
    }
    expect(missing((await file('pdf', locale)).content, said.join(''))).toEqual([]);
  });

  it('should hold no Chinese in English but what people and names are, and the other way round', async () => {
    const english = plain((await file('html', 'en')).content.toString());
    const written = ['演练', '断电', '刘䶮', '陈总', '真实', '转给主管', '我们正在核实，一小时内再次通报。'];
    const left = written.reduce((text, known) => text.replaceAll(known, ''), english);
    const names = [report.organisation, ...report.staff.map(({ person }) => person.name)];
    expect(names.reduce((text, name) => text.replaceAll(name, ''), left)).not.toMatch(/\p{Script=Han}/u);
    const chinese = plain((await file('html', 'zh-CN')).content.toString());
    for (const word of ['Objectives', 'Timeline', 'Hot wash', 'Seed', 'at most'])
      expect(chinese).not.toContain(word);
  });

  it('should take what people wrote as text, never as markup', async () => {
    const html = (await file('html', 'zh-CN')).content.toString();
    expect(html).not.toContain('<b>');
    expect(html).toContain('&#60;b&#62;断电|演练');
    expect((await file('md', 'zh-CN')).content.toString()).toContain('\\<b\\>断电\\|演练');
    expect(html).not.toMatch(/<script|src=|href=/);
  });

  it('should mark, count and leave a line to sign on on every page of the PDF', async () => {
    const text = (await file('pdf', 'zh-CN')).content.toString('latin1');
    const pages = text.match(/\/Type \/Page\b/g)!.length;
    expect(pages).toBeGreaterThan(1);
    expect(text.match(/\/MediaBox \[0 0 595\.28 841\.89\]/g)).toHaveLength(pages);
    expect(text).toContain('/Lang (zh-CN)');
    const { content } = await file('pdf', 'en');
    expect(missing(content, `Page ${pages} of ${pages} Signature: Date: DRILL 演练`)).toEqual([]);
  });

  it('should use the language of the reader when none is asked for', async () => {
    const { text } = await setting.trainer.client.get(`/drill-runs/${runId}/report.md`);
    expect(text).toContain('演练评估报告');
  });
});

/** What a page says, without its markup. */
const plain = (html: string): string =>
  html
    .replace(/<style>[\s\S]*<\/style>/, '')
    .replace(/<[^>]*>/g, '\n')
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));
