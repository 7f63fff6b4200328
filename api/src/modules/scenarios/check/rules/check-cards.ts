import type { Checked, PlacedInject, Say } from '../finding.js';

/** With fewer cards than this, how often something happens says nothing. */
const FEWEST_CARDS = 6;
/** How much more often than by chance the best option may stand out. */
const MARGIN = 0.15;

/** What makes a label stand out without being read. */
const EXTREMES: readonly { en: string; zh: string; value: (label: string) => number }[] = [
  { en: 'that is longest', zh: '最长', value: (label) => [...label].length },
  { en: 'that is shortest', zh: '最短', value: (label) => -[...label].length },
  {
    en: 'with most parts',
    zh: '分句最多',
    value: (label) => label.match(/[，、；：]|[,;:] | and /g)?.length ?? 0,
  },
];

type Options = NonNullable<PlacedInject['inject']['card']>['options'];

/** The best option cannot be told without reading, and nobody does wrong by doing nothing. */
export function checkCards({ injects, say }: Checked): void {
  for (const placed of injects) checkDefault(placed, say);
  const cards = injects.flatMap(({ inject }) => inject.card ?? []);
  const decided = cards.filter(({ options }) => options.filter(isBest).length === 1);
  if (decided.length < FEWEST_CARDS) return;
  const chance = mean(decided.map(({ options }) => 1 / options.length));
  for (const language of ['zh', 'en'] as const)
    for (const { en, zh, value } of EXTREMES) {
      const share = mean(decided.map(({ options }) => standsOut(options, language, value)));
      if (share <= chance + MARGIN) continue;
      const percent = Math.round(share * 100);
      const most = Math.floor((chance + MARGIN) * 100);
      const [name, chinese] = language === 'zh' ? ['Chinese', '中文'] : ['English', '英文'];
      say(
        ['items'],
        `In ${percent} % of the cards the best option has the ${name} label ${en}: reword labels until it is ${most} % at most`,
        `${percent}% 的决策卡里，最佳选项的${chinese}${zh}：请改写选项，使其不超过 ${most}%`,
      );
    }
}

function checkDefault({ inject: { card }, path }: PlacedInject, say: Say): void {
  if (card?.options.find(({ key }) => key === card.default)?.misconduct !== true) return;
  say(
    [...path, 'card', 'default'],
    `The default “${card.default}” is misconduct, which nobody would have chosen: let time running out mean waiting, or doing nothing`,
    `默认选项“${card.default}”标为违规，不能在没有人选择时发生：超时的后果应当是不作为或拖延`,
  );
}

const isBest = ({ quality }: Options[number]): boolean => quality === 'strong';

/** 1 when the best option alone has the highest value, a part of it when others have it too, else 0. */
function standsOut(options: Options, language: 'zh' | 'en', value: (label: string) => number): number {
  const values = options.map(({ label }) => value(label[language]));
  const most = Math.max(...values);
  return values[options.findIndex(isBest)] === most ? 1 / values.filter((one) => one === most).length : 0;
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
