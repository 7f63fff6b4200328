import { clockText } from '../../../shared/time.js';
import { realMsUntil } from '../line/scenario-time.js';
import { useWords } from '../words/use-words.js';
import { useDrillRun } from './drill-context.js';
import { useNow } from './use-now.js';

const RADIUS = 16;
const LENGTH = 2 * Math.PI * RADIUS;

interface Props {
  /** Scenario seconds. */
  from: number;
  dueAt: number;
}

/** Real time that is left, as text and as a ring. */
export function Countdown({ from, dueAt }: Props) {
  const { w } = useWords();
  const { state } = useDrillRun();
  const now = useNow();
  const { clock } = state;
  if (!clock) return null;
  const left = realMsUntil(dueAt, clock, now);
  const whole = ((dueAt - from) / clock.rate) * 1000;
  const share = whole > 0 ? Math.min(1, left / whole) : 0;
  const late = share <= 0.25;
  return (
    <span class={`countdown ${late ? 'countdown--late' : ''}`}>
      <svg width="40" height="40" viewBox="0 0 40 40" aria-hidden="true">
        <circle cx="20" cy="20" r={RADIUS} class="countdown__track" />
        <circle
          cx="20"
          cy="20"
          r={RADIUS}
          class="countdown__left"
          stroke-dasharray={`${LENGTH * share} ${LENGTH}`}
          transform="rotate(-90 20 20)"
        />
      </svg>
      <span>
        <span role="timer" class="countdown__text">
          {w.card.left(clockText(left))}
        </span>
        {clock.status === 'paused' && <span class="countdown__standing">{w.card.standing}</span>}
      </span>
    </span>
  );
}
