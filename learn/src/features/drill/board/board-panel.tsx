import type { IndicatorSample, MeasureName } from '@readyroom/contract';
import { formatNumber } from '../../../shared/i18n/format.js';
import { Icon } from '../../../shared/ui/icons.js';
import { EmptyState } from '../../../shared/ui/states.js';
import { useDrillRun } from '../parts/drill-context.js';
import { useWords } from '../words/use-words.js';
import { seriesOf } from './series.js';
import { Trend } from './trend.js';

const VALUE: Record<MeasureName, (sample: IndicatorSample) => number> = {
  volume: ({ volume }) => volume,
  velocity: ({ velocity }) => velocity,
  negative_share: ({ negativeShare }) => negativeShare,
  heat: ({ heat }) => heat,
  complaints: ({ complaints }) => complaints,
  silence: ({ silence }) => silence,
};

/** The storm in numbers: now, and how it came to be. */
export function BoardPanel() {
  const { w } = useWords();
  const { view } = useDrillRun();
  const { indicators, alert } = view;
  const last = indicators.at(-1);
  return (
    <section aria-labelledby="board-title" class="board">
      <h2 id="board-title" class="drill-panel__title" tabIndex={-1}>
        {w.board.title}
      </h2>
      <p class={`level level--${alert?.level ?? 'none'}`}>
        <Icon name="warning" size={20} />
        <strong>{alert ? w.alert.now(w.alert.levels[alert.level]) : w.alert.none}</strong>
      </p>
      {!last && <EmptyState icon="info" title={w.board.empty} text={w.board.emptyText} />}
      {last && (
        <>
          <Now sample={last} />
          <Trend
            title={w.board.heat}
            unit={w.alert.units.heat}
            points={seriesOf(indicators, 'heat')}
            top={100}
          />
          <Trend title={w.board.volume} unit={w.alert.units.volume} points={seriesOf(indicators, 'volume')} />
          <Trend
            title={w.board.negative}
            unit={w.alert.units.negative_share}
            points={seriesOf(indicators, 'negativeShare')}
            top={100}
          />
        </>
      )}
    </section>
  );
}

function Now({ sample }: { sample: IndicatorSample }) {
  const { w, locale } = useWords();
  const tones = [
    ['hostile', sample.hostile],
    ['questioning', sample.questioning],
    ['supportive', sample.supportive],
  ] as const;
  return (
    <>
      <dl class="figures">
        {(Object.keys(VALUE) as MeasureName[]).map((measure) => (
          <div key={measure} class="figures__one card">
            <dt>{w.alert.measures[measure]}</dt>
            <dd>
              {formatNumber(VALUE[measure](sample), locale)}
              <span class="figures__unit"> {w.alert.units[measure]}</span>
            </dd>
          </div>
        ))}
      </dl>
      <p class="quiet small">
        {w.board.tone} · {w.join(tones.map(([tone, n]) => `${w.board[tone]} ${formatNumber(n, locale)}`))}
      </p>
    </>
  );
}
