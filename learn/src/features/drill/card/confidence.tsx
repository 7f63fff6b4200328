import { useId } from 'preact/hooks';
import { useWords } from '../words/use-words.js';

const STEP = 10;

/** How sure somebody is: a slider, and buttons for whoever cannot drag. */
export function Confidence({ value, onChange }: { value: number; onChange: (value: number) => void }) {
  const { w } = useWords();
  const id = useId();
  const set = (next: number) => onChange(Math.min(100, Math.max(0, next)));
  return (
    <div class="confidence">
      <label for={id}>
        {w.card.confidence} <strong>{w.card.percent(value)}</strong>
      </label>
      <div class="confidence__row">
        <button type="button" class="icon-button" aria-label={w.card.less} onClick={() => set(value - STEP)}>
          −
        </button>
        <input
          id={id}
          type="range"
          min={0}
          max={100}
          step={STEP}
          value={value}
          aria-valuetext={w.card.percent(value)}
          onInput={(event) => set(Number(event.currentTarget.value))}
        />
        <button
          type="button"
          class="icon-button"
          aria-label={w.card.more10}
          onClick={() => set(value + STEP)}
        >
          +
        </button>
      </div>
    </div>
  );
}
