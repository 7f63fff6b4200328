import fc from 'fast-check';
import { splitQuestion } from './render-question.js';
import type { SourceQuestion } from './source/source-schema.js';

const text = (s: string) => ({ zh: `中${s}`, en: s });
const common = {
  id: 'q',
  topic: 't',
  difficulty: 1,
  tiers: null,
  prompt: text('p'),
  rationale: text('CANARY-rationale'),
};
const texts = fc.uniqueArray(fc.stringMatching(/^[a-z]{1,6}$/), { minLength: 3, maxLength: 6 });

describe('splitQuestion', () => {
  it('when options are right it should tell so in the answer and nowhere else', () => {
    fc.assert(
      fc.property(texts, fc.nat(5), (words, n) => {
        const right = n % words.length;
        const question: SourceQuestion = {
          ...common,
          type: 'single',
          options: words.map((word, i) => ({ key: `k${i}`, text: text(word), correct: i === right })),
        };
        const { body, answer } = splitQuestion(question);
        expect(answer).toEqual({ type: 'single', choice: `k${right}` });
        expect(JSON.stringify(body)).not.toMatch(/correct|CANARY/);
      }),
    );
  });

  it('when items are ordered it should keep the right order out of the body', () => {
    fc.assert(
      fc.property(texts, (words) => {
        const of = (list: string[]) => {
          const items = list.map((word) => ({ key: word, text: text(word) }));
          return splitQuestion({ ...common, type: 'ordering', items });
        };
        const { body, answer } = of(words);
        expect(answer).toEqual({ type: 'ordering', order: words });
        // Whatever order is the right one, the body looks the same.
        expect(of([...words].reverse()).body).toEqual(body);
      }),
    );
  });

  it('when sides are matched it should list the right sides in an order that does not follow the left', () => {
    const sides = (rights: string[]) =>
      splitQuestion({
        ...common,
        type: 'matching',
        pairs: rights.map((right, i) => ({ key: `k${i}`, left: text(`l${i}`), right: text(right) })),
      }).body;
    const order = (body: ReturnType<typeof sides>) =>
      'right' in body ? body.right.map((side) => side.text.en) : [];
    expect(order(sides(['x', 'y', 'z', 'w']))).toEqual(order(sides(['w', 'z', 'y', 'x'])));
  });

  it('when a number or a word is asked for it should show unit and placeholder only', () => {
    expect(splitQuestion({ ...common, type: 'numeric', answer: 4, tolerance: 0.5, unit: text('h') })).toEqual(
      {
        body: { type: 'numeric', unit: text('h') },
        answer: { type: 'numeric', value: 4, tolerance: 0.5 },
      },
    );
    expect(splitQuestion({ ...common, type: 'short', accepted: { zh: ['红'], en: ['red'] } })).toEqual({
      body: { type: 'short', placeholder: null },
      answer: { type: 'short', accepted: { zh: ['红'], en: ['red'] } },
    });
  });
});
