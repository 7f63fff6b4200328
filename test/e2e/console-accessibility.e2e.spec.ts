import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { axeViolations } from '../support/browser.js';
import { startProduct, type Product } from '../support/product.js';
import { openConsole, settled, type ConsoleLocale, type Desk } from './support/console.js';
import { LearnerClient } from './support/learner-client.js';

const ROSTERS = join(__dirname, '../fixtures/rosters');
const ADMIN = '100010';
const MINUTES = 60_000;
const DESKTOP = { width: 1440, height: 900 };
const TABLET = { width: 820, height: 1180 };

const WORDS = {
  'en-GB': { next: 'Next', withdraw: 'Withdraw', frontline: 'Frontline', choose: 'Choose file', blocked: 'Has errors', ready: 'Ready to confirm', commit: 'Carry out the import', make: 'Make the handout', due: 'Due on a day', training: 'Training', certificates: 'Certificates', table: /^Show as table/, help: 'Keyboard shortcuts', views: 'Saved views', account: 'Your account', why: /^Why\?/, extend: /^Give more time/, waive: /^Waive/, programs: 'Programs' },
  'zh-CN': { next: '下一步', withdraw: '撤回', frontline: '一线员工', choose: '选择文件', blocked: '有错误', ready: '待确认', commit: '确认导入', make: '生成凭据', due: '设定截止日期', training: '培训', certificates: '证书', table: /^以表格显示/, help: '键盘快捷键', views: '常用视图', account: '我的账号', why: /^为什么要参加/, extend: /^延期/, waive: /^豁免/, programs: '培训项目' },
} as const; // prettier-ignore
type Words = (typeof WORDS)[ConsoleLocale];

interface Ids {
  person: string;
  course: string;
  rule: string;
  caseLesson: string;
  questions: Map<string, string>;
}
interface Screen {
  path: (ids: Ids) => string;
  /** What to do there before it is looked at. */
  act?: (page: Page, words: Words) => Promise<void>;
}

const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, ...(typeof name === 'string' ? { exact: true } : {}) });
const upload = (file: string, status: 'ready' | 'blocked') => async (page: Page, words: Words) => {
  await page.getByLabel(words.choose).setInputFiles(join(ROSTERS, file));
  await page.getByText(words[status], { exact: true }).waitFor({ timeout: MINUTES });
};
const wizard = (steps: number) => async (page: Page, words: Words) => {
  await page.getByRole('checkbox', { name: words.frontline }).check();
  const next = button(page, words.next);
  if (steps > 0) await next.click();
  if (steps > 1) {
    await page.getByRole('checkbox').first().check();
    await next.click();
  }
  if (steps > 2) {
    await page.getByRole('radio', { name: words.due }).check();
    await next.click();
    await page.getByRole('table').waitFor();
  }
};

const SCREENS: Record<string, Screen> = {
  today: { path: () => '/' },
  people: { path: () => '/people' },
  'saved views': { path: () => '/people', act: (page, words) => button(page, words.views).click() },
  'profile of a person': { path: ({ person }) => `/people?person=${person}` },
  'training of a person': {
    path: ({ person }) => `/people?person=${person}`,
    act: (page, words) => page.getByRole('tab', { name: words.training, exact: true }).click(),
  },
  'certificates of a person': {
    path: ({ person }) => `/people?person=${person}`,
    act: (page, words) => page.getByRole('tab', { name: words.certificates }).click(),
  },
  'new person': { path: () => '/people/create' },
  'edit a person': { path: ({ person }) => `/people/${person}` },
  departments: { path: () => '/departments' },
  'new roster': { path: () => '/people-imports/create' },
  'roster with errors': { path: () => '/people-imports/create', act: upload('roster-dirty.csv', 'blocked') },
  'roster to confirm': { path: () => '/people-imports/create', act: upload('roster-gb18030.csv', 'ready') },
  'confirm a roster': {
    path: () => '/people-imports/create',
    act: async (page, words) => {
      await upload('roster-gb18030.csv', 'ready')(page, words);
      await button(page, words.commit).click();
    },
  },
  imports: { path: () => '/people-imports' },
  'hand out sign-in': { path: () => '/credentials' },
  courses: { path: () => '/courses' },
  'a course': { path: ({ course }) => `/courses/${course}/show` },
  'preview of a course': { path: ({ course }) => `/courses/${course}/preview?tier=executive` },
  'preview of a case': { path: ({ course, caseLesson }) => `/courses/${course}/preview?part=${caseLesson}` },
  'preview of a quiz': { path: ({ course }) => `/courses/${course}/preview?part=quiz` },
  questions: { path: () => '/questions' },
  ...Object.fromEntries(
    ['single', 'multiple', 'boolean', 'ordering', 'matching', 'numeric', 'short'].map((type) => [
      `a question, ${type}`,
      { path: ({ questions }: Ids) => `/questions/${questions.get(type)!}/show` },
    ]),
  ),
  assignments: { path: () => '/audience-rules' },
  'an assignment': { path: ({ rule }) => `/audience-rules/${rule}/show` },
  'withdraw an assignment': {
    path: ({ rule }) => `/audience-rules/${rule}/show`,
    act: (page, words) => button(page, words.withdraw).click(),
  },
  'assign: who': { path: () => '/audience-rules/create', act: wizard(0) },
  'assign: what': { path: () => '/audience-rules/create', act: wizard(1) },
  'assign: when': { path: () => '/audience-rules/create', act: wizard(2) },
  'assign: check': { path: () => '/audience-rules/create', act: wizard(3) },
  completion: { path: () => '/completion' },
  'completion by tier': { path: () => '/completion?by=tier' },
  'people of a number': { path: () => '/completion-rows' },
  certification: { path: () => '/certification' },
  'certification by status': { path: () => '/certification?by=status' },
  'people of a certification': { path: () => '/certification-people' },
  'programs of a person': { path: ({ person }) => `/people/${person}/programs` },
  'why a person has a program': {
    path: ({ person }) => `/people/${person}/programs`,
    act: (page, words) => button(page, words.why).first().click(),
  },
  'more time for a program': {
    path: ({ person }) => `/people/${person}/programs`,
    act: (page, words) => button(page, words.extend).first().click(),
  },
  'waive a program': {
    path: ({ person }) => `/people/${person}/programs`,
    act: (page, words) => button(page, words.waive).first().click(),
  },
  'programs in the profile': {
    path: ({ person }) => `/people?person=${person}`,
    act: (page, words) => page.getByRole('tab', { name: words.programs }).click(),
  },
  analytics: { path: () => '/analytics' },
  'analytics as a table': {
    path: () => '/analytics',
    act: (page, words) => page.getByRole('button', { name: words.table }).first().click(),
  },
  'people of a figure': { path: () => '/analytics-people' },
  certificates: { path: () => '/certificates' },
  evidence: { path: () => '/evidence' },
  'evidence of a person': {
    path: ({ person }) => `/evidence?filter=${encodeURIComponent(JSON.stringify({ personId: person }))}`,
  },
  'audit trail': { path: () => '/audit' },
  'personal data, register': { path: () => '/privacy' },
  'personal data, notice': { path: () => '/privacy?tab=notice' },
  'personal data, retention': { path: () => '/privacy?tab=retention' },
  'personal data, people who left': { path: () => '/privacy?tab=people' },
  settings: { path: () => '/settings' },
  'change password': { path: () => '/password' },
  'search everything': { path: () => '/people', act: (page) => page.keyboard.press('Control+k') },
  shortcuts: { path: () => '/people', act: (page, words) => button(page, words.help).click() },
  account: { path: () => '/people', act: (page, words) => button(page, words.account).click() },
};

describe.each(['zh-CN', 'en-GB'] as const)('The console in %s', (locale) => {
  let product: Product;
  let desk: Desk;
  let ids: Ids;

  beforeAll(async () => {
    product = await startProduct();
    const one = async (sql: string) => (await product.database.query<{ id: string }>(sql))[0]!.id;
    const course = await one('SELECT id FROM course ORDER BY position LIMIT 1');
    const questions = await product.database.query<{ type: string; id: string }>(
      'SELECT DISTINCT ON (v.type) v.type, q.id FROM question q JOIN question_version v ON v.id = q.current_version_id ORDER BY v.type, q.id',
    );
    ids = {
      course,
      person: await one(`SELECT id FROM person WHERE employee_no = '100031'`),
      rule: await one('SELECT id FROM audience_rule LIMIT 1'),
      caseLesson: await one(
        `SELECT l.id FROM lesson l JOIN course c ON c.published_version_id = l.version_id WHERE l.case_graph IS NOT NULL AND l.tiers IS NULL ORDER BY c.position LIMIT 1`,
      ),
      questions: new Map(questions.map(({ type, id }) => [type, id])),
    };
    for (const [login, wrong] of [
      ['100031', 0],
      ['100020', 2],
    ] as const)
      await (await LearnerClient.signIn(product, login)).finish(course, wrong);
    desk = await openConsole(product, ADMIN, { locale });
  }, 4 * MINUTES);
  afterAll(() => desk.close());
  afterAll(() => product.close());

  it.each(Object.keys(SCREENS))(
    '%s should have no barrier, ask nobody outside, and fit a tablet',
    async (name) => {
      const { page } = desk;
      const { path, act } = SCREENS[name]!;
      desk.errors.length = 0;
      await page.setViewportSize(DESKTOP);
      await page.goto(`/admin${path(ids)}`);
      await settled(page);
      await act?.(page, WORDS[locale]);
      // Names of buttons that show below the mouse are no part of the screen.
      await page.mouse.move(0, 0);
      await page.locator('.MuiTooltip-popper').waitFor({ state: 'detached' });
      await settled(page);
      expect(await axeViolations(page)).toEqual([]);
      await page.setViewportSize(TABLET);
      await settled(page);
      const { needed, given } = await page.evaluate(() => ({
        needed: document.documentElement.scrollWidth,
        given: document.documentElement.clientWidth,
      }));
      expect(needed).toBeLessThanOrEqual(given);
      expect(await axeViolations(page, { contrast: false })).toEqual([]);
      expect(desk.foreign).toEqual([]);
      expect(desk.errors).toEqual([]);
    },
    MINUTES,
  );
});
