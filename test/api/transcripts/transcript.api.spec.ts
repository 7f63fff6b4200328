import readSheets from 'read-excel-file/node';
import type request from 'supertest';
import { missing } from '../../../api/src/platform/pdf/testing/pdf-characters.js';
import { fixtureTemplate } from '../../support/content-template.js';
import { TestApp, type TestClient, type TestPerson } from '../../support/test-app.js';
import { doCourse, hrDesk, yearly } from '../certification/program-setting.js';

const bytes = async (test: request.Test) => {
  const { body, status, headers } = await test.buffer(true).parse((response, done) => {
    const chunks: Buffer[] = [];
    response.on('data', (chunk: Buffer) => chunks.push(chunk));
    response.on('end', () => done(null, Buffer.concat(chunks)));
  });
  return { body: body as Buffer, status, headers };
};
const sheetOf = async (body: Buffer) =>
  ((await readSheets(body, { trim: false })) as { data: (string | number | null)[][] }[])[0]!.data;
const pagesOf = (pdf: Buffer) => pdf.toString('latin1').match(/\/Type \/Page\b(?!s)/g)!.length;

describe('The transcript of a person', () => {
  let app: TestApp;
  let desk: Awaited<ReturnType<typeof hrDesk>>;
  let person: TestPerson;
  let programId: string;
  const own = async (query: string) => bytes((await app.as(person)).get(`/learn/transcript?${query}`));
  const rows = async (locale = 'zh-CN') => sheetOf((await own(`format=xlsx&locale=${locale}`)).body);

  beforeAll(async () => {
    app = await TestApp.start({ template: await fixtureTemplate() });
    desk = await hrDesk(app);
    // Characters that most fonts leave out; they are in real names.
    person = await app.person({ name: '刘䶮𫖯', department: '客服' });
    programId = await desk.program(yearly());
    await desk.rule(programId, { tiers: ['frontline'] });
    await doCourse(app, person);
    app.clock.set('2027-01-10T01:00:00Z');
    const { body } = await (await app.as(person)).get('/learn/programs');
    const courseId = body.items[0].items[0].courseId as string;
    await (await app.as(person)).post(`/learn/courses/${courseId}/again`).expect(200);
    await doCourse(app, person);
    const hr = await desk.client();
    await hr
      .post(`/people/${person.id}/certifications/${programId}/revoke`, { reason: '抽查未通过', dueDays: 30 })
      .expect(200);
    await hr
      .post(`/people/${person.id}/certifications/${programId}/waivers`, {
        kind: 'extension',
        until: '2027-03-31',
        reason: '长期病假',
      })
      .expect(200);
  });
  afterAll(() => app.stop());

  it('should list every round of a course and every period, also what was taken back, in the workbook', async () => {
    const [header, ...lines] = await rows();
    expect(header!.slice(0, 3)).toEqual(['类别', '名称', '版本']);
    const of = (kind: string) => lines.filter(([first]) => first === kind);
    expect(header!.slice(11)).toEqual(['姓名', '工号']);
    expect(lines.every((line) => line[11] === '刘䶮𫖯' && line[12] === person.employeeNo)).toBe(true);
    expect(of('资格').map((line) => [line[1], line[9], line[10]])).toEqual([
      ['上岗培训', '已撤销', '截止 2027-03-31'],
    ]);
    expect(of('资格周期').map((line) => [line[4], line[5], line[6], line[9]])).toEqual([
      ['2027-01-10', '2027-03-02', '2028-03-01', '2027-01-10 撤销：抽查未通过'],
      ['2026-03-02', '2026-03-02', '2027-03-01', '有效'],
    ]);
    expect(of('课程').map((line) => [line[2], line[4], line[7]])).toEqual([
      [1, '2027-01-10', 90],
      [1, '2026-03-02', 90],
    ]);
    const codes = await app.database.query<{ code: string }>(
      'SELECT code FROM certificate WHERE person_id = $1 ORDER BY issued_at DESC',
      [person.id],
    );
    expect(codes).toHaveLength(2);
    expect(of('课程').map((line) => line[8])).toEqual(codes.map(({ code }) => code));
    expect(of('延期')[0]!.slice(5, 7)).toEqual(['2027-01-10', '2027-03-31']);
    expect(of('延期')[0]![10]).toContain('长期病假');
  });

  it('should say the same in English', async () => {
    const lines = await rows('en');
    expect(lines[0]![0]).toBe('Kind');
    expect(lines.find(([kind]) => kind === 'Certification period')![9]).toBe(
      'revoked on 2027-01-10: 抽查未通过',
    );
  });

  it.each(['zh-CN', 'en'])(
    'should be a PDF on A4 with every character of the name, in %s',
    async (locale) => {
      const { body, headers } = await own(`locale=${locale}`);
      expect(headers['content-type']).toBe('application/pdf');
      expect(headers['content-disposition']).toContain(encodeURIComponent('刘䶮𫖯'));
      expect(body.subarray(0, 5).toString()).toBe('%PDF-');
      expect(body.toString('latin1')).toContain('/MediaBox [0 0 595.28 841.89]');
      expect(missing(body, '刘䶮𫖯抽查未通过长期病假')).toEqual([]);
      expect(missing(body, locale === 'en' ? 'Page 1 of 1 Signature' : '第1页共1页签字')).toEqual([]);
    },
  );

  it('when much was done it should go on, with the head of the table on each page', async () => {
    await app.database.query(
      `INSERT INTO waiver (person_id, program_id, kind, until, period, reason, created_by, created_at)
       SELECT $1, $2, 'waiver', '2026-05-01', 1, '第 ' || n || ' 次说明', $1, $3 FROM generate_series(1, 120) n`,
      [person.id, programId, app.clock.now()],
    );
    const { body } = await own('locale=zh-CN');
    expect(pagesOf(body)).toBeGreaterThan(2);
    await app.database.query(`DELETE FROM waiver WHERE kind = 'waiver'`);
  });

  it('should be there for staff in scope, and for nobody else', async () => {
    const path = `/people/${person.id}/transcript?format=xlsx`;
    const status = async (client: TestClient) => (await bytes(client.get(path))).status;
    expect(await status(await desk.client())).toBe(200);
    const within = await app.signedIn({ roles: ['employee', 'hr'], scope: '客服', department: '人力' });
    expect(await status(within.client)).toBe(200);
    const outside = await app.signedIn({ roles: ['employee', 'hr'], scope: '财务', department: '人力' });
    expect(await status(outside.client)).toBe(404);
    const colleague = await app.signedIn({ department: '客服' });
    expect(await status(colleague.client)).toBe(403);
    const lead = await app.signedIn({ tier: 'manager', department: '客服' });
    await app.database.query('UPDATE person SET manager_id = $2 WHERE id = $1', [person.id, lead.person.id]);
    expect(await status(lead.client)).toBe(403);
  });

  it('when nothing was ever done it should say so instead of failing', async () => {
    const fresh = await app.signedIn({ tier: 'executive' });
    const pdf = await bytes(fresh.client.get('/learn/transcript?locale=zh-CN'));
    expect({ status: pdf.status, lacks: missing(pdf.body, '培训档案无。') }).toEqual({
      status: 200,
      lacks: [],
    });
    expect(await sheetOf((await bytes(fresh.client.get('/learn/transcript?format=xlsx'))).body)).toHaveLength(
      1,
    );
  });
});
