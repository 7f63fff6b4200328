import { randomUUID } from 'node:crypto';
import { axeViolations, openBrowser, picture, type TestBrowser } from '../support/browser.js';
import { startProduct, type Product } from '../support/product.js';
import { publishShippedScenario } from '../support/shipped-scenario.js';
import { openConsole, settled, type Desk } from './support/console.js';
import { hands } from './support/hand.js';
import { Lead } from './support/lead.js';
import { SeatClient } from './support/seat-client.js';
import { slowDown } from './support/run-clock.js';
import { signIn } from './support/sign-in.js';

const MINUTES = 60_000;
const [EXECUTIVE, MANAGER, FRONTLINE, TRAINER] = ['100003', '100020', '100031', '100011'];
const ACTION = '值班电话写进应急手册';
const CHANGE = '先上报再核实';
const PICTURES = new Set([
  'hot-wash-offline-zh-360',
  'results-zh-360',
  'actions-zh-360',
  'report-en-1440',
  'report-zh-1280',
  'action-en-1280',
]);
/** A person waits no longer for the draft of a report, from the end of the drill on. */
const REPORT_MS = 60_000;

/** A statement on its way: written at 20, passed by the simulated counsel five minutes later, out at 26. */
async function speak(lead: Lead, runId: string, manager: SeatClient, executive: SeatClient): Promise<void> {
  const statement = randomUUID();
  await lead.control(runId, { kind: 'jump', toMinute: 20 });
  await manager.act({
    kind: 'draft_statement',
    statement,
    strategy: 'inform',
    elements: ['what_happened', 'what_we_do', 'next_update'],
    outlets: ['official_site', 'microblog'],
    text: '我们正在核实，11:00 前再次通报。',
  });
  await manager.act({ kind: 'submit_statement', statement });
  await lead.control(runId, { kind: 'jump', toMinute: 26 });
  await executive.act({ kind: 'approve_statement', statement, version: 1 });
  await manager.act({ kind: 'publish_statement', statement, version: 1 });
}

/** Courses that somebody has to do, one entry an assignment. */
async function openCourses(product: Product, employeeNo: string): Promise<string[]> {
  const rows = await product.database.query<{ id: string }>(
    `SELECT a.course_id AS id FROM assignment a JOIN person p ON p.id = a.person_id
     WHERE p.employee_no = $1 AND a.withdrawn_at IS NULL`,
    [employeeNo],
  );
  return rows.map(({ id }) => id);
}

describe.each(['pointer', 'keyboard'] as const)('After a drill, by %s', (by) => {
  let product: Product;
  let lead: Lead;
  let phone: TestBrowser;
  let desk: Desk;
  let runId: string;
  const seen: Record<string, string[]> = {};

  beforeAll(async () => {
    product = await startProduct();
    const scenarioId = await publishShippedScenario(product.database, 'data-leak');
    lead = await Lead.signIn(product);
    // Nobody has the courses open that may follow from the drill.
    await lead.withdrawRules();
    const cast = { [EXECUTIVE]: 'ceo', [MANAGER]: 'pr', [FRONTLINE]: 'listening' };
    ({ id: runId } = await lead.createRun(scenarioId, cast, 7));
    const executive = await SeatClient.join(product, runId, EXECUTIVE);
    const manager = await SeatClient.join(product, runId, MANAGER);
    phone = await openBrowser(product.url, {
      width: 360,
      height: 740,
      mobile: by === 'pointer',
      dark: by === 'keyboard',
    });
    const hand = hands(phone.page)[by];
    await phone.page.goto(`/drills/${runId}`);
    await signIn(phone.page, hand, FRONTLINE, 'zh-CN');
    await phone.page.getByRole('heading', { name: /用户数据泄露/ }).waitFor();
    expect((await phone.page.request.post(`/api/drills/${runId}/ready`)).status()).toBe(204);
    await lead.control(runId, { kind: 'start' });
    await slowDown(product.database, runId);
    await speak(lead, runId, manager, executive);
    await lead.control(runId, { kind: 'jump', toMinute: 120 });
    desk = await openConsole(product, TRAINER, { locale: by === 'pointer' ? 'en-GB' : 'zh-CN', by });
  }, 3 * MINUTES);
  afterAll(async () => {
    await phone.close();
    await desk.close();
    await product.close();
  });

  const look = async (name: string, browser: TestBrowser = phone) => {
    const found = await axeViolations(browser.page);
    const tooWide = await browser.page.evaluate(
      () => document.documentElement.scrollWidth - window.innerWidth,
    );
    if (tooWide > 0) found.push(`wider than the screen by ${tooWide} px`);
    seen[name] = found;
    if (PICTURES.has(name)) await picture(browser.page, `after-drill-${name}`);
  };
  const faults = () => Object.fromEntries(Object.entries(seen).filter(([, found]) => found.length));
  const shade = by === 'pointer' ? 'zh-360' : 'zh-360-dark';

  it('when the drill ends the report should be there within a minute, in both languages, with all three tiers', async () => {
    const began = Date.now();
    await lead.control(runId, { kind: 'end' });
    const report = await lead.report(runId);
    const pages = [await lead.reportPage(runId, 'zh-CN'), await lead.reportPage(runId, 'en')];
    expect(Date.now() - began).toBeLessThan(REPORT_MS);
    const played = report.cast.filter(({ people }) => people.length > 0);
    expect(played.map(({ tier }) => tier)).toEqual(['executive', 'manager', 'frontline']);
    for (const page of pages) {
      expect(page).toContain('DRILL 演练');
      for (const { people } of played) expect(page).toContain(people[0]!.name);
    }
    // Half an hour sooner counsel had not read it: no statement at all, whatever minute was meant.
    const [later, sooner] = report.whatIf;
    expect(later!.refusal).toBeNull();
    expect(later!.after.statementMinute).toBeCloseTo(later!.before.statementMinute + 30, 5);
    expect([sooner!.refusal?.en, sooner!.after.statementMinute]).toEqual([
      'this version was not approved by then',
      null,
    ]);
    expect(pages[1]).toContain('would have been refused, because this version was not approved by then');
  });

  it(
    'should ask three questions on the phone, keep the answers without a line, and send them when it is back',
    async () => {
      const { page, context } = phone;
      const hand = hands(page)[by];
      const button = (name: string) => page.getByRole('button', { name, exact: true });
      const sure = (question: string, step: string) =>
        page.getByRole('group', { name: question }).getByLabel(step, { exact: true });

      await page.getByRole('heading', { name: '现场点评', exact: true }).waitFor();
      await look(`hot-wash-${shade}`);
      await hand.press(button('提交'));
      await page.getByText('请至少写一句话，并选好两项把握。').waitFor();
      await hand.type(page.getByLabel('最该改的一件事是什么？'), CHANGE);
      await hand.tick(sure('演练前有多大把握？', '2'));

      // The page goes away in the middle of it; what was written is still there.
      await page.reload();
      await page.getByRole('heading', { name: '现场点评', exact: true }).waitFor();
      expect(await page.getByLabel('最该改的一件事是什么？').inputValue()).toBe(CHANGE);
      expect(await sure('演练前有多大把握？', '2').isChecked()).toBe(true);

      await context.setOffline(true);
      await page.getByText(/^线路已断。写下的内容存在本机/).waitFor();
      await hand.tick(sure('现在有多大把握？', '4'));
      await look(`hot-wash-offline-${shade}`);
      await hand.press(button('提交'));
      await page.getByText('已存在本机，线路恢复后自动发送。').waitFor();
      expect((await lead.report(runId)).hotWash).toEqual([]);
      await context.setOffline(false);
      await page.getByText('已提交，谢谢。报告关闭前可以修改。').waitFor();
      expect((await lead.report(runId)).hotWash).toMatchObject([
        { change: CHANGE, confidenceBefore: 2, confidenceAfter: 4, name: null },
      ]);

      await hand.press(page.getByRole('link', { name: '查看我的结果' }));
      await page.getByRole('heading', { name: /^我的表现/ }).waitFor();
      await page.getByText('情景要求的行动中，按时完成的比例。').first().waitFor();
      await page.getByText('声明会被拒绝：那时这一版还没有通过审批').waitFor();
      await look(`results-${shade}`);
      expect(faults()).toEqual({});
    },
    2 * MINUTES,
  );

  it(
    'a trainer should read the report, take a course back, and give somebody an action that they carry out',
    async () => {
      const { page, hand: trainer } = desk;
      const words = by === 'pointer' ? EN : ZH;
      const button = (name: string) => page.getByRole('button', { name, exact: true });
      const inDialog = (name: string) => page.getByRole('dialog').getByRole('button', { name });

      await page.goto(`/admin/drill-runs/${runId}/show`);
      await trainer.press(page.getByRole('link', { name: words.report, exact: true }));
      await page.getByRole('heading', { name: words.followUps }).waitFor();
      await page.getByText(CHANGE).waitFor();
      await page.getByText(words.because).first().waitFor();
      await page.getByText(words.refused).waitFor();
      await page.getByText(/npm run drill -- replay data-leak/).waitFor();
      await settled(page);
      await look(`report-${words.locale}-1440`, desk);
      await page.setViewportSize({ width: 1280, height: 800 });
      await look(`report-${words.locale}-1280`, desk);
      for (const format of ['pdf', 'html', 'md'])
        for (const locale of ['zh-CN', 'en']) {
          const file = await page.request.get(`/api/drill-runs/${runId}/report.${format}?locale=${locale}`);
          expect([format, locale, file.status()]).toEqual([format, locale, 200]);
        }

      // What a number rests on can be looked up in the timeline below it.
      const evidence = page
        .getByRole('region', { name: words.objectives })
        .getByRole('link', { name: /^#\d+$/ });
      const target = (await evidence.first().getAttribute('href'))!;
      await trainer.press(evidence.first());
      expect(await page.locator(`${target}:target`).count()).toBe(1);

      // The course that helps was assigned once, to those whose seats it concerns; the trainer takes it back.
      const open = () => openCourses(product, FRONTLINE);
      const [first] = (await lead.report(runId)).followUps;
      expect((await open()).filter((id) => id === first!.courseId)).toHaveLength(1);
      await page.getByText(words.assigned).first().waitFor();
      const before = await button(words.takeBack).count();
      await trainer.press(button(words.takeBack).first());
      await trainer.press(inDialog(words.takeBack));
      await page.getByText(words.takenBack, { exact: true }).waitFor();
      expect(await button(words.takeBack).count()).toBe(before - 1);
      expect(await open()).not.toContain(first!.courseId);

      await trainer.press(page.getByRole('link', { name: words.addAction }));
      await trainer.type(page.getByLabel(words.what), ACTION);
      await trainer.type(page.getByLabel(words.owner), FRONTLINE);
      await trainer.pick(page.getByRole('option', { name: new RegExp(FRONTLINE) }));
      await page.getByLabel(words.due).fill('2030-01-31');
      await settled(page);
      await look(`action-${words.locale}-1280`, desk);
      await trainer.press(button(words.save));
      await page.getByRole('link', { name: ACTION }).waitFor();

      await trainer.press(button(words.close));
      await trainer.press(inDialog(words.close));
      await page.getByText(words.closed).waitFor();

      const { page: mobile } = phone;
      const hand = hands(mobile)[by];
      await mobile.goto('/actions');
      const mine = mobile.getByRole('region', { name: ACTION });
      await hand.tick(mine.getByLabel('已完成，待核实'));
      await hand.type(mine.getByLabel(/^完成的依据/), '手册第 12 页');
      await look(`actions-${shade}`);
      await hand.press(mine.getByRole('button', { name: '保存' }));
      await mine.getByText('已保存').waitFor();
      await page.goto('/admin/improvement-actions');
      await page.getByRole('link', { name: ACTION }).waitFor();
      await settled(page);
      await look(`actions-${words.locale}-1280`, desk);

      expect(faults()).toEqual({});
      for (const { foreign, errors } of [phone, desk])
        expect({ foreign, errors }).toEqual({ foreign: [], errors: [] });
    },
    3 * MINUTES,
  );
});

const EN = {
  locale: 'en',
  report: 'Report',
  followUps: 'Training that follows',
  because: /^Because of: /,
  refused: /26 min sooner: would have been refused, because this version was not approved/,
  objectives: 'Objectives',
  assigned: /· assigned$/,
  takeBack: 'Take back',
  takenBack: 'Taken back',
  addAction: 'Add an action',
  what: /^What will change/,
  owner: /^Owner/,
  due: /^Due/,
  save: 'Save',
  close: 'Close the hot wash',
  closed: /^Hot wash closed/,
};
const ZH: typeof EN = {
  locale: 'zh',
  report: '评估报告',
  followUps: '后续培训',
  because: /^原因：/,
  refused: /早 26 分钟.*会被拒绝/,
  objectives: '演练目标',
  assigned: /· 已派发$/,
  takeBack: '撤回',
  takenBack: '已撤回',
  addAction: '登记纠正行动',
  what: /^改进内容/,
  owner: /^负责人/,
  due: /^截止/,
  save: '保存',
  close: '结束现场点评',
  closed: /^现场点评已于/,
};
