import { useState } from 'preact/hooks';
import { useI18n } from '../../../shared/i18n/i18n.js';
import { parseNumber } from '../parse-number.js';
import type { InputProps } from './input-props.js';

export function NumberInput({ question, answer, onAnswer }: InputProps) {
  const { t, text } = useI18n();
  const [typed, setTyped] = useState(answer?.type === 'numeric' ? String(answer.value) : '');
  const bad = typed.trim() !== '' && parseNumber(typed) === null;
  const change = (next: string) => {
    setTyped(next);
    const value = parseNumber(next);
    onAnswer(value === null ? null : { type: 'numeric', value });
  };
  return (
    <div class="field">
      <label for="number">{t.quiz.numberLabel}</label>
      <div class="number">
        <input
          id="number"
          class="input"
          type="text"
          inputMode="decimal"
          autocomplete="off"
          maxLength={30}
          value={typed}
          aria-invalid={bad}
          aria-describedby={bad ? 'number-bad' : 'number-unit'}
          onInput={(event) => change(event.currentTarget.value)}
        />
        <span id="number-unit">{question.unit && text(question.unit)}</span>
      </div>
      <p id="number-bad" class="field__error small" role="status">
        {bad && t.quiz.numberBad}
      </p>
    </div>
  );
}
