interface BarProps {
  percent: number;
  label: string;
  class?: string;
}

export const ProgressBar = ({ percent, label, class: name = '' }: BarProps) => (
  <div
    class={`bar ${name}`}
    role="progressbar"
    aria-label={label}
    aria-valuemin={0}
    aria-valuemax={100}
    aria-valuenow={percent}
  >
    <div class="bar__fill" style={{ transform: `scaleX(${percent / 100})` }} />
  </div>
);

const RADIUS = 20;
const LENGTH = 2 * Math.PI * RADIUS;

/** A small ring beside text that says the same. */
export const Ring = ({ percent }: { percent: number }) => (
  <svg class="ring" viewBox="0 0 48 48" width="48" height="48" aria-hidden="true">
    <circle cx="24" cy="24" r={RADIUS} fill="none" stroke="var(--track)" stroke-width="5" />
    {percent > 0 && (
      <circle
        cx="24"
        cy="24"
        r={RADIUS}
        fill="none"
        stroke="var(--accent)"
        stroke-width="5"
        stroke-linecap="round"
        stroke-dasharray={`${(LENGTH * percent) / 100} ${LENGTH}`}
        transform="rotate(-90 24 24)"
      />
    )}
    <text x="24" y="28.5" text-anchor="middle" class="ring__text">
      {percent}
    </text>
  </svg>
);
