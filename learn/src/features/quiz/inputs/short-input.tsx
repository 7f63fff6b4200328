import { useI18n } from '../../../shared/i18n/i18n.js';
import type { InputProps } from './input-props.js';

export function ShortInput({ question, answer, onAnswer }: InputProps) {
  const { t, text } = useI18n();
  return (
    <div class="field">
      <label for="short">{t.quiz.numberLabel}</label>
      <input
        id="short"
        class="input"
        type="text"
        autocomplete="off"
        maxLength={200}
        placeholder={question.placeholder ? text(question.placeholder) : undefined}
        value={answer?.type === 'short' ? answer.text : ''}
        onInput={(event) => {
          const typed = event.currentTarget.value;
          onAnswer(typed === '' ? null : { type: 'short', text: typed });
        }}
      />
    </div>
  );
}
