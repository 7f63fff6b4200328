import { makeKeyPair } from '../../api/src/modules/scenario-packs/archive/pack-keys.js';
import { readPack, writePack } from '../../api/src/modules/scenario-packs/archive/pack.js';
import { axeViolations, openBrowser, picture } from '../support/browser.js';
import { startProduct, type Product } from '../support/product.js';
import { publishShippedScenario } from '../support/shipped-scenario.js';
import { downloaded, openConsole, settled, type ConsoleLocale, type Desk } from './support/console.js';
import { hands } from './support/hand.js';
import { signIn } from './support/sign-in.js';

const MINUTES = 60_000;
const ADMIN = '100010';
const FRONTLINE = '100031';
const PARTNER = '友邻公司';
const PICTURES = new Set(['export', 'quarantined']);
const TABLET = { width: 820, height: 1180 };

const WORDS = {
  'zh-CN': {
    menu: '主菜单', scenarios: '演练情景', packs: '情景包', export: '导出情景包', replaced: '替换结果', save: '保存情景包',
    import: '导入情景包', choose: '选择情景包', refused: '文件未被接收，其中内容均未保留', checksum: /校验和不符。.*msel\.json/,
    quarantined: '隔离中：签名方尚无人担保', target: '接受后的变化', stays: /第 \d+ 版继续使用/, reject: '拒绝', reason: '原因',
    rejected: '已拒绝', reopen: '撤回拒绝', takeBack: '撤回', trust: '信任签名方', compared: '核对指纹的方式', confirm: '信任',
    ready: '签名方可信', accept: '接受为草稿', publish: /^发布/, signers: '已知签名方', accepted: '已接受', scores: '各单位成绩',
    few: '单位还不够多', names: '其他需要替换的名称', add: '录入公钥', decisions: '决定记录',
  },
  'en-GB': {
    menu: 'Main menu', scenarios: 'Scenarios', packs: 'Scenario packs', export: 'Export as a pack', replaced: 'What is replaced', save: 'Save the pack',
    import: 'Import a pack', choose: 'Choose pack', refused: 'This file was refused; nothing of it was kept', checksum: /A checksum does not fit\..*msel\.json/,
    quarantined: 'In quarantine: nobody vouches for this signer yet', target: 'What accepting would do', stays: /v\d+ stays published/, reject: 'Reject', reason: 'Reason',
    rejected: 'Rejected', reopen: 'Take the rejection back', takeBack: 'Take back', trust: 'Trust the signer', compared: 'How the fingerprint was compared', confirm: 'Trust',
    ready: 'The signer is trusted', accept: 'Accept as a draft', publish: /^Publish/, signers: 'Known signers', accepted: 'Accepted', scores: 'Results elsewhere',
    few: 'Too few organisations yet', names: 'Further names', add: 'Add a key', decisions: 'Decisions',
  },
} as const satisfies Record<ConsoleLocale, Record<string, string | RegExp>>; // prettier-ignore

describe.each([
  ['pointer', 'zh-CN'],
  ['keyboard', 'en-GB'],
] as const)('Scenario packs, by %s in %s', (by, locale) => {
  const w = WORDS[locale];
  let product: Product;
  let desk: Desk;
  let scenario: {
    id: string;
    number: number;
    organisation: { zh: string; en: string };
    title: { zh: string; en: string };
  };
  let foreign: Buffer;
  const barriers: Record<string, string[]> = {};

  beforeAll(async () => {
    product = await startProduct();
    await publishShippedScenario(product.database, 'data-leak');
    [scenario] = (await product.database.query(
      `SELECT s.id, v.number, v.document #> '{organisation,name}' AS organisation, v.document -> 'title' AS title
       FROM scenario s JOIN scenario_version v ON v.id = s.published_version_id WHERE s.slug = 'data-leak'`,
    )) as [typeof scenario];
    desk = await openConsole(product, ADMIN, { locale, by });
  }, 3 * MINUTES);
  afterAll(() => desk.close());
  afterAll(() => product.close());
  afterEach(() => {
    expect(desk.foreign).toEqual([]);
    expect(desk.errors).toEqual([]);
  });

  /** Axe, at a desk and on a tablet, and the width there. */
  const look = async (name: string) => {
    const { page } = desk;
    const size = page.viewportSize()!;
    await page.mouse.move(0, 0);
    await settled(page);
    const found = await axeViolations(page);
    if (by === 'pointer' && PICTURES.has(name)) await picture(page, `admin-pack-${name}-zh-1440`);
    await page.setViewportSize(TABLET);
    await settled(page);
    found.push(...(await axeViolations(page)));
    const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    if (tooWide > 0) found.push(`wider than a tablet by ${tooWide} px`);
    await page.setViewportSize(size);
    if (found.length) barriers[name] = found;
  };
  const button = (name: string | RegExp) => desk.page.getByRole('button', { name, exact: true });
  const openScreen = (name: string) =>
    desk.hand.press(
      desk.page.getByRole('navigation', { name: w.menu }).getByRole('link', { name, exact: true }),
    );
  const choose = async (name: string, buffer: Buffer) => {
    const field = desk.page.getByLabel(w.choose);
    await field.setInputFiles({ name, mimeType: 'application/zip', buffer });
  };
  const decide = async (ask: string, reason: string, confirm: string, why: string) => {
    await desk.hand.press(button(ask));
    const dialog = desk.page.getByRole('dialog');
    await desk.hand.type(dialog.getByRole('textbox', { name: reason }), why);
    await desk.hand.press(dialog.getByRole('button', { name: confirm, exact: true }));
    await dialog.waitFor({ state: 'detached' });
  };

  it(
    'should show what is replaced before a pack leaves, and leave nothing of it in the file',
    async () => {
      const { page, hand } = desk;
      await page.goto(`/admin/scenarios/${scenario.id}/show`);
      await hand.press(page.getByRole('link', { name: w.export }));
      const replaced = page.getByRole('region', { name: w.replaced });
      await replaced.getByText(scenario.organisation.zh).first().waitFor();
      await look('export');
      await hand.type(page.getByRole('textbox', { name: w.names }), '客服');
      await replaced.getByText('姓名1').or(replaced.getByText('Name 1')).waitFor();
      const file = await downloaded(page, () =>
        hand.press(page.getByRole('link', { name: w.save }).or(button(w.save))),
      );
      expect(file.name).toBe(`data-leak-v${scenario.number}.zip`);
      const { document, manifest } = readPack(file.bytes);
      expect(manifest.redacted).toEqual(['organisation', 'departments', 'names']);
      const text = JSON.stringify(document);
      for (const name of [scenario.organisation.zh, scenario.organisation.en, '客服'])
        expect(text).not.toContain(name);
      // As it would come from a partner: the same scenario, signed by another key.
      foreign = writePack(
        document,
        { version: 4, exporter: PARTNER, created: new Date(manifest.created), redacted: manifest.redacted },
        makeKeyPair(),
      );
    },
    2 * MINUTES,
  );

  it(
    'should refuse a pack with a changed byte by name, and keep nothing of it',
    async () => {
      const { page, hand } = desk;
      await openScreen(w.packs);
      await hand.press(page.getByRole('link', { name: w.import }).first());
      const broken = Buffer.from(foreign);
      broken[broken.indexOf('"items"') + 40]! ^= 1;
      await choose('broken.zip', broken);
      const alert = page.getByRole('alert');
      await alert.getByText(w.refused).waitFor();
      await alert.getByText(w.checksum).waitFor();
      await look('refused');
      const [{ packs }] = (await product.database.query(
        'SELECT count(*)::int AS packs FROM scenario_pack',
      )) as [{ packs: number }];
      expect(packs).toBe(0);
    },
    2 * MINUTES,
  );

  it(
    'should keep a pack of an unknown signer in quarantine until somebody vouches, then make it a draft',
    async () => {
      const { page, hand } = desk;
      await choose('data-leak.zip', foreign);
      await page.getByText(w.quarantined).waitFor();
      const target = page.getByRole('region', { name: w.target });
      await target.getByText(w.stays).waitFor();
      await look('quarantined');
      expect(await button(w.accept).count()).toBe(0);

      await decide(w.reject, w.reason, w.reject, '来源不明');
      await page.getByRole('heading', { name: w.rejected }).waitFor();
      await decide(w.reopen, w.reason, w.takeBack, '已确认来源');
      await page.getByText(w.quarantined).waitFor();

      await decide(w.trust, w.compared, w.confirm, '与对方电话核对');
      await page.getByRole('heading', { name: w.ready }).waitFor();
      await page.getByRole('region', { name: w.decisions }).getByText('与对方电话核对').waitFor();
      await look('ready');
      await hand.press(button(w.accept));
      await page.waitForURL(/\/scenarios\/[0-9a-f-]{36}\/show\?version=/);
      const [{ published }] = (await product.database.query(
        `SELECT v.number AS published FROM scenario s JOIN scenario_version v ON v.id = s.published_version_id WHERE s.id = $1`,
        [scenario.id],
      )) as [{ published: number }];
      expect(published).toBe(scenario.number);
    },
    2 * MINUTES,
  );

  it(
    'should be played once it is published',
    async () => {
      const { page, hand } = desk;
      await hand.press(button(w.publish).first());
      await hand.press(page.getByRole('dialog').getByRole('button', { name: w.publish }));
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      const phone = await openBrowser(product.url, {
        width: 360,
        height: 740,
        mobile: true,
        locale: 'zh-CN',
      });
      try {
        await phone.page.goto('/');
        await signIn(phone.page, hands(phone.page).pointer, FRONTLINE, 'zh-CN');
        await phone.page.getByRole('navigation').getByRole('link', { name: '演练' }).click();
        await phone.page.getByRole('button', { name: `开始自助演练：${scenario.title.zh}` }).click();
        await phone.page.getByRole('tab', { name: /动态/ }).waitFor();
      } finally {
        await phone.close();
      }
      const [run] = await product.database.query<{ origin: string; organisation: string }>(
        `SELECT v.origin, v.document #>> '{organisation,name,zh}' AS organisation
         FROM drill_run r JOIN scenario_version v ON v.id = r.scenario_version_id`,
      );
      expect(run).toEqual({ origin: 'pack', organisation: '某公司' });
    },
    2 * MINUTES,
  );

  it(
    'should list packs and signers, and say what is missing for results across organisations',
    async () => {
      const { page, hand } = desk;
      await openScreen(w.packs);
      await page.getByRole('cell', { name: w.accepted, exact: true }).waitFor();
      await look('list');
      await hand.press(page.getByRole('link', { name: w.signers }));
      await page.getByRole('article', { name: PARTNER }).waitFor();
      await look('signers');
      await hand.press(button(w.add));
      await page.getByRole('dialog').waitFor();
      await look('add-key');
      await page.keyboard.press('Escape');
      await page.goto(`/admin/scenarios/${scenario.id}/scores`);
      await page.getByText(w.few).waitFor();
      await look('scores');
      expect(barriers).toEqual({});
    },
    2 * MINUTES,
  );
});
