import { catalogues } from '../i18n/catalogues.js';
import type { Messages } from '../i18n/messages.js';
import type { Text } from '../providers/contract.js';
import { conditionText } from './condition.js';
import type { ScenarioNames } from './names.js';

const named = (key: string): Text => ({ zh: `〈${key}〉`, en: `<${key}>` });
const names: ScenarioNames = {
  seat: named,
  objective: named,
  phase: named,
  channel: named,
  clock: named,
  inject: named,
  sender: named,
  card: named,
  option: (_card, option) => named(option),
};
const wordsIn = (locale: 'en' | 'zh-CN') => {
  const { condition } = (catalogues[locale]['resources'] as Record<string, Messages>)['scenarios'] as {
    condition: Messages;
  };
  return {
    names,
    textIn: (text: Text) => (locale === 'en' ? text.en : text.zh),
    T: (key: string, options: Record<string, unknown> = {}) => {
      const text = key.split('.').reduce<string | Messages>((at, name) => (at as Messages)[name]!, condition);
      return (text as string).replaceAll(/%\{(\w+)\}/g, (_, name: string) => String(options[name]));
    },
  };
};

describe('a condition in words', () => {
  it.each([
    [{ after: 40 }, 'after minute 40', '第 40 分钟之后'],
    [{ measure: 'heat' as const, above: 60 }, 'heat above 60', '热度高于 60'],
    [
      { decided: { card: 'close', option: 'all' } },
      '“<close>” was decided as “<all>”',
      '“〈close〉”决定为“〈all〉”',
    ],
    [
      { all: [{ delivered: 'mail' }, { not: { statement: 'any' as const } }] },
      '“<mail>” was delivered and not: a statement was published',
      '“〈mail〉”已发出，且并非：已发布声明',
    ],
    [
      { any: [{ after: 90 }, { all: [{ raised: 'red' as const }, { expired: 'close' }] }] },
      'after minute 90 or (the alert stands at red or higher and nobody decided “<close>” in time)',
      '第 90 分钟之后，或（预警达到红色或以上，且“〈close〉”到时无人决定）',
    ],
  ])('%j', (condition, en, zh) => {
    expect(conditionText(condition, wordsIn('en'))).toBe(en);
    expect(conditionText(condition, wordsIn('zh-CN'))).toBe(zh);
  });
});
