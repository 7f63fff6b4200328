import type { Locator, Page } from 'playwright-core';
import { organisationDay } from '../../api/src/modules/standings/index.js';
import { addDays, SystemClock } from '../../api/src/platform/clock/clock.js';
import { axeViolations, picture } from '../support/browser.js';
import { PASSWORD, startProduct, type Product } from '../support/product.js';
import { openConsole, settled, type Desk } from './support/console.js';
import { hands } from './support/hand.js';

const HR = '100012';
/** In customer service on the front line: a team lead and an agent. */
const AGENT = { login: '100031', name: '刘䶮' };
const MINUTES = 60_000;
const chinese = (day: string): string => {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
};

describe('HR makes a program and decides who gets it', () => {
  let product: Product;
  let desk: Desk;
  let page: Page;

  const goTo = (path: string) => page.goto(`${product.url}/admin${path}`);
  const button = (name: string | RegExp) =>
    page.getByRole('button', { name, exact: typeof name === 'string' });
  /** An entry of the list that opens at a field. */
  const choose = async (field: Locator, option: string | RegExp) => {
    await field.click();
    await page
      .getByRole('option', { name: option, exact: typeof option === 'string' })
      .first()
      .click();
    await page.keyboard.press('Escape');
  };
  const flawless = async (name: string) => {
    await settled(page);
    expect({ at: name, axe: await axeViolations(page) }).toEqual({ at: name, axe: [] });
    await picture(page, name);
  };

  beforeAll(async () => {
    product = await startProduct();
    desk = await openConsole(product, HR, { locale: 'zh-CN' });
    ({ page } = desk);
  }, 4 * MINUTES);
  afterAll(async () => {
    await desk?.close();
    await product?.close();
  }, MINUTES);

  it(
    'should see the program of each tier, and what is wrong with a new one until it can be published',
    async () => {
      await page.getByRole('link', { name: '培训项目', exact: true }).click();
      await page.getByRole('link', { name: '一线危机应对资格' }).waitFor();
      await flawless('admin-programs-zh-1440');
      await page.getByRole('link', { name: '中层危机指挥资格' }).click();
      await page.getByText('前置条件：应对').waitFor();
      await page.getByText('3 项中至少完成 2 项').waitFor();
      await page.getByText('有效期 12 个月。').waitFor();
      await flawless('admin-program-zh-1440');

      await goTo('/programs/create');
      await page.getByLabel('名称（中文）').first().fill('夜班值守资格');
      await page.getByLabel('名称（英文）').first().fill('Night watch');
      await page.getByLabel('用途说明（中文）').fill('夜班上岗前完成');
      await page.getByLabel('用途说明（英文）').fill('Before the first night');
      expect(await page.getByLabel('短名称').inputValue()).toBe('night-watch');
      const path = page.getByRole('region', { name: '要完成的内容' });
      await path.getByRole('button', { name: '添加分组', exact: true }).click();
      await path.getByLabel('名称（中文）').fill('打底');
      await path.getByLabel('名称（英文）').fill('Foundations');
      await path.getByRole('button', { name: '添加课程', exact: true }).click();
      await path.getByText('请选择课程。').waitFor();
      expect(await button('发布').isDisabled()).toBe(true);
      await choose(path.getByRole('combobox', { name: '课程', exact: true }), '预警与信息研判');
      // With the keyboard alone: into the group above, which the focus follows.
      await path.locator('[data-item="course-1"]').focus();
      await page.keyboard.press('Alt+ArrowRight');
      await page.getByText('“预警与信息研判”现在是 1 项中的第 1 项。').waitFor();
      expect(await page.evaluate(() => document.activeElement?.getAttribute('data-item'))).toBe('course-1');
      await path.getByRole('button', { name: '添加演练', exact: true }).click();
      await choose(path.getByRole('combobox', { name: '前置条件' }).last(), '打底');
      await page.getByText('没有发现问题。').waitFor();
      // The group waits for the drill that waits for the group.
      await choose(path.getByRole('combobox', { name: '前置条件' }).first(), '一次演练');
      await path.getByText('前置条件或顺序首尾相接，这一项永远无法开始。').waitFor();
      await flawless('admin-program-editor-zh-1440');
      await choose(path.getByRole('combobox', { name: '前置条件' }).first(), '一次演练');
      await page.getByText('没有发现问题。').waitFor();
      // Neither a link nor closing the window takes the draft away unasked.
      await page.getByRole('link', { name: '派发规则', exact: true }).click();
      await page
        .getByRole('dialog', { name: '要离开此页吗？' })
        .getByRole('button', { name: '留在此页' })
        .click();
      const asks = page.waitForEvent('dialog');
      const leaving = page.reload().catch(() => undefined);
      const question = await asks;
      expect(question.type()).toBe('beforeunload');
      await question.dismiss();
      await leaving;
      await page.getByText('没有发现问题。').waitFor();
      await button('发布').click();
      const dialog = page.getByRole('dialog', { name: '发布此培训项目？' });
      await dialog.getByText('发布后即可派发；派发之前不会有任何人收到。').waitFor();
      await dialog.getByRole('button', { name: '发布', exact: true }).click();
      await page.getByRole('heading', { level: 1, name: '夜班值守资格' }).waitFor();
    },
    3 * MINUTES,
  );

  it(
    'should give it to whoever meets and, or and not, after seeing how many and who they are',
    async () => {
      await page.getByRole('link', { name: '派发', exact: true }).click();
      await page.getByRole('radio', { name: '按条件组合（且、或、非）' }).check();
      await choose(page.getByRole('combobox', { name: '取值 1', exact: true }), '一线员工');
      await button('添加条件').click();
      await choose(page.getByRole('combobox', { name: '条件 2' }), '部门（含下级）');
      await choose(page.getByRole('combobox', { name: '取值 2', exact: true }), /^客户服务中心/);
      await button('添加条件组').click();
      await page.getByRole('checkbox', { name: '条件 3 取反' }).check();
      await choose(page.getByRole('combobox', { name: '条件 3.1' }), '岗位');
      await page.getByRole('combobox', { name: '取值 3.1', exact: true }).fill('客服组长');
      await page.keyboard.press('Enter');
      await button('添加条件（第 3 组内）').click();
      await choose(page.getByRole('combobox', { name: '条件 3.2' }), '标签');
      await page.getByRole('combobox', { name: '取值 3.2', exact: true }).fill('实习');
      await page.keyboard.press('Enter');
      const words =
        '层级为一线员工，且属于客户服务中心（含下级），且不符合（岗位为“客服组长”，或带有标签“实习”）';
      await page.getByText(words, { exact: true }).waitFor();
      const reaches = page.getByRole('region', { name: '将派发给' });
      await reaches.getByText('1 人', { exact: true }).waitFor();
      await reaches.getByText(AGENT.name).waitFor();
      await flawless('admin-assign-conditions-zh-1440');

      await button('下一步').click();
      expect(await page.getByRole('radio', { name: /^夜班值守资格/ }).isChecked()).toBe(true);
      await button('下一步').click();
      await page.getByRole('radio', { name: '按每个人的日期推算' }).check();
      await page.getByLabel('天数', { exact: true }).fill('45');
      await button('下一步').click();
      await page.getByText('共 1 人，其中 0 人次已完成，派发后 45 天内截止。').waitFor();
      await page.getByText(words).waitFor();
      await flawless('admin-assign-program-check-zh-1440');
      await button('确认派发').click();
      await page.getByText('派发后 45 天内').waitFor();
      await page.getByText(words).waitFor();
      await page.getByRole('link', { name: '夜班值守资格' }).waitFor();
      await flawless('admin-rule-conditions-zh-1440');

      const rows = await product.database.query<{ employee_no: string }>(
        `SELECT p.employee_no FROM program_assignment a JOIN person p ON p.id = a.person_id JOIN program g ON g.id = a.program_id
         WHERE g.slug = 'night-watch' AND a.withdrawn_at IS NULL`,
      );
      expect(rows).toEqual([{ employee_no: AGENT.login }]);
    },
    3 * MINUTES,
  );

  it(
    'should change its due day to any kind, after seeing whose day moves from when to when',
    async () => {
      const { today } = await organisationDay(product.database, new SystemClock());
      const dueOf = async () =>
        (
          await product.database.query<{ due_on: string | null }>(
            `SELECT a.due_on FROM program_assignment a JOIN person p ON p.id = a.person_id JOIN program g ON g.id = a.program_id
             WHERE g.slug = 'night-watch' AND p.employee_no = $1`,
            [AGENT.login],
          )
        )[0]!.due_on;
      const before = addDays(today, 45);
      expect(await dueOf()).toBe(before);
      const dialog = page.getByRole('dialog', { name: /的截止日期$/ });
      const save = dialog.getByRole('button', { name: '保存' });
      await button('修改截止日期').click();
      expect(await save.isDisabled()).toBe(true);
      await dialog.getByRole('radio', { name: '设定截止日期' }).check();
      await dialog.getByLabel('最后一天').fill(addDays(today, -1));
      await dialog.getByText('这一天已经过去。').waitFor();
      expect(await save.isDisabled()).toBe(true);
      await dialog.getByLabel('最后一天').fill(addDays(today, 60));
      await dialog.getByText(`${chinese(before)} → ${chinese(addDays(today, 60))}`).waitFor();
      await dialog.getByText('1 人的截止日期变动').waitFor();
      await dialog.getByRole('radio', { name: '不设截止日期' }).check();
      await dialog.getByText(`${chinese(before)} → 不设截止日期`).waitFor();
      await dialog.getByRole('radio', { name: '按每个人的日期推算' }).check();
      await dialog.getByLabel('天数', { exact: true }).fill('0');
      await dialog.getByRole('combobox', { name: '起算日' }).click();
      await page.getByRole('option', { name: '进入现部门之日' }).click();
      await dialog.getByText('1 人的截止日期变动').waitFor();
      await dialog.getByLabel('天数', { exact: true }).fill('90');
      await dialog.getByText(`${chinese(before)} → ${chinese(addDays(today, 90))}`).waitFor();
      await flawless('admin-rule-due-zh-1440');
      await save.click();
      await page.getByText('进入部门后 90 天内').waitFor();
      expect(await dueOf()).toBe(addDays(today, 90));
    },
    2 * MINUTES,
  );

  it(
    'should lead from the program to its people, its place on the board and its rules, archive and restore it',
    async () => {
      await page.getByRole('link', { name: '夜班值守资格' }).first().click();
      const who = page.getByRole('region', { name: '项目中的人员' });
      await who.getByText('项目中共有 1 人，来自 1 条派发规则。').waitFor();
      await who.getByRole('link', { name: '派发规则' }).click();
      await page.getByText('第 1–1 条，共 1 条').waitFor();
      await page.getByPlaceholder('名称或备注').fill('没有这样的规则');
      await page.getByText('第 1–1 条，共 1 条').waitFor({ state: 'detached' });
      await page.goBack();
      await page.goBack();
      await who.getByRole('link', { name: '项目人员' }).click();
      await page.locator('main table').getByRole('link', { name: AGENT.name }).waitFor();
      await page.goBack();
      await who.getByRole('link', { name: '资格看板' }).click();
      await page.getByText(/^应持资格 1 人次/).waitFor();
      await page.goBack();

      await button('归档').click();
      const dialog = page.getByRole('dialog', { name: '归档此培训项目？' });
      await dialog.getByText('已在项目中的 1 人不受影响').waitFor();
      await dialog.getByRole('button', { name: '归档' }).click();
      await page.getByText('已归档', { exact: true }).waitFor();
      expect(await page.getByRole('link', { name: '派发', exact: true }).count()).toBe(0);
      await button('恢复').click();
      await page.getByRole('link', { name: '派发', exact: true }).waitFor();
    },
    2 * MINUTES,
  );

  it(
    'then the learner should have it, and HR should see it on the person',
    async () => {
      const signedIn = await fetch(`${product.url}/api/auth/sign-in`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ login: AGENT.login, password: PASSWORD }),
      });
      const cookie = signedIn.headers
        .getSetCookie()
        .map((one) => one.split(';')[0])
        .join('; ');
      const answer = await fetch(`${product.url}/api/learn/programs`, { headers: { cookie } });
      const { items } = (await answer.json()) as { items: { program: { slug: string } }[] };
      expect(items.map(({ program }) => program.slug)).toContain('night-watch');
      const [person] = await product.database.query<{ id: string }>(
        'SELECT id FROM person WHERE employee_no = $1',
        [AGENT.login],
      );
      await goTo(`/people/${person!.id}/programs`);
      await page.getByRole('heading', { name: '夜班值守资格' }).first().waitFor();

      // Withdrawn, it says from whom it is taken, and it cannot be changed any more.
      const [rule] = await product.database.query<{ id: string }>(
        `SELECT r.id FROM audience_rule r JOIN program g ON g.id = r.program_id WHERE g.slug = 'night-watch'`,
      );
      await goTo(`/audience-rules/${rule!.id}/show`);
      await button('撤回').click();
      const dialog = page.getByRole('dialog', { name: /^撤回“/ });
      await dialog.getByText('收回 1 人未完成的任务').waitFor();
      await dialog.getByText(AGENT.name).waitFor();
      await dialog.getByRole('button', { name: '撤回' }).click();
      await page.getByText(/撤回$/).first().waitFor();
      await button('修改截止日期').waitFor({ state: 'detached' });
      await goTo('/audience-rules');
      await choose(page.getByRole('combobox', { name: '状态' }), '已撤回');
      await page.getByText('第 1–1 条，共 1 条').waitFor();
    },
    3 * MINUTES,
  );

  it(
    'and in English on a smaller screen every screen should read as well',
    async () => {
      await desk.close();
      desk = await openConsole(product, HR, { locale: 'en-GB', width: 1280, height: 800 });
      ({ page } = desk);
      const [program] = await product.database.query<{ id: string }>(
        `SELECT id FROM program WHERE slug = 'manager'`,
      );
      const [rule] = await product.database.query<{ id: string }>(
        'SELECT id FROM audience_rule WHERE condition IS NOT NULL',
      );
      await goTo('/programs');
      await page.getByRole('link', { name: 'Crisis response: managers' }).waitFor();
      await flawless('admin-programs-en-1280');
      await goTo(`/programs/${program!.id}/show`);
      await page.getByText('at least 2 of 3').waitFor();
      await flawless('admin-program-en-1280');
      await goTo(`/programs/${program!.id}`);
      await page.getByText('Nothing has changed yet.').waitFor();
      await flawless('admin-program-editor-en-1280');
      await goTo(`/audience-rules/${rule!.id}/show`);
      await page.getByText(/^tier is Frontline and works in 客户服务中心 or below and not \(/).waitFor();
      await flawless('admin-rule-conditions-en-1280');
      expect(desk.errors).toEqual([]);
    },
    3 * MINUTES,
  );

  it(
    'with the keyboard alone conditions should be put together, and say when nobody or everybody is meant or the day has passed',
    async () => {
      const hand = hands(page).keyboard;
      const listed = async (field: Locator, option: string) => {
        await hand.press(field);
        await hand.pick(page.getByRole('option', { name: option, exact: true }));
      };
      /** Of a field that filters while one types. */
      const found = async (field: Locator, typed: string, option: RegExp) => {
        await hand.type(field, typed);
        await hand.pick(page.getByRole('option', { name: option }).first());
        await page.keyboard.press('Escape');
      };
      const box = (name: string) => page.getByRole('combobox', { name, exact: true });
      // What is chosen is a part of its name.
      const kind = (name: string) => page.getByRole('combobox', { name });
      const reaches = page.getByRole('region', { name: 'This reaches' });
      await goTo('/audience-rules/create');
      await hand.tick(page.getByRole('radio', { name: 'Everybody' }));
      await reaches.getByText(/^This means everybody: all \d+ people\.$/).waitFor();
      await hand.tick(page.getByRole('radio', { name: 'Whoever meets conditions (and, or, not)' }));
      await found(box('Which 1'), 'Front', /^Frontline/);
      await hand.press(button('Add a condition'));
      await listed(kind('Condition 2'), 'Position');
      await hand.type(box('Which 2'), 'Astronaut');
      await page.keyboard.press('Enter');
      await reaches.getByText('Nobody is meant by this.').waitFor();
      await hand.tick(page.getByRole('checkbox', { name: 'Turn condition 2 around' }));
      await page.getByText('tier is Frontline and position is not “Astronaut”').waitFor();
      await hand.press(button('Add a group'));
      await listed(kind('Condition 3.1'), 'Department, with all below');
      await found(box('Which 3.1'), '客户', /^客户服务中心/);
      await hand.press(button('Add a condition in group 3'));
      await hand.press(button('Remove condition 3.2'));
      await page
        .getByText('tier is Frontline and position is not “Astronaut” and works in 客户服务中心 or below')
        .waitFor();
      await reaches.getByText(AGENT.name).waitFor();
      await flawless('admin-assign-conditions-en-1280');

      await hand.press(button('Next'));
      await hand.tick(page.getByRole('checkbox', { name: /^What a crisis is/ }));
      await hand.press(button('Next'));
      await hand.tick(page.getByRole('radio', { name: 'Due on a day' }));
      await page.getByLabel('Last day').fill('2026-01-01');
      await page.getByText('This day has passed.').waitFor();
      expect(await button('Next').isDisabled()).toBe(true);
      // What has been chosen is not lost by a click beside it.
      await hand.press(page.getByRole('link', { name: 'Programs', exact: true }));
      const leave = page.getByRole('dialog', { name: 'Leave this page?' });
      expect(await axeViolations(page)).toEqual([]);
      await hand.press(leave.getByRole('button', { name: 'Leave' }));
      await page.getByRole('link', { name: 'Crisis response: managers' }).waitFor();
      expect(desk.errors).toEqual([]);
    },
    3 * MINUTES,
  );
});
