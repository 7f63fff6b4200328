import fc from 'fast-check';
import type { QuestionAnswer } from '../content/index.js';
import { FULL, isFull, NONE, share, toDecimal } from './points.js';
import { present, toKeys, toShown, type KeyedAnswer } from './presentation.js';
import { shuffled } from './random.js';
import { normalised, score, total } from './scoring.js';
import { anyAnswer, anyPosed } from './testing/questions.js';
import { SeededRandom } from './testing/seeded-random.js';

const multiple: QuestionAnswer = { type: 'multiple', choices: ['a', 'b', 'c'] };
const ordering: QuestionAnswer = { type: 'ordering', order: ['a', 'b', 'c', 'd'] };
const matching: QuestionAnswer = {
  type: 'matching',
  pairs: ['a', 'b', 'c'].map((key) => ({ left: key, right: key })),
};
const short: QuestionAnswer = {
  type: 'short',
  accepted: { zh: ['初步声明', '首份声明'], en: ['holding statement', '72-hour rule'] },
};
const choose = (...choices: string[]): KeyedAnswer => ({ type: 'multiple', choices });
const order = (...keys: string[]): KeyedAnswer => ({ type: 'ordering', order: keys });
const match = (...pairs: [string, string][]): KeyedAnswer => ({
  type: 'matching',
  pairs: pairs.map(([left, right]) => ({ left, right })),
});
const write = (text: string): KeyedAnswer => ({ type: 'short', text });

describe('points for an answer', () => {
  it.each<[string, QuestionAnswer, KeyedAnswer | null, number]>([
    ['single, right', { type: 'single', choice: 'a' }, { type: 'single', choice: 'a' }, 1],
    ['single, wrong', { type: 'single', choice: 'a' }, { type: 'single', choice: 'b' }, 0],
    ['boolean, right', { type: 'boolean', value: false }, { type: 'boolean', value: false }, 1],
    ['boolean, wrong', { type: 'boolean', value: false }, { type: 'boolean', value: true }, 0],
    ['multiple, all', multiple, choose('c', 'a', 'b'), 1],
    ['multiple, one missing', multiple, choose('a', 'b'), 0.6667],
    ['multiple, one wrong besides all', multiple, choose('a', 'b', 'c', 'x'), 0.6667],
    ['multiple, wrong ones take right ones back', multiple, choose('a', 'x'), 0],
    ['multiple, never below nothing', multiple, choose('x', 'y'), 0],
    ['multiple, nothing chosen', multiple, choose(), 0],
    ['ordering, right', ordering, order('a', 'b', 'c', 'd'), 1],
    ['ordering, two neighbours exchanged', ordering, order('b', 'a', 'c', 'd'), 0.6667],
    ['ordering, half of the pairs', ordering, order('d', 'a', 'b', 'c'), 0],
    ['ordering, the other way round', ordering, order('d', 'c', 'b', 'a'), 0],
    ['ordering, only part of it', ordering, order('a', 'b', 'c'), 0],
    ['matching, two of three', matching, match(['a', 'a'], ['b', 'c'], ['c', 'c']), 0.6667],
    ['matching, one left open', matching, match(['a', 'a'], ['b', 'b']), 0.6667],
    ['matching, the same partner for all', matching, match(['a', 'b'], ['b', 'b'], ['c', 'b']), 0.3333],
    ['numeric, exact', { type: 'numeric', value: 4, tolerance: 0 }, { type: 'numeric', value: 4 }, 1],
    [
      'numeric, on the bound',
      { type: 'numeric', value: 0.3, tolerance: 0.1 },
      { type: 'numeric', value: 0.4 },
      1,
    ],
    [
      'numeric, past the bound',
      { type: 'numeric', value: 0.3, tolerance: 0.1 },
      { type: 'numeric', value: 0.41 },
      0,
    ],
    ['short, Chinese', short, write('初步声明'), 1],
    ['short, English with case and spaces', short, write('  Holding\u3000STATEMENT. '), 1],
    ['short, full width and punctuation', short, write('７２－Ｈｏｕｒ rule'), 1],
    ['short, another word', short, write('声明'), 0],
    ['short, only punctuation', short, write('…!'), 0],
    ['no answer', short, null, 0],
    ['an answer of another type', short, choose('a'), 0],
  ])('%s', (_, solution, answer, points) => expect(toDecimal(score(solution, answer))).toBe(points));

  const answered = anyPosed.chain((posed) => anyAnswer(posed).map((answer) => ({ ...posed, answer })));

  it('should always lie between nothing and one', () => {
    fc.assert(
      fc.property(answered, ({ solution, answer }) => {
        const { top, bottom } = score(solution, answer);
        expect(top).toBeGreaterThanOrEqual(0);
        expect(top).toBeLessThanOrEqual(bottom);
      }),
    );
  });

  it('should be full for the right answer and nothing for none', () => {
    fc.assert(
      fc.property(anyPosed, ({ solution, perfect }) => {
        expect(score(solution, perfect)).toEqual(FULL);
        expect(score(solution, null)).toEqual(NONE);
      }),
    );
  });

  it('should not depend on the order in which options are shown', () => {
    fc.assert(
      fc.property(answered, fc.integer(), fc.integer(), ({ question, solution, answer }, one, other) => {
        for (const seed of [one, other]) {
          const presentation = present(question, solution, new SeededRandom(seed));
          const back = toKeys(question.type, presentation, toShown(presentation, answer));
          expect(back).toEqual(answer);
          expect(score(solution, back)).toEqual(score(solution, answer));
        }
      }),
    );
  });

  it('should not sink when something wrong is put right', () => {
    fc.assert(
      fc.property(answered, ({ solution, answer }) => {
        for (const better of improvements(solution, answer))
          expect(toDecimal(score(solution, better))).toBeGreaterThanOrEqual(
            toDecimal(score(solution, answer)),
          );
      }),
    );
  });

  it('should be full only for an answer that is right in every part', () => {
    fc.assert(
      fc.property(answered, ({ solution, answer }) => {
        if (improvements(solution, answer).length > 0) expect(isFull(score(solution, answer))).toBe(false);
      }),
    );
  });

  it('when an order is random it should earn little on average', () => {
    const random = new SeededRandom(7);
    const items = ['a', 'b', 'c', 'd', 'e', 'f'];
    const solution: QuestionAnswer = { type: 'ordering', order: items };
    let sum = 0;
    for (let i = 0; i < 2_000; i++) sum += toDecimal(score(solution, order(...shuffled(items, random))));
    expect(sum / 2_000).toBeLessThan(0.2);
  });
});

/** The answer with one part put right; none when it is right already. */
function improvements(solution: QuestionAnswer, answer: KeyedAnswer): KeyedAnswer[] {
  if (solution.type === 'multiple' && answer.type === 'multiple') {
    const add = solution.choices.filter((key) => !answer.choices.includes(key));
    const drop = answer.choices.filter((key) => !solution.choices.includes(key));
    return [
      ...add.map((key) => choose(...answer.choices, key)),
      ...drop.map((key) => choose(...answer.choices.filter((other) => other !== key))),
    ];
  }
  if (solution.type === 'ordering' && answer.type === 'ordering')
    return answer.order.slice(1).flatMap((key, i) => {
      const before = answer.order[i]!;
      if (solution.order.indexOf(before) < solution.order.indexOf(key)) return [];
      const better = [...answer.order];
      [better[i], better[i + 1]] = [key, before];
      return [order(...better)];
    });
  if (solution.type === 'matching' && answer.type === 'matching')
    return solution.pairs
      .filter(({ left, right }) => answer.pairs.find((pair) => pair.left === left)?.right !== right)
      .map((pair) => ({
        type: 'matching',
        pairs: [...answer.pairs.filter(({ left }) => left !== pair.left), pair],
      }));
  return [];
}

describe('comparing short answers', () => {
  it.each([
    ['ＡＢＣ １２３', 'abc123'],
    ['Ｓｔｒａßｅ', 'strasse'],
    ['“初步声明”。', '初步声明'],
    ['e-mail', 'email'],
  ])('%s should read as %s', (text, expected) => expect(normalised(text)).toBe(expected));

  it('should be the same when done twice', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        (text) => normalised(normalised(text)) === normalised(text),
      ),
    );
  });
});

describe('the score of a sitting', () => {
  it('when partial points reach the pass mark exactly it should be passed', () => {
    const parts = [...Array(7).fill(FULL), share(1, 3), share(1, 3), share(1, 3)] as (typeof FULL)[];
    expect(total(parts, 80)).toMatchObject({ percent: 80, passed: true, maxPoints: 10 });
  });

  it('when it falls short by the least bit it should not be passed', () => {
    const parts = [...Array(7).fill(FULL), share(14, 15), NONE, NONE] as (typeof FULL)[];
    expect(total(parts, 80)).toMatchObject({ percent: 79, passed: false });
  });

  it('when every part but one is full it should be less than a hundred', () => {
    const parts = [...Array(49).fill(FULL), share(14, 15)] as (typeof FULL)[];
    expect(total(parts, 100)).toMatchObject({ percent: 99, passed: false });
  });
});
