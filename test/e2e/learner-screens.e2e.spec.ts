import type { CourseOutline, LearnerHome } from '@readyroom/contract';
import {
  axeViolations,
  openBrowser,
  picture,
  type BrowserOptions,
  type TestBrowser,
} from '../support/browser.js';
import { startProduct, type Product } from '../support/product.js';
import { giveAnswer, rightAnswers } from './support/answering.js';
import { hands } from './support/hand.js';
import { readLessons } from './support/reading.js';
import { signIn } from './support/sign-in.js';

const MINUTES = 60_000;
const EXECUTIVE = '100003';
const FRONTLINE_EN = '100033';
const FRONTLINE_ZH = '100031';

let product: Product;
beforeAll(async () => {
  product = await startProduct();
}, 3 * MINUTES);
afterAll(() => product.close());

async function as(
  login: string,
  options: BrowserOptions,
  work: (browser: TestBrowser) => Promise<void>,
): Promise<void> {
  const browser = await openBrowser(product.url, options);
  try {
    await browser.page.goto('/');
    await signIn(browser.page, hands(browser.page).pointer, login, options.locale ?? 'zh-CN');
    await browser.page.locator('input[type=password]').waitFor({ state: 'detached' });
    await work(browser);
    expect(browser.foreign).toEqual([]);
    expect(browser.errors).toEqual([]);
  } finally {
    await browser.close();
  }
}

const courseOf = async ({ page }: TestBrowser): Promise<CourseOutline> => {
  const home = (await (await page.request.get('/api/learn/home')).json()) as LearnerHome;
  const cards = [home.continue!, ...home.due, ...home.done].sort((a, b) => a.title.localeCompare(b.title));
  return (await (await page.request.get(`/api/learn/courses/${cards[0]!.courseId}`)).json()) as CourseOutline;
};

describe('An executive in English on a desk', () => {
  it(
    'should see other lessons of the same course than the front line',
    async () => {
      const desk = { width: 1280, height: 900, locale: 'en-GB' } as const;
      const titles: Record<string, string[]> = {};
      for (const login of [EXECUTIVE, FRONTLINE_EN])
        await as(login, desk, async (browser) => {
          const { card } = await courseOf(browser);
          await browser.page.goto(`/courses/${card.courseId}`);
          await browser.page.getByRole('heading', { name: card.title, level: 1 }).waitFor();
          titles[login] = await browser.page.getByRole('main').getByRole('listitem').allInnerTexts();
          if (login === EXECUTIVE) await picture(browser.page, 'learn-course-executive-en-1280', true);
        });
      const [executive, frontline] = [titles[EXECUTIVE]!, titles[FRONTLINE_EN]!];
      expect(executive.filter((title) => !frontline.includes(title)).length).toBeGreaterThan(0);
      expect(frontline.filter((title) => !executive.includes(title)).length).toBeGreaterThan(0);
      expect(executive.filter((title) => frontline.includes(title)).length).toBeGreaterThan(0);
    },
    2 * MINUTES,
  );
});

describe.each([
  { locale: 'zh-CN', width: 360, height: 740, mobile: true, dark: false, login: FRONTLINE_ZH },
  { locale: 'en-GB', width: 1280, height: 900, mobile: false, dark: true, login: FRONTLINE_EN },
] as const)('Every screen of the learner app in $locale at $width px', ({ login, ...options }) => {
  it(
    'should have nothing that axe objects to and nothing wider than the screen',
    async () => {
      const outside = await openBrowser(product.url, options);
      const seen: Record<string, string[]> = {};
      const look = async ({ page }: TestBrowser, name: string) => {
        await page.getByRole('heading', { level: 1 }).first().waitFor();
        seen[name] = await axeViolations(page);
        const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        if (tooWide > 0) seen[name].push(`wider than the screen by ${tooWide} px`);
      };
      await outside.page.goto('/');
      await look(outside, 'sign-in');
      await outside.page.goto('/enter/no-such-link-000000000000');
      await look(outside, 'link');
      await outside.page.goto('/verify/AAAA-BBBB-CCCC');
      await look(outside, 'verify unknown');
      await outside.close();

      await as(login, options, async (browser) => {
        const { page } = browser;
        const hand = hands(page).pointer;
        await look(browser, 'home');
        const { card, quiz } = await courseOf(browser);
        await page.goto(`/courses/${card.courseId}`);
        await look(browser, 'course');
        await page.goto(`/courses/${card.courseId}/quiz/${quiz.id}`);
        await look(browser, 'quiz locked');
        const { modules } = await courseOf(browser);
        for (const lesson of modules.flatMap(({ lessons }) => lessons)) {
          await page.goto(`/courses/${card.courseId}/lessons/${lesson.id}`);
          await look(browser, `lesson ${lesson.title}`);
        }
        await page.goto(`/courses/${card.courseId}/lessons/${modules[0]!.lessons[0]!.id}`);
        await readLessons(page, hand, options.locale);
        // The heading of the last lesson stands until the quiz has been loaded.
        await page.getByRole('heading', { name: quiz.title, level: 1 }).waitFor();
        await look(browser, 'quiz open');
        const begun = page.waitForResponse((response) => /quizzes\/.*\/attempts/.test(response.url()));
        await hand.press(page.getByRole('main').getByRole('button').last());
        const attempt = (await (await begun).json()) as {
          id: string;
          questions: Parameters<typeof giveAnswer>[2][];
        };
        const answers = await rightAnswers(product.database, attempt.id);
        const footer = page.getByRole('contentinfo');
        for (const question of attempt.questions) {
          await look(browser, `question ${question.type}`);
          // One stays open, so that there is something to practise.
          if (question.position > 1) await giveAnswer(page, hand, question, answers.get(question.position)!);
          await hand.press(footer.getByRole('button').last());
        }
        await look(browser, 'last look');
        await hand.press(page.getByRole('main').getByRole('button').last());
        await page.waitForURL(/\/attempts\//);
        await look(browser, 'result');
        await picture(page, `learn-result-${options.locale}-${options.width}`, true);
        await page.goto('/certificates');
        await look(browser, 'certificates');
        const [certificate] = await product.database.query<{ code: string }>(
          'SELECT code FROM certificate ORDER BY issued_at DESC LIMIT 1',
        );
        await page.goto(`/verify/${certificate!.code}`);
        await look(browser, 'verify');
        await page.goto('/drills/model');
        await page.getByRole('listitem').filter({ hasText: 'kernel' }).first().waitFor();
        await look(browser, 'drill model');
        await page.goto('/nowhere');
        await look(browser, 'not found');
      });
      expect(Object.fromEntries(Object.entries(seen).filter(([, found]) => found.length))).toEqual({});
    },
    4 * MINUTES,
  );
});
