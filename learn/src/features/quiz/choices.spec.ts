import type { AttemptQuestion } from '@readyroom/contract';
import { choiceIds, choose, isChosen } from './choices.js';

const question = (type: AttemptQuestion['type']) =>
  ({ type, options: ['o1', 'o2'].map((id) => ({ id, text: { zh: id, en: id } })) }) as AttemptQuestion;

describe('choose', () => {
  it('when one may be right it should replace', () => {
    expect(choose(question('single'), { type: 'single', choice: 'o1' }, 'o2')).toEqual({
      type: 'single',
      choice: 'o2',
    });
    expect(choose(question('boolean'), { type: 'boolean', value: true }, 'false')).toEqual({
      type: 'boolean',
      value: false,
    });
  });
  it('when several may be right it should add and take away', () => {
    const one = choose(question('multiple'), null, 'o1');
    const both = choose(question('multiple'), one, 'o2');
    expect(both).toEqual({ type: 'multiple', choices: ['o1', 'o2'] });
    expect(choose(question('multiple'), both, 'o1')).toEqual({ type: 'multiple', choices: ['o2'] });
  });
});

describe('choiceIds', () => {
  it('should be what number keys can reach', () => {
    expect(choiceIds(question('multiple'))).toEqual(['o1', 'o2']);
    expect(choiceIds(question('boolean'))).toEqual(['true', 'false']);
    expect(choiceIds(question('ordering'))).toEqual([]);
  });
});

describe('isChosen', () => {
  it('should know false from no answer', () => {
    expect(isChosen({ type: 'boolean', value: false }, 'false')).toBe(true);
    expect(isChosen(null, 'false')).toBe(false);
  });
});
