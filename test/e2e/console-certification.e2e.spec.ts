import { addDays } from '../../api/src/platform/clock/clock.js';
import { axeViolations, picture } from '../support/browser.js';
import { startProduct, type Product } from '../support/product.js';
import { csvRows } from './support/csv-rows.js';
import {
  cellsOf,
  downloaded,
  numberIn,
  openConsole,
  settled,
  type ConsoleLocale,
  type Desk,
} from './support/console.js';
import { makeProgram, type ProgramSetting } from './support/programs.js';

const HR = '100012';
const AUDITOR = '100014';
const MINUTES = 60_000;
const CARE = '客户服务中心';

const WORDS = {
  'en-GB': {
    menu: 'Main menu', board: 'Certification', today: 'Today', programs: 'Programs', overdue: 'Overdue', revoked: 'Revoked', waived: 'Waived', compliant: 'Compliant', all: 'All of these', byStatus: 'Statuses', show: (n: number) => `: ${n}, show people`,
    range: (n: number) => `1-${n} of ${n}`, page: (name: string) => `Programs of ${name}`, why: 'Why?', more: 'Give more time', waive: 'Waive', revoke: 'Revoke', until: 'New due day', last: 'Last day of the waiver', reason: 'Reason', end: 'End today', ending: (name: string, program: string) => `End the waiver of ${name} in “${program}”`, back: 'Certification',
    notOverdue: 'until then it is not overdue', late: 'will have passed', undone: 'This cannot be undone', notLater: 'Only a later day', again: 'asked for again from today', rules: 'This rule means this person.', export: 'Export this table', csv: 'CSV file', cancel: 'Cancel', whyNot: /^Why not\?/, misses: 'This rule does not mean this person.', because: (reason: string) => `Reason: ${reason}`, log: 'Decided about this person', logged: (name: string, program: string) => `${name} gave more time: ${program}`, transcript: 'Transcript', profile: 'Profile',
  },
  'zh-CN': {
    menu: '主菜单', board: '资格看板', today: '今天', programs: '培训项目', overdue: '逾期', revoked: '已撤销', waived: '已豁免', compliant: '合规', all: '合计', byStatus: '按状态', show: (n: number) => `：${n}，查看人员`,
    range: (n: number) => `第 1–${n} 条，共 ${n} 条`, page: (name: string) => `${name}的培训项目`, why: '为什么要参加', more: '延期', waive: '豁免', revoke: '撤销资格', until: '新的截止日期', last: '豁免的最后一天', reason: '原因', end: '今天终止', ending: (name: string, program: string) => `终止${name}在“${program}”中的豁免`, back: '资格看板',
    notOverdue: '在此之前不算逾期', late: '已过', undone: '此操作不可恢复', notLater: '须选择更晚的日期', again: '今天起恢复要求', rules: '此规则适用于此人。', export: '导出本表', csv: 'CSV 文件', cancel: '取消', whyNot: /^为什么没有/, misses: '此规则不适用于此人。', because: (reason: string) => `原因：${reason}`, log: '对此人的处理记录', logged: (name: string, program: string) => `${name}批准延期：${program}`, transcript: '培训档案', profile: '人员资料',
  },
}; // prettier-ignore

const DESKS: ['pointer' | 'keyboard', ConsoleLocale, number][] = [
  ['pointer', 'en-GB', 1280],
  ['keyboard', 'zh-CN', 1440],
];

describe.each(DESKS)('Certifications at the desk of HR, by %s in %s', (by, locale, width) => {
  const words = WORDS[locale];
  const language = locale === 'en-GB' ? 'en' : 'zh';
  let product: Product;
  let desk: Desk;
  let program: ProgramSetting;
  let title: string;

  beforeAll(async () => {
    product = await startProduct();
    program = await makeProgram(product);
    title = program.title[language];
    desk = await openConsole(product, HR, { locale, by, width });
  }, 4 * MINUTES);
  afterAll(() => desk.close());
  afterAll(() => product.close());
  afterEach(() => {
    expect(desk.foreign).toEqual([]);
    expect(desk.errors).toEqual([]);
  });

  const nameOf = async (employeeNo: string) => {
    const [row] = await product.database.query<{ id: string; name: string }>(
      'SELECT id, name FROM person WHERE employee_no = $1',
      [employeeNo],
    );
    return row!;
  };
  const statusOf = async (employeeNo: string) => {
    const { id } = await nameOf(employeeNo);
    const [row] = await product.database.query<{ status: string }>(
      'SELECT status FROM program_standing WHERE person_id = $1 AND program_id = $2',
      [id, program.id],
    );
    return row!.status;
  };
  const openBoard = async () => {
    const { page, hand } = desk;
    await hand.press(
      page
        .getByRole('navigation', { name: words.menu })
        .getByRole('link', { name: words.board, exact: true }),
    );
    await page.getByRole('heading', { level: 1, name: words.board, exact: true }).waitFor();
    await page.getByRole('region', { name: words.board, exact: true }).getByRole('status').waitFor();
  };
  const number = (of: string, value: number) =>
    desk.page.getByRole('link', { name: `${words.all}, ${title}, ${of}${words.show(value)}`, exact: true });
  /** The part of the page about the program of this test. */
  const card = () => desk.page.getByRole('region', { name: title, exact: true });
  const openPerson = async (employeeNo: string) => {
    const { id, name } = await nameOf(employeeNo);
    await desk.page.goto(`/admin/people/${id}/programs?program=${program.id}`);
    await desk.page.getByRole('heading', { level: 1, name: words.page(name) }).waitFor();
    await card().waitFor();
  };
  const dialog = () => desk.page.getByRole('dialog');
  const looked = async (name?: string) => {
    await settled(desk.page);
    if (name) await picture(desk.page, `${name}-${language}-${width}`);
    expect(await axeViolations(desk.page)).toEqual([]);
  };

  it(
    'should lead from a number of the board to a person, give more time, and come back to another number',
    async () => {
      const { page, hand } = desk;
      await openBoard();
      const late = program.overdue.length;
      await number(words.overdue, late).waitFor();
      await looked('admin-certification');

      await hand.press(number(words.overdue, late));
      await page.getByText(words.range(late)).waitFor();
      expect(await page.locator('main table tbody tr').count()).toBe(late);
      await looked();
      const { name } = await nameOf('100031');
      await hand.press(page.locator('main table').getByRole('link', { name, exact: true }));
      await page.getByRole('heading', { level: 1, name: words.page(name) }).waitFor();
      await card().getByText(words.overdue, { exact: true }).waitFor();

      await hand.press(card().getByRole('button', { name: `${words.why} ${title}` }));
      await card().getByText(program.rule, { exact: true }).waitFor();
      await card().getByText(words.rules).waitFor();

      await hand.press(card().getByRole('button', { name: `${words.more}: ${title}`, exact: true }));
      await dialog().waitFor();
      const confirm = dialog().getByRole('button', { name: new RegExp(`${words.more}$`) });
      expect(await confirm.isDisabled()).toBe(true);
      await dialog().getByLabel(words.until).fill(addDays(program.today, 10));
      await dialog().getByRole('status').getByText(words.notOverdue).waitFor();
      await hand.type(dialog().getByLabel(words.reason), '新店开业，轮班支援');
      await looked('admin-certification-extension');
      await hand.press(confirm);
      await dialog().waitFor({ state: 'detached' });
      await card().getByText(words.because('新店开业，轮班支援'), { exact: true }).waitFor();
      await card().getByText(words.overdue, { exact: true }).waitFor({ state: 'detached' });
      expect(await statusOf('100031')).toBe('not_started');
      const [hr] = await product.database.query<{ name: string }>(
        'SELECT name FROM person WHERE employee_no = $1',
        [HR],
      );
      const log = page.getByRole('region', { name: words.log, exact: true });
      await log.getByText(words.logged(hr!.name, title)).waitFor();
      const transcript = await downloaded(page, async () => {
        await hand.press(page.getByRole('button', { name: words.transcript, exact: true }));
        await hand.pick(page.getByRole('menuitem', { name: 'PDF' }));
      });
      expect(transcript.bytes.subarray(0, 5).toString()).toBe('%PDF-');
      await looked('admin-certification-person');

      await openBoard();
      await number(words.overdue, late - 1).waitFor();
    },
    3 * MINUTES,
  );

  it(
    'should waive to a day, refuse a shorter one, and end it again',
    async () => {
      const { page, hand } = desk;
      await openPerson('100032');
      const offer = card().getByRole('button', { name: `${words.waive}: ${title}`, exact: true });
      const fill = async (day: string) => {
        await hand.press(offer);
        await dialog().getByLabel(words.last).fill(day);
        await hand.type(dialog().getByLabel(words.reason), '产假');
      };
      const confirm = () => dialog().getByRole('button', { name: new RegExp(words.waive) });
      await fill(addDays(program.today, 90));
      await dialog().getByRole('status').getByText(words.late).waitFor();
      await hand.press(confirm());
      await dialog().waitFor({ state: 'detached' });
      await card().getByText(words.waived, { exact: true }).waitFor();
      expect(await statusOf('100032')).toBe('waived');

      await fill(addDays(program.today, 30));
      expect(await confirm().isDisabled()).toBe(true);
      await hand.press(dialog().getByRole('button', { name: words.cancel }));
      await dialog().waitFor({ state: 'detached' });

      await hand.press(card().getByRole('button', { name: new RegExp(`^${words.end}`) }));
      await dialog().getByText(words.again).waitFor();
      const { name } = await nameOf('100032');
      const ending = page.getByRole('dialog', { name: words.ending(name, title) });
      const end = ending.getByRole('button', { name: words.end });
      expect(await end.isDisabled()).toBe(true);
      await hand.type(ending.getByLabel(words.reason), '提前返岗');
      await looked();
      await hand.press(end);
      await dialog().waitFor({ state: 'detached' });
      await card().getByText(words.overdue, { exact: true }).waitFor();
      expect(await statusOf('100032')).toBe('overdue');
      const kept = await product.database.query<{ reason: string; ended_reason: string }>(
        `SELECT reason, ended_reason FROM waiver WHERE program_id = $1 AND kind = 'waiver'`,
        [program.id],
      );
      expect(kept).toEqual([{ reason: '产假', ended_reason: '提前返岗' }]);
      expect(await page.locator('main').getByText('产假').count()).toBe(1);
      expect(await page.locator('main').getByText('提前返岗').count()).toBe(1);
    },
    3 * MINUTES,
  );

  it(
    'should revoke a valid certification with its reason, and keep the period on record',
    async () => {
      const { hand } = desk;
      await openPerson(program.compliant);
      await hand.press(card().getByRole('button', { name: `${words.revoke}: ${title}`, exact: true }));
      await dialog().getByText(words.undone).waitFor();
      await hand.type(dialog().getByLabel(words.reason), '由他人代为作答');
      await looked();
      await hand.press(dialog().getByRole('button', { name: language === 'en' ? 'Revoke' : '确认撤销' }));
      await dialog().waitFor({ state: 'detached' });
      await card().getByText(words.revoked, { exact: true }).waitFor();
      await card().getByText('由他人代为作答').waitFor();
      expect(await statusOf(program.compliant)).toBe('revoked');
      expect(
        await card()
          .getByRole('button', { name: `${words.revoke}: ${title}`, exact: true })
          .count(),
      ).toBe(0);
      await looked();
    },
    2 * MINUTES,
  );

  it(
    'should show the same numbers by status, in the file, on the start page and in the profile',
    async () => {
      const { page, hand } = desk;
      await openBoard();
      await page.goto(`/admin/certification?programId=${program.id}`);
      await hand.press(page.getByRole('button', { name: words.byStatus }));
      await page.getByRole('columnheader', { name: words.overdue }).waitFor();
      await settled(page);
      await looked();
      const counted = await product.database.query<{ status: string; n: number }>(
        `SELECT status, sum(people)::int AS n FROM program_standing_count WHERE program_id = $1 GROUP BY 1`,
        [program.id],
      );
      const count = (status: string) => counted.find((one) => one.status === status)?.n ?? 0;
      const shown = (await cellsOf(page.locator('main table'))).at(0)!.slice(2, 10).map(numberIn);
      const order = ['overdue', 'in_grace', 'revoked', 'expiring_soon', 'not_started', 'in_progress', 'compliant', 'waived']; // prettier-ignore
      expect(shown).toEqual(order.map(count));
      expect(count('overdue')).toBe(2);
      expect(count('revoked')).toBe(1);

      const { bytes } = await downloaded(page, async () => {
        await hand.press(page.getByRole('button', { name: words.export, exact: true }));
        await hand.pick(page.getByRole('menuitem', { name: words.csv }));
      });
      const total = csvRows(bytes.toString('utf8'))[1]!;
      expect(total.slice(4, 12).map(Number)).toEqual(
        ['not_started', 'in_progress', 'compliant', 'expiring_soon', 'in_grace', 'overdue', 'waived', 'revoked'].map(count), // prettier-ignore
      );

      await page.goto('/admin/');
      const today = page.getByRole('region', { name: words.programs, exact: true });
      await today.getByRole('link', { name: `${title}, ${words.overdue}${words.show(2)}` }).waitFor();
      await looked();

      const { id, name } = await nameOf(program.expiring);
      await page.goto(`/admin/people?person=${id}`);
      const profile = page.getByRole('dialog', { name: words.profile });
      await profile.getByRole('heading', { name }).waitFor();
      await hand.press(profile.getByRole('tab', { name: words.programs }));
      await profile.getByRole('link', { name: title }).waitFor();
      await looked();
    },
    3 * MINUTES,
  );

  it(
    'should open a department with those below it, as the address says, and only that one for its own HR',
    async () => {
      const { page, hand } = desk;
      await page.goto(`/admin/certification?programId=${program.id}`);
      await hand.press(page.locator('main table').getByRole('link', { name: CARE, exact: true }));
      await page.getByRole('row', { name: /^在线客服组/ }).waitFor();
      expect(page.url()).toContain(`programId=${program.id}`);
      const own = await openConsole(product, '100013', { locale, width });
      try {
        await own.page.goto('/admin/certification');
        await own.page.getByRole('row', { name: /^在线客服组/ }).waitFor();
        const departments = (await cellsOf(own.page.locator('main table'))).map(([first]) => first);
        for (const department of departments)
          expect(department).toMatch(new RegExp(`${CARE}|在线客服组|${words.all}`));
        const stranger = await nameOf('100032');
        await own.page.goto(`/admin/people/${stranger.id}/programs`);
        await own.page.getByText(language === 'en' ? 'could not be loaded' : '内容加载失败').waitFor();
        expect(await own.page.getByText(stranger.name).count()).toBe(0);
      } finally {
        await own.close();
      }
    },
    3 * MINUTES,
  );

  it(
    'should show an auditor everything and offer nothing',
    async () => {
      const auditor = await openConsole(product, AUDITOR, { locale, width });
      try {
        const { page } = auditor;
        const { id, name } = await nameOf(program.compliant);
        await page.goto(`/admin/people/${id}/programs`);
        await page.getByRole('heading', { level: 1, name: words.page(name) }).waitFor();
        await page.getByRole('region', { name: title, exact: true }).getByText('由他人代为作答').waitFor();
        await page.getByRole('button', { name: words.whyNot }).first().click();
        await page.getByText(words.misses).first().waitFor();
        await settled(page);
        expect(await axeViolations(page)).toEqual([]);
        for (const offer of [words.more, words.waive, words.revoke])
          expect(await page.getByRole('button', { name: `${offer}: ${title}`, exact: true }).count()).toBe(0);
        expect(auditor.errors).toEqual([]);
      } finally {
        await auditor.close();
      }
    },
    2 * MINUTES,
  );
});
