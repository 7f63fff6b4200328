import type { InjectDocument, Text } from '../providers/contract.js';
import type { ScenarioNames } from './names.js';

type Condition = NonNullable<InjectDocument['when']>;
interface Words {
  T: (key: string, options?: Record<string, unknown>) => string;
  textIn: (text: Text) => string;
  names: ScenarioNames;
}

/** When a conditional inject comes, as a sentence. Nested parts stand in brackets. */
export function conditionText(condition: Condition, words: Words, isInner = false): string {
  const { T, textIn, names } = words;
  const inner = (one: Condition) => conditionText(one, words, true);
  const joined = (parts: Condition[], key: string) => {
    const text = parts
      .map((part) => (parts.length === 1 ? conditionText(part, words) : inner(part)))
      .join(T(key));
    return isInner && parts.length > 1 ? T('brackets', { text }) : text;
  };
  if ('all' in condition) return joined(condition.all, 'and');
  if ('any' in condition) return joined(condition.any, 'or');
  if ('not' in condition) return T('not', { text: inner(condition.not) });
  if ('after' in condition) return T('after', { minute: condition.after });
  if ('measure' in condition) {
    const { measure, above, below } = condition;
    const name = T(`measure.${measure}`);
    return above === undefined ? T('below', { name, value: below }) : T('above', { name, value: above });
  }
  if ('decided' in condition) {
    const { card, option } = condition.decided;
    return T('decided', { card: textIn(names.card(card)), option: textIn(names.option(card, option)) });
  }
  if ('expired' in condition) return T('expired', { card: textIn(names.card(condition.expired)) });
  if ('variable' in condition)
    return T('variable', { name: condition.variable, value: String(condition.is) });
  if ('statement' in condition)
    return condition.statement === 'any'
      ? T('any_statement')
      : T('statement', { strategy: T(`strategy.${condition.statement}`) });
  if ('notified' in condition) return T('notified', { clock: textIn(names.clock(condition.notified)) });
  if ('escalated' in condition) return T('escalated', { post: condition.escalated });
  if ('raised' in condition) return T('raised', { level: T(`level.${condition.raised}`) });
  return T('delivered', { inject: textIn(names.inject(condition.delivered)) });
}
