import type { ScenarioDocument } from '@readyroom/contract';
import {
  counterfactual,
  cumulativeHostile,
  replay,
  stateHash,
  type Replayed,
} from '../../api/src/engine/index.js';
import { axeViolations, picture } from '../support/browser.js';
import { startProduct, type Product } from '../support/product.js';
import { publishShippedScenario } from '../support/shipped-scenario.js';
import { DrillPlayer } from './support/drill-player.js';
import { Facilitator } from './support/facilitator.js';
import { Lead } from './support/lead.js';

const MINUTES = 60_000;
const SEED = 20_261_127;
const TRAINER = '100011';
const EXECUTIVE = '100003';
const MANAGER = '100020';
const FRONTLINE = '100032';
/** Of the data leak, in minutes: what the three wait for. */
const CLOSE_CARD = 7;
const ID_POST = 45;
const TAKEN_IN = 47;
const COUNSEL_APPROVED = 53;
const STANCE_CARD = 59;
const BRIEFING = 96;
const LATER = 126;
const ID_PHOTOS = '旧目录idv里能打开我的正反面照片';
const ASK = '请马上看旧目录';
const TEXT =
  '我们把权限设错了，向每一位受影响的用户道歉。旧目录里有约 8,640 人的身份证照片，正在逐个电话告知。砺锋数字取证独立调查，18:00 再次通报。';
const HOT_WASH = {
  kept: '小账号的帖子也有人看',
  missed: '值班电话没人接',
  change: '身份证一类的字眼单独设提醒',
  confidenceBefore: 2,
  confidenceAfter: 4,
  showName: true,
};

let product: Product;
let lead: Lead;
let facilitator: Facilitator;
let runId: string;
let joinCode: string;
let executive: DrillPlayer;
let manager: DrillPlayer;
let frontline: DrillPlayer;
let everybody: DrillPlayer[] = [];

beforeAll(async () => {
  product = await startProduct();
  const scenarioId = await publishShippedScenario(product.database, 'data-leak');
  lead = await Lead.signIn(product);
  const cast = { [EXECUTIVE]: 'ceo', [MANAGER]: 'tech', [FRONTLINE]: 'listening' };
  ({ id: runId, joinCode } = await lead.createRun(scenarioId, cast, SEED));
  const desk = { width: 1280, height: 800 };
  facilitator = await Facilitator.open(product, TRAINER, runId);
  everybody = [executive, manager, frontline] = await Promise.all([
    DrillPlayer.open(product, { name: 'executive', login: EXECUTIVE, locale: 'en-GB', ...desk }),
    DrillPlayer.open(product, { name: 'manager', login: MANAGER, locale: 'zh-CN', ...desk }),
    DrillPlayer.open(product, {
      name: 'frontline',
      login: FRONTLINE,
      locale: 'zh-CN',
      width: 360,
      height: 740,
      mobile: true,
    }),
  ]);
}, 3 * MINUTES);
afterAll(async () => {
  await Promise.all([...everybody.map(({ browser }) => browser), facilitator.desk].map((one) => one.close()));
  await product.close();
});

it(
  'An executive, a manager and the front line should play a data leak together, led by a trainer',
  async () => {
    await meetInTheLobby();
    await bringOnePostToTheManager();
    await decideAndTakeOverCommunications();
    await publishAlongTheChain();
    await readTheCorrectedBriefing();
    await endAndLookBack();
    await answerTheHotWash();
    await readTheReport();
    for (const { foreign, errors } of [...everybody.map(({ browser }) => browser), facilitator.desk])
      expect({ foreign, errors }).toEqual({ foreign: [], errors: [] });
    expect(everybody.flatMap(({ faults }) => faults)).toEqual([]);
  },
  3 * MINUTES,
);

async function meetInTheLobby(): Promise<void> {
  await Promise.all([
    executive.join(joinCode, 'Chief executive'),
    manager.join(joinCode, '技术值班经理'),
    frontline.join(joinCode, '舆情监测专员'),
  ]);
  await frontline.page.getByText('参演 3 人，已到 3 人').waitFor();
  await executive.page.getByText('3 of 3 players here').waitFor();
  await frontline.look('lobby');

  await facilitator.start();
  for (const { page } of everybody) {
    await page.getByRole('article').first().waitFor();
    expect(await page.title()).toMatch(/DRILL/);
  }
}

/** One little-read post goes from the front line to the manager who can act on it. */
async function bringOnePostToTheManager(): Promise<void> {
  await facilitator.jump(CLOSE_CARD);
  await manager.decide('值班授权够你现在就动手。怎么关？', /整桶改为私有/);
  await manager.understood();

  await facilitator.jump(ID_POST);
  const { page, hand } = frontline;
  const post = page.getByRole('article', { name: '海淘的小鹿' }).filter({ hasText: ID_PHOTOS });
  await frontline.letIn(post);
  await hand.press(frontline.button('研判：海淘的小鹿 的动态', post));
  const sheet = page.getByRole('dialog');
  await hand.tick(sheet.getByLabel('正在发生的伤害'));
  await hand.tick(sheet.getByLabel('紧急'));
  await hand.tick(sheet.getByLabel(/^需要上报/));
  await frontline.look('triage');
  await hand.press(frontline.button('记下研判', sheet));
  await hand.tick(sheet.getByLabel('公关负责人'));
  await hand.tick(sheet.getByLabel('技术值班经理'));
  await hand.type(sheet.getByLabel('内容'), `只有 164 个粉丝，但说的是身份证正反面，${ASK}。`);
  await frontline.look('escalation');
  await hand.press(frontline.button('发送', sheet));
  await post.getByText('正在发生的伤害 · 紧急').waitFor();

  const mail = manager.page.getByRole('article').filter({ hasText: ASK });
  await mail.getByText('舆情监测专员').waitFor();
  await mail.getByText(ID_PHOTOS).waitFor();
  await manager.hand.press(manager.button('确认收到', mail));
  await mail.getByText('已确认收到').waitFor();
  await hand.press(page.getByRole('tab', { name: /收件/ }));
  await page.getByText('已确认：技术值班经理').waitFor();
  await frontline.look('acknowledged');
}

/** Few people, many seats: once the folder is sealed, the manager speaks for the company. */
async function decideAndTakeOverCommunications(): Promise<void> {
  await facilitator.jump(TAKEN_IN);
  await manager.page.getByText('监测上报一条低热度帖子').first().waitFor();
  await manager.look('card');
  await manager.decide('旧目录前缀 idv/，文件数未知。怎么办？', /先封住前缀再把文件全部数清/);
  await manager.page.getByText('8,640 人的身份证正反面').first().waitFor();
  await manager.understood();

  await lead.recast(runId, { [EXECUTIVE]: 'ceo', [MANAGER]: 'pr', [FRONTLINE]: 'listening' });
  await manager.page.getByRole('banner').getByText('公关负责人').waitFor();
  // The post was escalated to that seat as well.
  await manager.page.getByRole('article').filter({ hasText: ASK }).waitFor();
}

async function publishAlongTheChain(): Promise<void> {
  const { page, hand } = manager;
  await executive.hand.press(executive.page.getByRole('tab', { name: 'Board' }));
  await hand.press(manager.button('起草声明'));
  const sheet = page.getByRole('dialog');
  await hand.tick(sheet.getByLabel('致歉补救'));
  for (const element of ['发生了什么', '影响了谁', '正在怎么处理', '下次何时通报', '道歉', '第三方调查'])
    await hand.tick(sheet.getByLabel(element, { exact: true }));
  await hand.type(sheet.getByLabel('正文'), TEXT);
  await manager.look('draft');
  await hand.press(manager.button('存为新版本', sheet));
  await hand.press(manager.button('提交审批'));
  await page.getByText(/等总法律顾问审批/).waitFor();

  await facilitator.jump(COUNSEL_APPROVED);
  await page.getByText(/等首席执行官审批/).waitFor();
  // The executive looks at something else and is told.
  await executive.hand.press(executive.page.getByRole('tab', { name: 'Desk 1 statement waiting for you' }));
  const paper = executive.page.locator('article.statement').filter({ hasText: TEXT });
  await paper.getByText('Drafted by Head of communications').waitFor();
  await executive.look('approval');
  await executive.hand.press(executive.button('Approve', paper));
  await hand.press(manager.button('发布'));
  await hand.press(manager.button('发布', page.getByRole('group', { name: '发布', exact: true })));
  await page.locator('article.statement').getByText('已发布', { exact: true }).waitFor();

  await frontline.hand.press(frontline.page.getByRole('tab', { name: /动态/ }));
  for (const player of everybody)
    await player.letIn(player.page.locator('article.post--ours').filter({ hasText: TEXT }));
  await frontline.look('statement');
}

async function readTheCorrectedBriefing(): Promise<void> {
  await facilitator.jump(STANCE_CARD);
  await executive.decide('Which is it?', /Own the mistake/);
  await executive.understood();
  await facilitator.jump(BRIEFING);
  const { page } = executive;
  const briefing = page.getByRole('article').filter({ hasText: 'This corrects this afternoon' });
  await briefing.getByText('The front line spotted it').waitFor();
  await executive.look('briefing');
  await executive.decide('Do the 8,640 hear first, or does everybody?', /Phone the 8,640 first/);
}

async function endAndLookBack(): Promise<void> {
  await facilitator.jump(LATER);
  const { page, hand } = executive;
  expect(await page.getByText('no sensitive personal information').count()).toBe(0);
  await hand.press(page.getByRole('tab', { name: 'Board' }));
  await page.getByText(/^Heat: \d+ points, \d+ points less than half an hour ago\./).waitFor();
  await executive.look('board');
  await facilitator.end();
  for (const player of everybody) await player.over();
  await frontline.page.getByText('研判：正在发生的伤害，紧急').waitFor();
  await frontline.look('over');
  await compareWithWhatElseCouldHaveBeen();
}

/** The same run, seed and all, without the statement, and with a front line that says nothing. */
async function compareWithWhatElseCouldHaveBeen(): Promise<void> {
  const { run, finalHash, log } = await lead.log(runId);
  const [{ document }] = (await product.database.query(
    `SELECT document FROM scenario_version v JOIN drill_run r ON r.scenario_version_id = v.id WHERE r.id = $1`,
    [runId],
  )) as [{ document: ScenarioDocument }];
  const inputs = { scenario: document, seed: run.seed };
  expect(log.filter(({ refused }) => refused !== null)).toEqual([]);

  const { seq, at } = log.find(({ action }) => action.kind === 'publish_statement')!;
  const { before, after } = counterfactual(inputs, log, { drop: seq });
  expect(stateHash(before.state)).toBe(finalHash);
  const minute = Math.floor(at / 60);
  const [spoken, silent] = [before.state, after.state].map((state) => cumulativeHostile(state));
  expect(spoken![minute]).toBe(silent![minute]);
  const sinceThen = (hostile: readonly number[]) => hostile.at(-1)! - hostile[minute]!;
  expect(sinceThen(spoken!)).toBeLessThan(0.6 * sinceThen(silent!));

  const briefings = ({ events }: Replayed) =>
    events.flatMap(({ body }) =>
      body.kind === 'inject' && body.inject.startsWith('brief-') ? [body.inject] : [],
    );
  const unheard = log.filter(({ by }) => by !== 'seat:listening');
  expect(briefings(before)).toEqual(['brief-id']);
  expect(briefings(replay(inputs, unheard, Infinity))).toEqual(['brief-clean']);
}

async function answerTheHotWash(): Promise<void> {
  for (const { page } of everybody) {
    const asked = await page.request.get(`/api/learn/drills/${runId}/hot-wash`);
    expect(await asked.json()).toMatchObject({ open: true, answer: null });
  }
  const answered = await frontline.page.request.post(`/api/learn/drills/${runId}/hot-wash`, {
    data: HOT_WASH,
  });
  expect(await answered.json()).toMatchObject({ answer: HOT_WASH });
}

async function readTheReport(): Promise<void> {
  const report = await lead.report(runId);
  expect(
    report.cast
      .filter(({ played }) => played)
      .map(({ seat, people }) => [seat, people.map(({ name }) => name)]),
  ).toEqual([
    ['ceo', ['Marta Lindqvist']],
    ['pr', ['罗绮']],
    ['tech', ['罗绮']],
    ['listening', ['苏禾']],
  ]);
  expect(report.certificate.matches).toBe(true);
  expect(report.hotWash).toMatchObject([{ name: '苏禾', change: HOT_WASH.change }]);
  const [later, earlier] = report.whatIf;
  expect(later!.after.hostile).toBeGreaterThan(later!.before.hostile);
  expect(earlier!.after.hostile).toBeLessThan(earlier!.before.hostile);

  const page = await executive.browser.context.newPage();
  await page.setContent(await lead.reportPage(runId));
  for (const words of ['DRILL 演练', 'Marta Lindqvist', '罗绮', '苏禾', HOT_WASH.change])
    await page.getByText(words).first().waitFor();
  expect(await axeViolations(page)).toEqual([]);
  await picture(page, 'drill-together-report');
}
