import type { OutcomeFeedback } from '@readyroom/contract';
import type { OutcomeBand } from '../../../engine/index.js';

/** As many points as a curve on paper needs. */
const POINTS = 60;

/** The ensemble as a report shows it: curves with few points, whole numbers, shares to four decimals. */
export function toFeedback(outcome: OutcomeBand): OutcomeFeedback {
  const last = outcome.real.length - 1;
  const count = Math.min(POINTS, last + 1);
  const minutes = Array.from({ length: count }, (_, i) => Math.round((last * (i + 1)) / count));
  const at = (curve: readonly number[]): number[] => minutes.map((minute) => curve[minute] ?? 0);
  const band = ({ p10, p50, p90 }: OutcomeBand['answered']) => ({ p10: at(p10), p50: at(p50), p90: at(p90) });
  return {
    seeds: outcome.seeds,
    minutes,
    real: at(outcome.real),
    answered: band(outcome.answered),
    unanswered: band(outcome.unanswered),
    endedLower: {
      answered: share(outcome.worseThan.answered),
      unanswered: share(outcome.worseThan.unanswered),
    },
    adapted: outcome.adaptations.length,
  };
}

const share = (value: number): number => Math.round(value * 10_000) / 10_000;
