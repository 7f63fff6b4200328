import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { axeViolations, picture } from '../support/browser.js';
import { startProduct, type Product } from '../support/product.js';
import { foundIn } from '../api/personal-data/filled-database.js';
import { cellsOf, downloaded, openConsole, settled } from './support/console.js';
import { LearnerClient } from './support/learner-client.js';

const ADMIN = '100010';
const HR = { login: '100012', name: '周映雪' };
const AUDITOR = '100014';
/** Goes through everything here: learns, is looked at, leaves, is erased. */
const SU = { login: '100032', name: '苏禾', english: 'Su He' };
const MINUTES = 60_000;
const root = join(__dirname, '../..');

/** The verifier as an auditor runs it: a process of its own, with the file and nothing else. */
const verified = (file: string): Promise<{ code: number; said: string }> =>
  new Promise((done) => {
    execFile(
      process.execPath,
      ['api/dist/cli/evidence-verify.js', file],
      { cwd: root, env: {} },
      (error, out, err) => done({ code: error ? Number(error.code) : 0, said: out + err }),
    );
  });

describe('Evidence, audit trail and personal data in the console', () => {
  let product: Product;
  let folder: string;
  let person: string;
  beforeAll(async () => {
    product = await startProduct();
    folder = await mkdtemp(join(tmpdir(), 'readyroom-bundle-'));
    const one = async (sql: string) => (await product.database.query<{ id: string }>(sql))[0]!.id;
    person = await one(`SELECT id FROM person WHERE employee_no = '${SU.login}'`);
    const course = await one('SELECT id FROM course ORDER BY position LIMIT 1');
    await (await LearnerClient.signIn(product, SU.login)).finish(course);
  }, 4 * MINUTES);
  afterAll(async () => {
    await product.close();
    await rm(folder, { recursive: true, force: true });
  });

  const ofPerson = (screen: string) =>
    `/admin/${screen}?filter=${encodeURIComponent(JSON.stringify({ personId: person }))}`;
  const bundleOf = async (page: Page): Promise<{ file: string; bytes: Buffer }> => {
    const { bytes, name } = await downloaded(page, () =>
      page.getByRole('link', { name: '导出此人的证据包' }).click(),
    );
    const file = join(folder, name);
    await writeFile(file, bytes);
    return { file, bytes };
  };

  it(
    'should let HR take away the evidence of a person, which holds, and not with one byte changed',
    async () => {
      const desk = await openConsole(product, HR.login);
      try {
        const { page } = desk;
        await page.goto(`/admin/people?person=${person}`);
        await page.getByRole('heading', { name: SU.name }).waitFor();
        await page.getByRole('link', { name: '证据', exact: true }).last().click();
        const table = page.getByRole('table').last();
        await table.getByText('完成测验').waitFor();
        expect((await cellsOf(table)).every((cells) => cells.join().includes(SU.name))).toBe(true);
        await settled(page);
        await picture(page, 'console-evidence');

        const { file, bytes } = await bundleOf(page);
        expect(bytes.toString()).toContain(SU.name);
        const genuine = await verified(file);
        expect(genuine).toEqual({ code: 0, said: expect.stringContaining(`about person ${person}`) });

        const lines = bytes.toString('latin1').split('\n');
        const at = lines.findIndex((line) => line.includes('"kind":"course.completed"'));
        const line = lines[at]!;
        const score = line.indexOf('"scorePercent":') + '"scorePercent":'.length;
        lines[at] = `${line.slice(0, score)}9${line.slice(score + 1)}`;
        await writeFile(file, Buffer.from(lines.join('\n'), 'latin1'));
        expect(await verified(file)).toEqual({ code: 1, said: expect.stringContaining(`line ${at + 1}:`) });

        await page.getByRole('button', { name: '校验现有数据' }).click();
        await page.getByText('条记录及其锚点校验通过').waitFor();
        expect(desk.errors).toEqual([]);
      } finally {
        await desk.close();
      }
    },
    3 * MINUTES,
  );

  it(
    'should show an auditor who looked at whose results, narrowed by filters',
    async () => {
      const desk = await openConsole(product, AUDITOR, { locale: 'en-GB', width: 1280, height: 900 });
      try {
        const { page } = desk;
        await page.goto('/admin/audit');
        await page.getByRole('combobox', { name: 'About' }).click();
        await page.getByRole('option', { name: 'Looking at results' }).click();
        await page.getByRole('combobox', { name: 'Person concerned' }).fill(SU.english);
        await page.getByRole('option', { name: `${SU.name} ${SU.login}` }).click();
        await page.waitForURL(/personId/);
        await page.locator('tbody tr').filter({ hasNotText: SU.name }).first().waitFor({ state: 'detached' });
        await settled(page);
        const rows = await cellsOf(page.getByRole('table'));
        expect(rows.map(([, who, what]) => `${who} ${what}`)).toEqual(
          expect.arrayContaining([
            `${HR.name} Looked at the profile: ${SU.name}`,
            `${HR.name} Exported evidence: ${SU.name}`,
          ]),
        );
        const others = rows.filter(
          (cells) => cells[3] !== 'Looking at results' || !cells[2]!.includes(SU.name),
        );
        expect(others).toEqual([]);
        await picture(page, 'console-audit');
        await page
          .getByRole('button', { name: `Only ${HR.name}` })
          .first()
          .click();
        await page.waitForURL(/actorId/);
        await settled(page);
        expect((await cellsOf(page.getByRole('table'))).every(([, who]) => who === HR.name)).toBe(true);
        // Nobody may be looked at from here who may not be looked at elsewhere.
        expect(await page.getByRole('link', { name: SU.name }).count()).toBe(0);
        expect(desk.errors).toEqual([]);
      } finally {
        await desk.close();
      }
    },
    3 * MINUTES,
  );

  it(
    'should show an administrator what goes and when, and erase a person for good once their number is typed',
    async () => {
      const days = (n: number) => new Date(Date.now() - n * 86_400_000);
      await product.database.query(`UPDATE person SET status = 'left' WHERE id = $1`, [person]);
      await product.database.query(`UPDATE person SET left_at = $2 WHERE id = $1`, [person, days(250)]);
      await product.database.query(
        `INSERT INTO mail (effect_key, person_id, address, subject, body, state, created_at)
         SELECT 'old', id, 'x@example.com', '您好', $2, 'sent', $3 FROM person WHERE employee_no = $1`,
        [HR.login, `关于${SU.name}`, days(181)],
      );
      await product.database.query(
        `INSERT INTO sign_in_link (token_hash, person_id, issued_at, expires_at) VALUES ('\\x01', $1, $2, $2)`,
        [person, days(20)],
      );
      const desk = await openConsole(product, ADMIN);
      try {
        const { page } = desk;
        await page.goto('/admin/privacy?tab=retention');
        const row = (name: string) => page.getByRole('row').filter({ hasText: name }).getByRole('cell');
        await row('邮件、站内信').last().waitFor();
        expect(await row('邮件、站内信').nth(1).innerText()).toBe('1');
        const next = new Date(days(-10).getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
        expect(await row('用过或过期的登录链接').last().innerText()).toContain(next);
        await page.getByLabel('离职后月数').fill('6');
        await page.getByRole('button', { name: '保存', exact: true }).click();
        await row('匿名化离职人员').filter({ hasText: '离职满 6 个月后提出建议' }).waitFor();
        await page.getByRole('tab', { name: '离职人员' }).click();
        await page.getByText(SU.name, { exact: true }).waitFor();
        await page.getByRole('button', { name: '匿名化', exact: true }).click();
        const dialog = page.getByRole('dialog', { name: `匿名化 ${SU.name}` });
        const erase = dialog.getByRole('button', { name: '匿名化', exact: true });
        const number = dialog.getByLabel('请输入工号');
        await number.waitFor();
        await settled(page);
        expect(await axeViolations(page)).toEqual([]);
        await number.fill(HR.login);
        expect(await erase.isDisabled()).toBe(true);
        await number.fill(SU.login);
        await erase.click();
        await dialog.waitFor({ state: 'detached' });
        await page.getByText(/^已匿名人员 [0-9A-F]{8}$/).waitFor();
        await page.getByText(/由 何一鸣 匿名化$/).waitFor();

        for (const screen of ['evidence', 'audit']) {
          await page.goto(ofPerson(screen));
          await page
            .getByRole('table')
            .last()
            .getByText(/已匿名人员/)
            .first()
            .waitFor();
          expect(await page.getByText(new RegExp(`${SU.name}|${SU.login}`)).count()).toBe(0);
        }
        await page.goto(ofPerson('evidence'));
        const { file, bytes } = await bundleOf(page);
        expect(await verified(file)).toEqual({
          code: 0,
          said: expect.stringContaining(`about person ${person}`),
        });
        expect(bytes.toString()).not.toMatch(new RegExp(`${SU.name}|${SU.english}|${SU.login}`));
        expect(await foundIn(product, `${SU.name}|${SU.english}|${SU.login}`)).toEqual([]);
        expect(desk.errors).toEqual([]);
      } finally {
        await desk.close();
      }
    },
    3 * MINUTES,
  );
});
