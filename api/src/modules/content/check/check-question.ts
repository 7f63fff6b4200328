import { repeated } from './check-case.js';
import type { Path } from '../source/problem.js';
import type { SourceQuestion, SourceText } from '../source/source-schema.js';

type Report = (path: Path, message: string) => void;

/** The key of a question must fit its type, and nothing may appear twice among what is offered. */
export function checkQuestion(question: SourceQuestion, report: Report): void {
  switch (question.type) {
    case 'single':
    case 'multiple':
      return checkChoices(question, report);
    case 'ordering':
      repeated(question.items.map(({ key }) => key)).forEach((i) =>
        report(['items', i, 'key'], 'This key is used twice in the question'),
      );
      sameTexts(question.items.map(({ text }) => text)).forEach((i) =>
        report(['items', i], 'Two items read the same: nobody could order them'),
      );
      return;
    case 'matching':
      repeated(question.pairs.map(({ key }) => key)).forEach((i) =>
        report(['pairs', i, 'key'], 'This key is used twice in the question'),
      );
      sameTexts(question.pairs.map(({ left }) => left)).forEach((i) =>
        report(['pairs', i, 'left'], 'Two left sides read the same'),
      );
      sameTexts(question.pairs.map(({ right }) => right)).forEach((i) =>
        report(['pairs', i, 'right'], 'Two right sides read the same: all must differ'),
      );
      return;
    case 'short':
      for (const language of ['zh', 'en'] as const)
        question.accepted[language].forEach((answer, i) => {
          if (!/[\p{L}\p{N}]/u.test(answer))
            report(
              ['accepted', language, i],
              'An accepted answer needs a letter or a digit: punctuation is not compared',
            );
        });
      return;
    case 'boolean':
    case 'numeric':
      return;
  }
}

function checkChoices(question: Extract<SourceQuestion, { options: unknown }>, report: Report): void {
  const { type, options } = question;
  const right = options.filter((option) => option.correct).length;
  if (type === 'single' && right !== 1)
    report(['options'], `A single choice has exactly one “correct: true”, this one has ${right}: mark one`);
  if (type === 'multiple' && right < 2)
    report(
      ['options'],
      `A multiple choice has at least two “correct: true”, this one has ${right}: mark more, or make it single`,
    );
  if (type === 'multiple' && right === options.length)
    report(['options'], 'Every option is correct: at least one must be wrong');
  repeated(options.map(({ key }) => key)).forEach((i) =>
    report(['options', i, 'key'], 'This key is used twice in the question'),
  );
  sameTexts(options.map(({ text }) => text)).forEach((i) =>
    report(['options', i, 'text'], 'Two options read the same'),
  );
  options.forEach(({ text }, i) => {
    if (/以上(?:都|皆|均|全部)|all of the above|none of the above/i.test(`${text.zh} ${text.en}`))
      report(['options', i, 'text'], 'Options are shuffled: do not refer to the others');
  });
}

const sameTexts = (texts: readonly SourceText[]): number[] => [
  ...new Set([...repeated(texts.map(({ zh }) => zh)), ...repeated(texts.map(({ en }) => en))]),
];
