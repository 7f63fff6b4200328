import type { Text } from '@readyroom/contract';
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

/** What a line of a number with several is about; clocks and injects are named by the scenario and keep their key. */
export const partWords = (part: string): Text | undefined => WORDS[part];
