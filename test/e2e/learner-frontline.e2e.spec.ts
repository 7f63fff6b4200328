import type { OpenAttempt } from '@readyroom/contract';
import { openBrowser, picture, type TestBrowser } from '../support/browser.js';
import { startProduct, type Product } from '../support/product.js';
import { giveAnswer, rightAnswers } from './support/answering.js';
import { hands } from './support/hand.js';
import { readLessons } from './support/reading.js';
import { signIn } from './support/sign-in.js';

const FRONTLINE = { pointer: '100031', keyboard: '100032' };
const MINUTES = 60_000;

describe.each(['pointer', 'keyboard'] as const)(
  'A frontline employee on a 360-px phone in Chinese, by %s',
  (by) => {
    let product: Product;
    let browser: TestBrowser;

    beforeAll(async () => {
      product = await startProduct();
      browser = await openBrowser(product.url, {
        width: 360,
        height: 740,
        mobile: by === 'pointer',
        locale: 'zh-CN',
      });
    }, 3 * MINUTES);
    afterAll(async () => {
      await browser.close();
      await product.close();
    });

    it(
      'should finish a course, lose the network in the quiz, come back, pass and open the certificate',
      async () => {
        const { page, context } = browser;
        const hand = hands(page)[by];
        const shoot = (name: string, full = false) =>
          by === 'pointer' ? picture(page, name, full) : Promise.resolve();

        await page.goto('/');
        await signIn(page, hand, FRONTLINE[by], 'zh-CN');
        const begin = page.getByRole('link', { name: '开始学习' }).first();
        await begin.waitFor();
        await shoot('learn-home-zh-360');
        await hand.press(begin);

        const read = await readLessons(page, hand, 'zh-CN');
        expect(read.length).toBeGreaterThanOrEqual(5);
        expect(new Set(read).size).toBe(read.length);

        const started = page.waitForResponse((response) => /quizzes\/.*\/attempts/.test(response.url()));
        await hand.press(page.getByRole('button', { name: '开始作答' }));
        const attempt = (await (await started).json()) as OpenAttempt;
        expect(JSON.stringify(attempt)).not.toMatch(/rationale|correct|accepted/);
        const answers = await rightAnswers(product.database, attempt.id);
        const counter = (n: number) => page.getByText(`第 ${n} 题，共 ${attempt.questions.length} 题`);

        for (const question of attempt.questions) {
          await counter(question.position).waitFor();
          if (question.position === 4) await context.setOffline(true);
          await giveAnswer(page, hand, question, answers.get(question.position)!);
          if (question.position === 5) {
            await page.getByText(/线路断了：\d+ 个答案存在本机/).waitFor();
            await shoot('learn-quiz-offline-zh-360');
          }
          const last = question.position === attempt.questions.length;
          await hand.press(page.getByRole('button', { name: last ? '检查并交卷' : '下一题' }));
        }
        await page.getByText('全部题目都已作答').waitFor();

        // The phone is put away and taken out again while the line is still down: nothing is lost.
        await context.setOffline(false);
        await page.reload();
        await page.getByText('全部题目都已作答').or(counter(attempt.questions.length)).first().waitFor();
        const check = page.getByRole('button', { name: '检查并交卷' });
        if (await check.isVisible()) await hand.press(check);
        await hand.press(page.getByRole('button', { name: '交卷', exact: true }));

        await page.getByText('这门课已完成').waitFor();
        await expect(page.getByText('100%', { exact: true }).first().isVisible()).resolves.toBe(true);
        await shoot('learn-result-zh-360');
        await hand.press(page.getByRole('link', { name: '查看证书' }));
        await page.getByRole('heading', { name: '证书', level: 1 }).waitFor();
        await shoot('learn-certificates-zh-360');

        const [certificate] = await product.database.query<{ id: string; code: string; holder_name: string }>(
          'SELECT id, code, holder_name FROM certificate',
        );
        const pdf = await context.request.get(`/api/certificates/${certificate!.id}/pdf?locale=zh-CN`);
        expect(pdf.headers()['content-type']).toBe('application/pdf');
        expect((await pdf.body()).subarray(0, 5).toString()).toBe('%PDF-');

        await page.goto(`/verify/${certificate!.code}`);
        await page.getByText('证书有效').waitFor();
        expect(await page.getByText(certificate!.holder_name, { exact: true }).count()).toBe(0);

        const [score] = await product.database.query<{ points: number; max_points: number; saved: number }>(
          `SELECT a.points, a.max_points, (SELECT count(*) FROM attempt_question q WHERE q.attempt_id = a.id AND q.answer IS NOT NULL) AS saved
         FROM attempt a WHERE a.kind = 'graded'`,
        );
        expect(score).toEqual({
          points: attempt.questions.length,
          max_points: attempt.questions.length,
          saved: attempt.questions.length,
        });
        expect(browser.foreign).toEqual([]);
        expect(browser.errors).toEqual([]);
      },
      4 * MINUTES,
    );
  },
);
