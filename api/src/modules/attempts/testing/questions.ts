import type { QuestionType, Text } from '@readyroom/contract';
import fc from 'fast-check';
import type { PoolQuestion, QuestionAnswer } from '../../content/index.js';
import type { KeyedAnswer } from '../presentation.js';

export interface Posed {
  question: PoolQuestion;
  solution: QuestionAnswer;
  perfect: KeyedAnswer;
}

const text = (word: string): Text => ({ zh: `${word}（中）`, en: `${word} (en)` });
const keyed = (keys: readonly string[]) => keys.map((key) => ({ key, text: text(key) }));

/** A question of each type by its answer; keys are letters. */
export function pose(solution: QuestionAnswer, wrongKeys: readonly string[] = []): Posed {
  const { body, perfect } = partsOf(solution, wrongKeys);
  const question: PoolQuestion = {
    questionId: `q-${JSON.stringify(solution)}`,
    questionVersionId: `v-${JSON.stringify(solution)}`,
    topic: 'triage',
    type: solution.type,
    difficulty: 1,
    tiers: null,
    prompt: text('prompt'),
    body,
  };
  return { question, solution, perfect };
}

function partsOf(
  solution: QuestionAnswer,
  wrongKeys: readonly string[],
): { body: PoolQuestion['body']; perfect: KeyedAnswer } {
  switch (solution.type) {
    case 'single':
      return { body: { type: 'single', options: keyed([solution.choice, ...wrongKeys]) }, perfect: solution };
    case 'multiple':
      return {
        body: { type: 'multiple', options: keyed([...solution.choices, ...wrongKeys]) },
        perfect: solution,
      };
    case 'boolean':
      return { body: { type: 'boolean' }, perfect: solution };
    case 'ordering':
      return { body: { type: 'ordering', items: keyed(solution.order) }, perfect: solution };
    case 'matching': {
      const left = keyed(solution.pairs.map((pair) => pair.left));
      const right = keyed(solution.pairs.map((pair) => pair.right));
      return { body: { type: 'matching', left, right }, perfect: solution };
    }
    case 'numeric':
      return {
        body: { type: 'numeric', unit: text('unit') },
        perfect: { type: 'numeric', value: solution.value },
      };
    case 'short':
      return {
        body: { type: 'short', placeholder: null },
        perfect: { type: 'short', text: solution.accepted.en[0]! },
      };
  }
}

const letters = (count: number, from = 0) => 'abcdefghijkl'.slice(from, from + count).split('');

/** Questions of every type as the content format allows them. */
export const anyPosed: fc.Arbitrary<Posed> = fc.oneof(
  fc.integer({ min: 2, max: 4 }).map((wrong) => pose({ type: 'single', choice: 'a' }, letters(wrong, 1))),
  fc
    .record({ right: fc.integer({ min: 2, max: 4 }), wrong: fc.integer({ min: 1, max: 2 }) })
    .map(({ right, wrong }) => pose({ type: 'multiple', choices: letters(right) }, letters(wrong, right))),
  fc.boolean().map((value) => pose({ type: 'boolean', value })),
  fc.integer({ min: 3, max: 6 }).map((count) => pose({ type: 'ordering', order: letters(count) })),
  fc
    .integer({ min: 3, max: 6 })
    .map((count) =>
      pose({ type: 'matching', pairs: letters(count).map((key) => ({ left: key, right: key })) }),
    ),
  fc
    .record({ value: fc.integer({ min: -500, max: 500 }), tolerance: fc.constantFrom(0, 0.5, 2) })
    .map((numeric) => pose({ type: 'numeric', ...numeric })),
  fc.constant(
    pose({ type: 'short', accepted: { zh: ['初步声明'], en: ['holding statement', 'first statement'] } }),
  ),
);

const someOf = (keys: readonly string[]) => fc.shuffledSubarray([...keys]);

/** Any answer that a learner could send to this question, in keys. */
export function anyAnswer({ question }: Posed): fc.Arbitrary<KeyedAnswer> {
  const { body } = question;
  const type: QuestionType = question.type;
  const keys = (list: readonly { key: string }[]) => list.map(({ key }) => key);
  switch (body.type) {
    case 'single':
    case 'multiple':
      return type === 'single'
        ? fc.constantFrom(...keys(body.options)).map((choice) => ({ type: 'single', choice }) as const)
        : someOf(keys(body.options)).map((choices) => ({ type: 'multiple', choices }) as const);
    case 'boolean':
      return fc.boolean().map((value) => ({ type: 'boolean', value }) as const);
    case 'ordering':
      return someOf(keys(body.items)).map((order) => ({ type: 'ordering', order }) as const);
    case 'matching':
      return fc
        .tuple(someOf(keys(body.left)), fc.infiniteStream(fc.constantFrom(...keys(body.right))))
        .map(([lefts, rights]) => ({
          type: 'matching' as const,
          pairs: lefts.map((left) => ({ left, right: rights.next().value as string })),
        }));
    case 'numeric':
      return fc.integer({ min: -500, max: 500 }).map((value) => ({ type: 'numeric', value }) as const);
    case 'short':
      return fc
        .constantFrom('初步声明', 'Holding  Statement', 'apology', '')
        .map((text) => ({ type: 'short', text }) as const);
  }
}
