import type { CertificationList, OpenAttempt } from '@readyroom/contract';
import { axeViolations, openBrowser, picture, type TestBrowser } from '../support/browser.js';
import { MovedClock } from '../support/moved-clock.js';
import { PASSWORD, startProduct, type Product } from '../support/product.js';
import { giveAnswer, rightAnswers } from './support/answering.js';
import { hands } from './support/hand.js';
import { readLessons } from './support/reading.js';
import { signIn } from './support/sign-in.js';

const MINUTES = 60_000;
const LEARNER = '100031';
const HR = '100012';

/** Somebody of the demo company over HTTP. */
async function caller(product: Product, login: string) {
  const signedIn = await fetch(`${product.url}/api/auth/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ login, password: PASSWORD }),
  });
  const cookie = signedIn.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
  return async <T>(path: string, body?: object): Promise<T> => {
    const answer = await fetch(`${product.url}/api/${path}`, {
      method: body ? 'POST' : 'GET',
      headers: { cookie, ...(body ? { 'content-type': 'application/json' } : {}) },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as T;
  };
}

const looked = async ({ page }: TestBrowser, name: string, seen: Record<string, string[]>) => {
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await page.getByRole('status', { name: /^(正在加载|Loading)$/ }).waitFor({ state: 'detached' });
  seen[name] = await axeViolations(page);
  const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  if (tooWide > 0) seen[name].push(`wider than the screen by ${tooWide} px`);
  await picture(page, name, true);
};

describe('A learner whose role asks for a certification', () => {
  const clock = new MovedClock();
  let product: Product;
  let programId: string;
  let browser: TestBrowser | undefined;

  beforeAll(async () => {
    product = await startProduct({}, clock);
    const hr = await caller(product, HR);
    const [course] = await product.database.query<{ id: string }>(
      'SELECT id FROM course WHERE published_version_id IS NOT NULL ORDER BY position LIMIT 1',
    );
    const [person] = await product.database.query<{ id: string }>(
      'SELECT id FROM person WHERE employee_no = $1',
      [LEARNER],
    );
    const made = await hr<{ id: string }>('programs', {
      slug: 'desk-start',
      document: {
        title: { zh: '客服上岗资格', en: 'Desk certification' },
        summary: { zh: '接待第一位用户之前完成。', en: 'To be done before the first customer.' },
        path: [{ kind: 'course', key: 'start', requires: [], courseId: course!.id }],
        refresher: [],
        renewal: { validityMonths: 12, windowDays: 60, graceDays: 14, anchor: 'fixed' },
        drillEveryMonths: {},
        refresherDays: null,
      },
    });
    programId = made.id;
    await hr('audience-rules', {
      programId,
      audience: { personIds: [person!.id] },
      dueAfter: { kind: 'after_assignment', days: 14 },
    });
    const until = Date.now() + MINUTES;
    for (;;) {
      const [row] = await product.database.query<{ n: number }>(
        'SELECT count(*)::int AS n FROM program_standing WHERE program_id = $1 AND counted',
        [programId],
      );
      if (row!.n > 0) break;
      if (Date.now() > until) throw new Error('The rule did not reach anybody');
      await new Promise((done) => setTimeout(done, 100));
    }
  }, 3 * MINUTES);
  afterEach(() => browser?.close());
  afterAll(() => product.close());

  it(
    'should go from home to compliant on a phone in Chinese, and begin again when the renewal opens',
    async () => {
      const open = await openBrowser(product.url, {
        width: 360,
        height: 740,
        mobile: true,
        locale: 'zh-CN',
      });
      browser = open;
      const { page } = open;
      const hand = hands(page).pointer;
      const seen: Record<string, string[]> = {};
      const program = async () =>
        ((await (await page.request.get('/api/learn/programs')).json()) as CertificationList).items.find(
          (one) => one.program.id === programId,
        )!;
      const card = page
        .getByRole('listitem')
        .filter({ has: page.getByText('客服上岗资格', { exact: true }) });

      await page.goto('/');
      await signIn(page, hand, LEARNER, 'zh-CN');
      await card.getByText('未开始').waitFor();
      // The course that both programs begin with stands once, as the one to go on with.
      expect(await page.getByText('危机是什么').count()).toBe(1);
      await looked(open, 'learn-home-programs-zh-360', seen);
      await hand.press(card.getByRole('link', { name: '查看培训项目：客服上岗资格' }));
      await page.getByRole('heading', { name: '客服上岗资格', level: 1 }).waitFor();
      await hand.press(page.getByRole('button', { name: '为什么要我完成？' }));
      const why = page.getByRole('dialog');
      await why.getByText(/派发给您/).waitFor();
      await picture(page, 'learn-program-why-zh-360');
      await hand.press(why.getByRole('button', { name: '关闭' }));

      await hand.press(page.getByRole('link', { name: /^下一步：/ }));
      await readLessons(page, hand, 'zh-CN');
      const started = page.waitForResponse((response) => /quizzes\/.*\/attempts/.test(response.url()));
      await hand.press(page.getByRole('button', { name: '开始作答' }));
      const attempt = (await (await started).json()) as OpenAttempt;
      const answers = await rightAnswers(product.database, attempt.id);
      for (const question of attempt.questions) {
        await page.getByText(`第 ${question.position} 题，共 ${attempt.questions.length} 题`).waitFor();
        await giveAnswer(page, hand, question, answers.get(question.position)!);
        const last = question.position === attempt.questions.length;
        await hand.press(page.getByRole('button', { name: last ? '检查并交卷' : '下一题' }));
      }
      await hand.press(page.getByRole('button', { name: '交卷', exact: true }));
      await page.getByText('这门课已完成').waitFor();

      await page.goto('/');
      await card.getByText('合规').waitFor();
      const first = await program();
      expect(first).toMatchObject({ status: 'compliant', items: [] });
      await page.goto('/certificates');
      await page.getByRole('heading', { name: '客服上岗资格' }).waitFor();
      await looked(open, 'learn-wallet-programs-zh-360', seen);

      // Ten days before the last valid day; a session does not live that long.
      const days = Math.round((Date.parse(first.validUntil!) - Date.now()) / 86_400_000) - 10;
      clock.advance({ days });
      // A process may remember a session for a moment.
      while ((await page.request.get('/api/me')).status() !== 401);
      await page.goto('/');
      await signIn(page, hand, LEARNER, 'zh-CN');
      await card.getByText('即将到期').waitFor();
      await card.getByText(/还有 (9|10|11) 天到期/).waitFor();
      await card.getByText('上次的成绩、证书和有效期都会保留', { exact: false }).waitFor();
      await card.scrollIntoViewIfNeeded();
      await looked(open, 'learn-home-renewal-zh-360', seen);
      await hand.press(card.getByRole('button', { name: /^重新开始（复训）：/ }));
      await page.waitForURL(/\/lessons\//);
      await page.getByRole('heading', { level: 1 }).waitFor();

      await page.goto(`/programs/${programId}`);
      await page.getByRole('heading', { name: '资格记录' }).waitFor();
      await looked(open, 'learn-program-renewal-zh-360', seen);
      const renewed = await program();
      expect(renewed.periods.find(({ number }) => number === 1)).toEqual(
        first.periods.find(({ number }) => number === 1),
      );
      const [kept] = await product.database.query<{ completions: number; rounds: number }>(
        `SELECT (SELECT count(*)::int FROM completion c JOIN person p ON p.id = c.person_id WHERE p.employee_no = $1) AS completions,
           (SELECT max(round) FROM enrolment e JOIN person p ON p.id = e.person_id WHERE p.employee_no = $1) AS rounds`,
        [LEARNER],
      );
      expect(kept).toEqual({ completions: 1, rounds: 2 });

      await page.goto('/calendar');
      await page.getByText('资格到期').first().waitFor();
      await looked(open, 'learn-calendar-zh-360', seen);
      await hand.tick(page.getByRole('radio', { name: '月历' }));
      await page.getByRole('table').waitFor();
      await looked(open, 'learn-calendar-month-zh-360', seen);

      const pdf = await page.request.get('/api/learn/transcript?format=pdf&locale=zh-CN');
      expect((await pdf.body()).subarray(0, 5).toString()).toBe('%PDF-');
      expect(Object.entries(seen).filter(([, violations]) => violations.length > 0)).toEqual([]);
      expect(open.foreign).toEqual([]);
      expect(open.errors).toEqual([]);
    },
    6 * MINUTES,
  );
});

describe('The head of a company', () => {
  let product: Product;
  let browser: TestBrowser | undefined;
  const clock = new MovedClock();
  beforeAll(async () => {
    product = await startProduct({}, clock);
    // Eight weeks are over: nobody has done anything.
    clock.advance({ days: 60 });
  }, 3 * MINUTES);
  afterEach(() => browser?.close());
  afterAll(() => product.close());

  it.each([
    { locale: 'zh-CN', width: 360, height: 740, mobile: true, dark: false },
    { locale: 'en-GB', width: 1280, height: 900, mobile: false, dark: true },
  ] as const)(
    'should see their whole team in $locale at $width px and remind one of them once',
    async (options) => {
      const zh = options.locale === 'zh-CN';
      const open = await openBrowser(product.url, options);
      browser = open;
      const { page } = open;
      const hand = hands(page).pointer;
      const seen: Record<string, string[]> = {};
      await page.goto('/');
      await signIn(page, hand, zh ? '100001' : '100003', options.locale);
      await hand.press(page.getByRole('link', { name: zh ? '我的团队' : 'My team' }));
      await page.getByRole('heading', { name: zh ? '我的团队' : 'My team', level: 1 }).waitFor();
      await hand.tick(page.getByRole('radio', { name: zh ? /^全部下属/ : /^Everybody below/ }));
      const member = page.getByRole('listitem').filter({
        has: page.getByRole('heading', { level: 2 }),
      });
      await page.waitForFunction(() => document.querySelectorAll('.member').length > 1);
      const [before] = await product.database.query<{ n: number }>(
        'SELECT count(*)::int AS n FROM team_reminder',
      );
      const target = member.first();
      const remind = target.getByRole('button', { name: zh ? /^提醒/ : /^Remind/ });
      await hand.press(remind);
      await target.getByText(zh ? /今天 .* 已提醒/ : /Reminded today at/).waitFor();
      expect(await remind.getAttribute('aria-disabled')).toBe('true');
      await remind.click({ force: true });
      await looked(open, `learn-team-${zh ? 'zh-360' : 'en-1280-dark'}`, seen);
      const [after] = await product.database.query<{ n: number; told: number }>(
        `SELECT (SELECT count(*)::int FROM team_reminder) AS n,
           (SELECT count(*)::int FROM delivery WHERE kind = 'nudge' AND channel = 'inbox') AS told`,
      );
      expect(after).toEqual({ n: before!.n + 1, told: before!.n + 1 });
      await page.goto('/calendar');
      await looked(open, `learn-calendar-${zh ? 'lead-zh-360' : 'en-1280-dark'}`, seen);
      await page.goto('/');
      await looked(open, `learn-home-${zh ? 'lead-zh-360' : 'lead-en-1280-dark'}`, seen);
      await hand.press(page.getByRole('link', { name: zh ? /^查看培训项目/ : /^Open the program/ }).first());
      await looked(open, `learn-program-${zh ? 'lead-zh-360' : 'lead-en-1280-dark'}`, seen);
      expect(Object.entries(seen).filter(([, violations]) => violations.length > 0)).toEqual([]);
      expect(open.foreign).toEqual([]);
      expect(open.errors).toEqual([]);
    },
    3 * MINUTES,
  );
});
