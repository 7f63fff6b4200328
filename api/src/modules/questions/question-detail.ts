import type { QuestionDetail, Text } from '@readyroom/contract';
import type { QuestionAnswer, QuestionBody } from '../content/index.js';

type Parts = Pick<
  QuestionDetail,
  'options' | 'items' | 'pairs' | 'answer' | 'tolerance' | 'unit' | 'accepted'
>;

/** Body and key of a question put together for reading; `chosen` is the share in percent by option key. */
export function keyLaidOpen(
  body: QuestionBody,
  answer: QuestionAnswer,
  chosen: ReadonlyMap<string, number>,
): Parts {
  const right = new Set(
    answer.type === 'single' ? [answer.choice] : answer.type === 'multiple' ? answer.choices : [],
  );
  const inRightOrder = answer.type === 'ordering' ? answer.order : [];
  const pairs = answer.type === 'matching' ? answer.pairs : [];
  return {
    options:
      'options' in body
        ? body.options.map(({ key, text }) => ({
            text,
            correct: right.has(key),
            chosenPercent: chosen.get(key) ?? null,
          }))
        : [],
    items: 'items' in body ? inRightOrder.map((key) => textOf(body.items, key)) : [],
    pairs:
      'left' in body
        ? pairs.map((pair) => ({ left: textOf(body.left, pair.left), right: textOf(body.right, pair.right) }))
        : [],
    answer: answer.type === 'boolean' || answer.type === 'numeric' ? answer.value : null,
    tolerance: answer.type === 'numeric' ? answer.tolerance : null,
    unit: 'unit' in body ? body.unit : null,
    accepted: answer.type === 'short' ? answer.accepted : null,
  };
}

const textOf = (list: readonly { key: string; text: Text }[], key: string): Text =>
  list.find((item) => item.key === key)!.text;
