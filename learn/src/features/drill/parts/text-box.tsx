import { useId } from 'preact/hooks';
import { useWords } from '../words/use-words.js';

export const LONGEST = 4_000;

interface Props {
  label: string;
  value: string;
  onChange: (value: string) => void;
  max?: number;
  rows?: number;
  error?: string | null;
}

/** A text with its length beside it. Enter makes a new line, also for an input method; sending has a button. */
export function TextBox({ label, value, onChange, max = LONGEST, rows = 4, error = null }: Props) {
  const { w } = useWords();
  const id = useId();
  const { length } = value;
  const tooLong = length > max;
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <textarea
        id={id}
        class="input"
        rows={rows}
        value={value}
        aria-invalid={tooLong || error !== null}
        aria-describedby={`${id}-note`}
        onInput={(event) => onChange(event.currentTarget.value)}
      />
      <p id={`${id}-note`} class="text-box__note small" role="status">
        <span class="text-box__error">{error ?? (tooLong ? w.message.tooLong : '')}</span>
        <span class="quiet">{w.message.counter(length, max)}</span>
      </p>
    </div>
  );
}

/** Whether there is something to send and not too much of it. */
export const fits = (text: string, max = LONGEST): boolean => text.trim() !== '' && text.length <= max;
