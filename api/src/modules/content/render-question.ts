import { createHash } from 'node:crypto';
import type { SourceQuestion, SourceText } from './source/source-schema.js';
import type { Keyed, QuestionAnswer, QuestionBody } from './stored-content.js';

/** Splits a question into what may be shown and what must not. */
export function splitQuestion(question: SourceQuestion): { body: QuestionBody; answer: QuestionAnswer } {
  const { type } = question;
  switch (type) {
    case 'single':
      return {
        body: { type, options: question.options.map(shown) },
        answer: { type, choice: question.options.find((option) => option.correct)!.key },
      };
    case 'multiple':
      return {
        body: { type, options: question.options.map(shown) },
        answer: { type, choices: question.options.filter((option) => option.correct).map(({ key }) => key) },
      };
    case 'boolean':
      return { body: { type }, answer: { type, value: question.answer } };
    case 'ordering':
      return {
        body: { type, items: inNoTellingOrder(question.items.map(shown)) },
        answer: { type, order: question.items.map(({ key }) => key) },
      };
    case 'matching':
      return {
        body: {
          type,
          left: question.pairs.map(({ key, left }) => ({ key, text: left })),
          right: inNoTellingOrder(question.pairs.map(({ key, right }) => ({ key, text: right }))),
        },
        answer: { type, pairs: question.pairs.map(({ key }) => ({ left: key, right: key })) },
      };
    case 'numeric':
      return {
        body: { type, unit: question.unit },
        answer: { type, value: question.answer, tolerance: question.tolerance },
      };
    case 'short':
      return {
        body: { type, placeholder: question.placeholder ?? null },
        answer: { type, accepted: question.accepted },
      };
  }
}

const shown = ({ key, text }: { key: string; text: SourceText }): Keyed => ({ key, text });

/** The source lists items in the right order; the stored body must not. */
const inNoTellingOrder = (items: Keyed[]): Keyed[] =>
  items
    .map((item) => ({
      item,
      rank: createHash('sha256')
        .update(item.text.zh + item.text.en)
        .digest('hex'),
    }))
    .sort((a, b) => (a.rank < b.rank ? -1 : 1))
    .map(({ item }) => item);
