import type { Checked, PlacedInject, Say } from '../finding.js';

/** With fewer cards than this, how often something happens says nothing. */
const FEWEST_CARDS = 6;
/** How much more often than by chance the best option may stand out. */
const MARGIN = 0.15;

type Options = NonNullable<PlacedInject['inject']['card']>['options'];

/** The best option cannot be told without reading, and nobody does wrong by doing nothing. */
export function checkCards({ injects, say }: Checked): void {
  for (const placed of injects) checkDefault(placed, say);
  const cards = injects.flatMap(({ inject }) => inject.card ?? []);
  const decided = cards.filter(({ options }) => options.filter(isBest).length === 1);
  if (decided.length < FEWEST_CARDS) return;
  const chance = mean(decided.map(({ options }) => 1 / options.length));
  for (const language of ['zh', 'en'] as const)
    for (const extreme of ['longest', 'shortest'] as const) {
      const share = mean(decided.map(({ options }) => standsOut(options, language, extreme)));
      if (share <= chance + MARGIN) continue;
      const percent = Math.round(share * 100);
      const most = Math.floor((chance + MARGIN) * 100);
      const [name, chinese] =
        language === 'zh' ? (['Chinese', '中文'] as const) : (['English', '英文'] as const);
      say(
        ['items'],
        `In ${percent} % of the cards the best option has the ${extreme} ${name} label: reword labels until it is ${most} % at most`,
        `${percent}% 的决策卡里，最佳选项的${chinese}最${extreme === 'longest' ? '长' : '短'}：请改写选项，使其不超过 ${most}%`,
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

/** 1 when the best option alone is the longest or shortest, a part of it when others are as long, else 0. */
function standsOut(options: Options, language: 'zh' | 'en', extreme: 'longest' | 'shortest'): number {
  const lengths = options.map(({ label }) => [...label[language]].length);
  const most = extreme === 'longest' ? Math.max(...lengths) : Math.min(...lengths);
  const best = options.findIndex(isBest);
  return lengths[best] === most ? 1 / lengths.filter((length) => length === most).length : 0;
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
