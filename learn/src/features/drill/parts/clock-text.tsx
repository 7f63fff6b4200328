import { formatNumber } from '../../../shared/i18n/format.js';
import { Icon } from '../../../shared/ui/icons.js';
import { scenarioNow, timeOfDay } from '../line/scenario-time.js';
import { useWords } from '../words/use-words.js';
import { useDrillRun } from './drill-context.js';
import { useNow } from './use-now.js';

/** Scenario time and whether it moves, in words; colour only repeats it. */
export function ClockText() {
  const { w, locale } = useWords();
  const { stage, state } = useDrillRun();
  const now = useNow();
  const { clock } = state;
  if (!clock) return null;
  const seconds = Math.min(scenarioNow(clock, now), stage.durationMinutes * 60);
  return (
    <p class={`drill-clock drill-clock--${clock.status}`}>
      <span class="visually-hidden">{w.clock.label}</span>
      <span class="drill-clock__time" role="timer">
        {timeOfDay(stage.startsAt, seconds)}
      </span>
      <span class="drill-clock__state">
        {clock.status === 'paused' && <Icon name="lock" size={16} />}
        {w.clock[clock.status]}
        {clock.status === 'running' && clock.rate !== 1 && (
          <span class="drill-clock__pace"> · {w.clock.pace(formatNumber(clock.rate, locale))}</span>
        )}
      </span>
    </p>
  );
}
