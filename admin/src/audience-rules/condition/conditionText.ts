import type { AudienceCondition } from '../../providers/contract.js';
import { isGroup, leafOf, partsOf } from './tree.js';

/** What the sentence needs to know of the screen: texts by key, and what things are called. */
export interface Words {
  text: (key: string, values?: object) => string;
  tier: (tier: string) => string;
  role: (role: string) => string;
  department: (id: string) => string;
  /** null = not known here; then people are only counted. */
  person: (id: string) => string | null;
  day: (day: string) => string;
}

const NAMED = 3;

/** A condition as one sentence that can be read aloud. Brackets stand only where groups would run into each other. */
export function conditionText(condition: AudienceCondition, words: Words, isInner = false): string {
  if ('not' in condition) {
    const { not } = condition;
    if ('not' in not) return conditionText(not.not, words, isInner);
    return isGroup(not)
      ? words.text('not_group', { inner: conditionText(not, words) })
      : leafText(not, words, 'not_');
  }
  if (!isGroup(condition)) return leafText(condition, words, '');
  const parts = partsOf(condition);
  if (parts.length === 0) return words.text('all' in condition ? 'everybody' : 'nobody');
  const said = parts
    .map((part) => conditionText(part, words, parts.length > 1))
    .join(words.text('all' in condition ? 'and' : 'or'));
  return isInner && parts.length > 1 ? words.text('brackets', { inner: said }) : said;
}

function leafText(leaf: AudienceCondition, words: Words, prefix: '' | 'not_'): string {
  const kind = leafOf(leaf);
  const say = (values: string[]) =>
    words.text(`${prefix}${kind}`, { values: values.join(words.text('comma')) });
  if ('tier' in leaf) return say(leaf.tier.map(words.tier));
  if ('department' in leaf) return say(leaf.department.map(words.department));
  if ('role' in leaf) return say(leaf.role.map(words.role));
  if ('position' in leaf) return say(leaf.position.map((value) => words.text('quoted', { value })));
  if ('tag' in leaf) return say(leaf.tag.map((value) => words.text('quoted', { value })));
  if ('person' in leaf) {
    const names = leaf.person.length > NAMED ? [] : leaf.person.map(words.person);
    return names.length > 0 && names.every((name) => name !== null)
      ? say(names)
      : words.text(`${prefix}people`, { smart_count: leaf.person.length });
  }
  if ('hired' in leaf) {
    const { from, to } = leaf.hired;
    const bounds = from && to ? 'hired_between' : from ? 'hired_from' : 'hired_to';
    return words.text(`${prefix}${bounds}`, {
      from: from ? words.day(from) : '',
      to: to ? words.day(to) : '',
    });
  }
  return '';
}
