import type { Answer, ResultQuestion } from '@readyroom/contract';
import { formatNumber } from '../../shared/i18n/format.js';
import { useI18n } from '../../shared/i18n/i18n.js';

interface Props {
  question: ResultQuestion;
  answer: Answer | null;
  /** The right answer, with what else would have counted. */
  correct?: boolean;
}

/** An answer in words. */
export function AnswerText({ question, answer, correct = false }: Props) {
  const { t, locale, text } = useI18n();
  const label = (id: string): string => {
    const choice = [...question.options, ...question.targets].find((other) => other.id === id);
    return choice ? text(choice.text) : id;
  };
  if (!answer) return <span class="quiet">{t.result.noAnswer}</span>;
  switch (answer.type) {
    case 'single':
      return <>{label(answer.choice)}</>;
    case 'boolean':
      return <>{answer.value ? t.quiz.true : t.quiz.false}</>;
    case 'multiple':
      return answer.choices.length === 0 ? (
        <span class="quiet">{t.result.noAnswer}</span>
      ) : (
        <ul class="plain-list">
          {answer.choices.map((id) => (
            <li key={id}>{label(id)}</li>
          ))}
        </ul>
      );
    case 'ordering':
      return (
        <ol class="plain-list plain-list--numbers">
          {answer.order.map((id) => (
            <li key={id}>{label(id)}</li>
          ))}
        </ol>
      );
    case 'matching':
      return (
        <ul class="plain-list">
          {answer.pairs.map(({ left, right }) => (
            <li key={left}>
              {label(left)} → {label(right)}
            </li>
          ))}
        </ul>
      );
    case 'numeric':
      return (
        <>
          {formatNumber(answer.value, locale)} {question.unit && text(question.unit)}
          {correct && question.tolerance ? t.result.tolerance(formatNumber(question.tolerance, locale)) : ''}
        </>
      );
    case 'short': {
      const accepted =
        question.acceptedTexts && (locale === 'en' ? question.acceptedTexts.en : question.acceptedTexts.zh);
      return <>{correct && accepted ? accepted.join(locale === 'en' ? ', ' : '、') : answer.text}</>;
    }
  }
}
