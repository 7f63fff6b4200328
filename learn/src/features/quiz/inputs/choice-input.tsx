import { useI18n } from '../../../shared/i18n/i18n.js';
import { choiceIds, choose, isChosen } from '../choices.js';
import type { InputProps } from './input-props.js';

export function ChoiceInput({ question, answer, onAnswer }: InputProps) {
  const { t, text } = useI18n();
  const several = question.type === 'multiple';
  const labelOf = (id: string): string => {
    if (question.type === 'boolean') return id === 'true' ? t.quiz.true : t.quiz.false;
    const option = question.options.find((other) => other.id === id);
    return option ? text(option.text) : '';
  };
  return (
    <div class="choices">
      {choiceIds(question).map((id, i) => (
        <label key={id} class="choice">
          <input
            type={several ? 'checkbox' : 'radio'}
            name={`q${question.position}`}
            value={id}
            checked={isChosen(answer, id)}
            onChange={() => onAnswer(choose(question, answer, id))}
          />
          <span class={`choice__mark ${several ? 'choice__mark--several' : ''}`} aria-hidden="true" />
          <span class="choice__text">{labelOf(id)}</span>
          <kbd class="choice__key" aria-hidden="true">
            {i + 1}
          </kbd>
        </label>
      ))}
    </div>
  );
}
