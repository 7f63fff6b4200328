import type { Text } from '@readyroom/contract';

/** What a reader must know before drawing conclusions. */
export const HONESTY: readonly Text[] = [
  {
    zh: '评分只看参演人员做了什么，均由演练日志推算，任何人都可以复算。',
    en: 'Scores say what people did. They are worked out from the log alone, and anybody can work them out again.',
  },
  {
    zh: '模拟公众的反应只作反馈，不计入任何评分。同样的做法换一批随机种子，结果也会不同，因此与不少于 30 个种子的区间对照列出。',
    en: 'How the simulated public reacted is feedback and part of no score. The same actions end differently under other seeds, so it is shown beside the range of at least 30 of them.',
  },
  {
    zh: '“如果声明早些或晚些发布”由引擎推演得出：其他人的行动照旧，模型常数有的来自文献，有的由本产品设定，见“舆情模型说明”。它不预测真实事件。',
    en: 'What would have been if the statement had come sooner or later is what the engine makes of it with everybody else doing the same. Some constants of the model are published, some are our choice; see the page about the opinion model. It forecasts no real event.',
  },
];
