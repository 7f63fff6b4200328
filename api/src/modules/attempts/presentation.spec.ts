import type { Answer } from '@readyroom/contract';
import { Answer as AnswerSchema, AttemptQuestion } from '@readyroom/contract';
import fc from 'fast-check';
import { present, shown, solutionShown, toKeys } from './presentation.js';
import { FULL } from './points.js';
import { RandomSource } from './random.js';
import { score } from './scoring.js';
import { anyPosed, pose } from './testing/questions.js';
import { SeededRandom } from './testing/seeded-random.js';

describe('showing a question', () => {
  it('should name options by their place and never by their key', () => {
    fc.assert(
      fc.property(anyPosed, fc.integer(), ({ question, solution }, seed) => {
        const visible = shown(3, question, present(question, solution, new SeededRandom(seed)));
        expect(AttemptQuestion.parse(visible)).toEqual(visible);
        expect(visible.options.map(({ id }) => id)).toEqual(visible.options.map((_, i) => `o${i + 1}`));
        expect(visible.targets.map(({ id }) => id)).toEqual(visible.targets.map((_, i) => `t${i + 1}`));
        expect(JSON.stringify(visible)).not.toContain('"key"');
      }),
    );
  });

  it('should never begin an ordering question in the right order', () => {
    fc.assert(
      fc.property(fc.integer({ min: 3, max: 6 }), fc.integer(), (count, seed) => {
        const { question, solution } = pose({ type: 'ordering', order: 'abcdef'.slice(0, count).split('') });
        const { options } = present(question, solution, new SeededRandom(seed));
        expect([...options].sort()).toEqual(solution.type === 'ordering' && solution.order);
        expect(options).not.toEqual(solution.type === 'ordering' && solution.order);
      }),
    );
  });

  it('when chance itself gives the right order it should still show another', () => {
    class Unmoved extends RandomSource {
      below = (limit: number) => limit - 1;
    }
    const { question, solution } = pose({ type: 'ordering', order: ['a', 'b', 'c'] });
    expect(present(question, solution, new Unmoved()).options).toEqual(['a', 'c', 'b']);
  });

  it('should show each option at each place about equally often', () => {
    const { question, solution } = pose({ type: 'single', choice: 'a' }, ['b', 'c', 'd']);
    const at = [0, 0, 0, 0];
    for (let seed = 0; seed < 4_000; seed++)
      at[present(question, solution, new SeededRandom(seed)).options.indexOf('a')]!++;
    for (const count of at) expect(Math.abs(count - 1_000)).toBeLessThan(150);
  });

  it('should express the right answer so that sending it earns everything', () => {
    fc.assert(
      fc.property(anyPosed, fc.integer(), ({ question, solution }, seed) => {
        const presentation = present(question, solution, new SeededRandom(seed));
        const answer = AnswerSchema.parse(solutionShown(presentation, solution));
        expect(score(solution, toKeys(question.type, presentation, answer))).toEqual(FULL);
      }),
    );
  });
});

describe('reading an answer', () => {
  const presentation = { options: ['b', 'a', 'c'], targets: ['c', 'a', 'b'] };

  it.each<[string, Answer]>([
    ['another type', { type: 'boolean', value: true }],
    ['an id past the end', { type: 'matching', pairs: [{ left: 'o4', right: 't1' }] }],
    ['a place that does not exist', { type: 'matching', pairs: [{ left: 'o0', right: 't1' }] }],
    ['sides exchanged', { type: 'matching', pairs: [{ left: 't1', right: 'o1' }] }],
    ['a key', { type: 'matching', pairs: [{ left: 'a', right: 't1' }] }],
    [
      'one left side twice',
      {
        type: 'matching',
        pairs: [
          { left: 'o1', right: 't1' },
          { left: 'o01', right: 't2' },
        ],
      },
    ],
  ])('when it is %s it should not fit a matching question', (_, answer) =>
    expect(toKeys('matching', presentation, answer)).toBeNull(),
  );

  it('when a choice is named twice it should not fit', () => {
    expect(toKeys('multiple', presentation, { type: 'multiple', choices: ['o1', 'o1'] })).toBeNull();
    expect(toKeys('ordering', presentation, { type: 'ordering', order: ['o2', 'o2'] })).toBeNull();
  });

  it('when it fits it should speak in keys', () => {
    expect(toKeys('single', presentation, { type: 'single', choice: 'o2' })).toEqual({
      type: 'single',
      choice: 'a',
    });
    expect(
      toKeys('matching', presentation, { type: 'matching', pairs: [{ left: 'o2', right: 't2' }] }),
    ).toEqual({
      type: 'matching',
      pairs: [{ left: 'a', right: 'a' }],
    });
  });
});
