import type { Metric, MyDrillReport } from '@readyroom/contract';
import { isTold, nameOf, valueOf } from './shown-metric.js';
import { useWords } from './use-words.js';

/** Numbers, each with its target and what it means. */
export function MetricList({ metrics, report }: { metrics: readonly Metric[]; report: MyDrillReport }) {
  const { w, say } = useWords();
  return (
    <ul class="results card">
      {metrics.filter(isTold).map((metric) => {
        const { key, part, value, target, met } = metric;
        const meaning = report.meanings.find((one) => one.key === key)?.meaning;
        return (
          <li key={`${key} ${part}`} class="results__row">
            <p class="results__head">
              <span>{nameOf(metric, report, w, say)}</span>
              <strong>{valueOf(metric, value, w)}</strong>
            </p>
            <p class="meta">
              {met !== null && (
                <span class={`tag ${met ? 'tag--good' : 'tag--warn'}`}>{met ? w.met : w.notMet}</span>
              )}
              {target && <span>{w.target[target.better](valueOf(metric, target.value, w))}</span>}
            </p>
            {meaning && <p class="quiet small">{say(meaning)}</p>}
          </li>
        );
      })}
    </ul>
  );
}
