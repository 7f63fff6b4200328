import type { DrillView } from '@readyroom/contract';
import { useState } from 'preact/hooks';
import { formatNumber } from '../../../shared/i18n/format.js';
import { Icon } from '../../../shared/ui/icons.js';
import { timeOfDay } from '../line/scenario-time.js';
import { useDrillRun } from '../parts/drill-context.js';
import { useWords } from '../words/use-words.js';
import { AlertSheet } from './alert-sheet.js';
import { DeskFold } from './desk-fold.js';
import { ThresholdSheet } from './threshold-sheet.js';

/** The last value set for each measure and level. */
const standing = (thresholds: DrillView['thresholds']) => [
  ...new Map(thresholds.map((one) => [`${one.measure} ${one.level}`, one])).values(),
];

export function AlertSection() {
  const { w, text, locale } = useWords();
  const { stage, view, mayAct } = useDrillRun();
  const [open, setOpen] = useState<'alert' | 'threshold' | null>(null);
  const { alert } = view;
  const number = (value: number) => formatNumber(value, locale);
  const seatName = (key: string) => {
    const seat = stage.seats.find((one) => one.key === key);
    return seat ? text(seat.title) : key;
  };
  return (
    <DeskFold title={w.desk.alert}>
      <p class={`level level--${alert?.level ?? 'none'}`}>
        <Icon name="warning" size={20} />
        <strong>{alert ? w.alert.now(w.alert.levels[alert.level]) : w.alert.none}</strong>
      </p>
      {alert && (
        <p class="quiet small">
          {timeOfDay(stage.startsAt, alert.at)} · {seatName(alert.by)} · {alert.reason}
        </p>
      )}
      {mayAct && (
        <button type="button" class="button button--wide" onClick={() => setOpen('alert')}>
          {w.alert.raise}
        </button>
      )}
      <h4 class="eyebrow">{w.alert.thresholds}</h4>
      {view.thresholds.length === 0 && <p class="quiet small">{w.alert.noThresholds}</p>}
      <ul class="desk__log">
        {standing(view.thresholds).map(({ measure, level, value }) => (
          <li key={`${measure}${level}`}>
            {w.alert.line(
              w.alert.measures[measure],
              number(value),
              w.alert.units[measure],
              w.alert.levels[level],
            )}
          </li>
        ))}
      </ul>
      {mayAct && (
        <button type="button" class="button button--wide" onClick={() => setOpen('threshold')}>
          {w.alert.threshold}
        </button>
      )}
      {view.alarms.length > 0 && (
        <>
          <h4 class="eyebrow">{w.alert.alarms}</h4>
          <ul class="desk__log small">
            {[...view.alarms].reverse().map(({ id, at, measure, value, level }) => (
              <li key={id}>
                {w.alert.alarm(
                  timeOfDay(stage.startsAt, at),
                  w.alert.measures[measure],
                  number(value),
                  w.alert.levels[level],
                )}
              </li>
            ))}
          </ul>
        </>
      )}
      {open === 'alert' && <AlertSheet onClose={() => setOpen(null)} />}
      {open === 'threshold' && <ThresholdSheet onClose={() => setOpen(null)} />}
    </DeskFold>
  );
}
