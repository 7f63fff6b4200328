import type { MetricPart, RunScore, ScenarioDocument, Text } from '@readyroom/contract';
import { ALERT_WORDS, RATING_WORDS } from '../words.js';

const OTHERS: Readonly<Record<string, Text>> = {
  up: { zh: '上报', en: 'up' },
  down: { zh: '下达', en: 'down' },
  sideways: { zh: '横向', en: 'sideways' },
  strong: { zh: '得当', en: 'strong' },
  acceptable: { zh: '可以', en: 'acceptable' },
  weak: { zh: '欠妥', en: 'weak' },
  expired: { zh: '超时', en: 'expired' },
  information: { zh: '首份声明', en: 'first statement' },
  full_account: { zh: '完整说明', en: 'full account' },
};
const WORDS: Readonly<Record<string, Text>> = { ...OTHERS, ...ALERT_WORDS, ...RATING_WORDS };

/** What the parts of the numbers of a run are called; clocks and injects are named by the scenario. */
export function partsOf(
  { metrics, seats }: Pick<RunScore, 'metrics' | 'seats'>,
  { clocks, items, deck }: ScenarioDocument,
): MetricPart[] {
  const named = new Map([...items, ...deck, ...clocks].map(({ key, title }) => [key, title]));
  const parts = new Set([...metrics, ...seats.flatMap((seat) => seat.metrics)].map(({ part }) => part));
  return [...parts].flatMap((part) =>
    part === null ? [] : [{ part, title: WORDS[part] ?? named.get(part) ?? { zh: part, en: part } }],
  );
}
