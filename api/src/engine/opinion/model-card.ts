import type { Text } from '@readyroom/contract';
import { CONSTANTS, type Constant } from './constants.js';

/** What stands on the page about the model: what it is, what it is not, how to read it, and every constant. */
export interface ModelCard {
  readonly title: Text;
  readonly is: readonly Text[];
  readonly isNot: readonly Text[];
  readonly honesty: readonly Text[];
  readonly constants: readonly Constant[];
}

export function modelCard(): ModelCard {
  return { ...CARD, constants: CONSTANTS };
}

const CARD: Omit<ModelCard, 'constants'> = {
  title: { zh: '舆情模型说明', en: 'About the opinion model' },
  is: [
    {
      zh: '逐分钟推演的自激点过程（Hawkes 过程），人群规模有限，帖子分为敌意、质疑、支持三种立场。',
      en: 'A self-exciting point process (Hawkes process) in steps of one minute, in a finite population, with hostile, questioning and supportive posts.',
    },
    {
      zh: '公众看到多少责任，决定敌意帖子占多少；组织的回应既影响责任归因，也影响传播力。',
      en: 'How much responsibility the public sees decides how many posts are hostile; what the organisation says moves both that and the spread.',
    },
    {
      zh: '结果完全可复现：情景、引擎版本、随机种子和操作记录相同，过程就逐条相同。',
      en: 'Fully repeatable: the same scenario, engine version, seed and log of actions give the same storm, post by post.',
    },
  ],
  isNot: [
    {
      zh: '不是预测工具：不预测任何真实事件会如何发展。',
      en: 'No forecast: it does not say how any real event will develop.',
    },
    {
      zh: '不是科学结论：不同策略带来的差异，多数由本产品设定的常数决定。',
      en: 'No finding: most of the difference between strategies follows from constants of our own choice.',
    },
    {
      zh: '不含真实账号、真实帖子和真实机构的数据。',
      en: 'No real accounts, posts or institutions are in it.',
    },
  ],
  honesty: [
    {
      zh: '常数分为两类：“文献”指数值本身已发表；“设定”指数值由本产品选定，有文献支持方向或顺序的另行注明。',
      en: 'There are two kinds of constants. Literature: the value itself is published. Design: the value is ours, and where a publication supports its direction or order, this is said.',
    },
    {
      zh: '策略选择的解释力很小（与声誉的相关系数 r = 0.23），远不如责任归因（r = −0.54）。不要把演练理解为寻找一招制胜的话术。',
      en: 'The choice of strategy explains little (correlation with reputation r = .23) beside responsibility (r = -.54). A drill is not a search for the magic words.',
    },
    {
      zh: '个人得分只看行为：时效、研判是否准确、评估人员的评级。模拟出的走势只作反馈，从不计分。',
      en: 'People are scored by what they do: timing, accuracy of triage, ratings by evaluators. The simulated outcome is feedback and never counts.',
    },
    {
      zh: '展示走势时，同时给出至少三十个随机种子的分布，让人看到有多少只是偶然。',
      en: 'Where an outcome is shown, it is shown against at least thirty seeds, so that everybody sees how much of it is chance.',
    },
  ],
};
