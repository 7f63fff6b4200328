import type { Answer, AttemptQuestion } from '@readyroom/contract';
import type { Keyed, PoolQuestion, QuestionAnswer } from '../content/index.js';
import { shuffled, type RandomSource } from './random.js';

/** Keys in the order shown; stored with the attempt. `targets` are the right sides of matching. */
export interface Presentation {
  readonly options: readonly string[];
  readonly targets: readonly string[];
}

/** An answer in keys of the content instead of the ids of one attempt. This is what is stored and scored. */
export type KeyedAnswer = Answer;

/**
 * Decides the order in which a question is shown. An ordering question never begins in the right order: whoever
 * touched nothing would be right.
 */
export function present(
  { body }: Pick<PoolQuestion, 'body'>,
  solution: QuestionAnswer,
  random: RandomSource,
): Presentation {
  switch (body.type) {
    case 'single':
    case 'multiple':
      return { options: keysOf(body.options, random), targets: [] };
    case 'ordering': {
      const order = keysOf(body.items, random);
      const right = solution.type === 'ordering' ? solution.order : [];
      return {
        options: order.every((key, i) => key === right[i]) ? swapped(order, random) : order,
        targets: [],
      };
    }
    case 'matching':
      return { options: keysOf(body.left, random), targets: keysOf(body.right, random) };
    case 'boolean':
    case 'numeric':
    case 'short':
      return { options: [], targets: [] };
  }
}

const keysOf = (list: readonly Keyed[], random: RandomSource) =>
  shuffled(
    list.map(({ key }) => key),
    random,
  );

/** Exchanges two neighbours. */
function swapped(order: readonly string[], random: RandomSource): string[] {
  const at = random.below(order.length - 1);
  return order.map((key, i) => (i === at ? order[at + 1]! : i === at + 1 ? order[at]! : key));
}

// What learners see instead of keys: the place in their own order, which says nothing about any other attempt.
const optionId = (index: number): string => `o${index + 1}`;
const targetId = (index: number): string => `t${index + 1}`;

/** A question as its learner sees it. */
export function shown(position: number, question: PoolQuestion, presentation: Presentation): AttemptQuestion {
  const { body } = question;
  const lists = {
    options:
      'options' in body ? body.options : 'items' in body ? body.items : 'left' in body ? body.left : [],
    targets: 'right' in body ? body.right : [],
  };
  const inOrder = (list: readonly Keyed[], keys: readonly string[], idAt: (i: number) => string) =>
    keys.map((key, i) => ({ id: idAt(i), text: list.find((item) => item.key === key)!.text }));
  return {
    position,
    type: question.type,
    prompt: question.prompt,
    options: inOrder(lists.options, presentation.options, optionId),
    targets: inOrder(lists.targets, presentation.targets, targetId),
    unit: 'unit' in body ? body.unit : null,
    placeholder: 'placeholder' in body ? body.placeholder : null,
  };
}

/** Translates what a learner sent into keys; null when it is no answer to this question. */
export function toKeys(
  type: PoolQuestion['type'],
  { options, targets }: Presentation,
  answer: Answer,
): KeyedAnswer | null {
  if (answer.type !== type) return null;
  const option = reader(options, 'o');
  const target = reader(targets, 't');
  switch (answer.type) {
    case 'single': {
      const choice = option(answer.choice);
      return choice === undefined ? null : { type: 'single', choice };
    }
    case 'multiple': {
      const choices = distinct(answer.choices.map(option));
      return choices && { type: 'multiple', choices };
    }
    case 'ordering': {
      const order = distinct(answer.order.map(option));
      return order && { type: 'ordering', order };
    }
    case 'matching': {
      const lefts = distinct(answer.pairs.map((pair) => option(pair.left)));
      const rights = answer.pairs.map((pair) => target(pair.right));
      if (!lefts || !isWhole(rights)) return null;
      return { type: 'matching', pairs: lefts.map((left, i) => ({ left, right: rights[i]! })) };
    }
    case 'boolean':
    case 'numeric':
    case 'short':
      return answer;
  }
}

/** Translates keys back into the ids of this attempt. */
export function toShown({ options, targets }: Presentation, answer: KeyedAnswer): Answer {
  const option = (key: string) => optionId(options.indexOf(key));
  const target = (key: string) => targetId(targets.indexOf(key));
  switch (answer.type) {
    case 'single':
      return { type: 'single', choice: option(answer.choice) };
    case 'multiple':
      return { type: 'multiple', choices: answer.choices.map(option) };
    case 'ordering':
      return { type: 'ordering', order: answer.order.map(option) };
    case 'matching':
      return {
        type: 'matching',
        pairs: answer.pairs.map(({ left, right }) => ({ left: option(left), right: target(right) })),
      };
    case 'boolean':
    case 'numeric':
    case 'short':
      return answer;
  }
}

/** The right answer in the ids of this attempt. For short answers the first accepted text stands for all. */
export function solutionShown(presentation: Presentation, solution: QuestionAnswer): Answer {
  switch (solution.type) {
    case 'numeric':
      return { type: 'numeric', value: solution.value };
    case 'short':
      return { type: 'short', text: solution.accepted.zh[0] ?? solution.accepted.en[0] ?? '' };
    default:
      return toShown(presentation, solution);
  }
}

/** Key at the place that an id names, for ids of one kind ('o1'…). */
const reader =
  (keys: readonly string[], kind: 'o' | 't') =>
  (id: string): string | undefined =>
    id.startsWith(kind) ? keys[Number(id.slice(1)) - 1] : undefined;

const isWhole = (list: readonly (string | undefined)[]): list is string[] => !list.includes(undefined);

function distinct(keys: readonly (string | undefined)[]): string[] | null {
  return isWhole(keys) && new Set(keys).size === keys.length ? keys : null;
}
