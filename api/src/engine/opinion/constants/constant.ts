import type { Text } from '@readyroom/contract';
import type { Citation } from './sources.js';

/**
 * One number of the model and where it comes from. `literature`: the value itself is published. `design`: the value is
 * ours; where a publication supports its direction or order, `basis` says so and `citations` names it.
 */
export interface ConstantEntry {
  readonly value: number | Readonly<Record<string, number>>;
  readonly unit: Text;
  /** Within which the checks of the model hold; null for what is not varied. */
  readonly range: readonly [number, number] | null;
  readonly kind: 'literature' | 'design';
  readonly basis: Text;
  readonly citations: readonly Citation[];
}

export interface ScalarEntry extends ConstantEntry {
  readonly value: number;
}

export const UNITS = {
  minutes: { zh: '分钟', en: 'minutes' },
  hours: { zh: '小时', en: 'hours' },
  perSecond: { zh: '每秒', en: 'per second' },
  minuteOfDay: { zh: '当天第几分钟', en: 'minute of the day' },
  reactions: { zh: '每帖引发的转评数', en: 'reactions per post' },
  share: { zh: '比例（0–1）', en: 'share, 0-1' },
  points: { zh: '责任归因（0–1）', en: 'attribution, 0-1' },
  effect: { zh: '回应效力（−1 至 1）', en: 'strength of an answer, -1 to 1' },
  correlation: { zh: '相关系数', en: 'correlation' },
  factor: { zh: '倍数', en: 'factor' },
  exponent: { zh: '指数', en: 'exponent' },
  accounts: { zh: '账号数', en: 'accounts' },
  people: { zh: '人', en: 'people' },
} satisfies Record<string, Text>;
