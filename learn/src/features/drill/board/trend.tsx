import { useId, useState } from 'preact/hooks';
import { formatNumber } from '../../../shared/i18n/format.js';
import { niceTop, shownLabels } from '../../../shared/plot/scale.js';
import { useWidth } from '../../../shared/plot/use-width.js';
import { textWidth } from '../../../shared/text-width.js';
import { timeOfDay } from '../line/scenario-time.js';
import { useDrillRun } from '../parts/drill-context.js';
import { useWords } from '../words/use-words.js';
import { summaryOf, thinned, type Point } from './series.js';

const HEIGHT = 140;
const ABOVE = 12;
const BELOW = 26;
const RIGHT = 8;
const DRAWN = 180;
const ROWS = 12;
const GRID = [0, 0.5, 1];

interface Props {
  title: string;
  unit: string;
  points: readonly Point[];
  /** Highest value of the scale; a round number above the points when left out. */
  top?: number;
}

/** A line over time, a sentence that says what it shows, and the numbers as a table. */
export function Trend({ title, unit, points, top }: Props) {
  const { w, locale } = useWords();
  const { stage } = useDrillRun();
  const [table, setTable] = useState(false);
  const [box, width] = useWidth();
  const id = useId();
  const summary = summaryOf(points);
  const time = (minute: number) => timeOfDay(stage.startsAt, minute * 60);
  const value = (number: number) => `${formatNumber(number, locale)} ${unit}`;
  const words = () => {
    if (!summary) return '';
    const { last, change, peak } = summary;
    const sentence =
      change === 0
        ? w.board.steady(title, value(last))
        : change > 0
          ? w.board.up(title, value(last), value(change))
          : w.board.down(title, value(last), value(-change));
    return `${sentence}${locale === 'en' ? ' ' : ''}${w.board.peak(value(peak.value), time(peak.minute))}`;
  };
  return (
    <figure class="trend card">
      <h3 id={`${id}-title`} class="trend__title">
        {title}
      </h3>
      <div ref={box}>
        {width > 0 && (
          <Plot
            points={thinned(points, DRAWN)}
            width={width}
            top={top ?? niceTop(points.map((point) => point.value))}
            time={time}
            labelledBy={`${id}-title`}
            describedBy={`${id}-summary`}
          />
        )}
      </div>
      <figcaption id={`${id}-summary`} class="small">
        {words()}
      </figcaption>
      <button
        type="button"
        class="link-button small"
        aria-expanded={table}
        aria-controls={`${id}-table`}
        aria-label={`${table ? w.board.hideTable : w.board.table} · ${title}`}
        onClick={() => setTable(!table)}
      >
        {table ? w.board.hideTable : w.board.table}
      </button>
      <div id={`${id}-table`} hidden={!table}>
        <table class="data-table">
          <thead>
            <tr>
              <th scope="col">{w.board.time}</th>
              <th scope="col">{unit}</th>
            </tr>
          </thead>
          <tbody>
            {thinned(points, ROWS).map((point) => (
              <tr key={point.minute}>
                <th scope="row">{time(point.minute)}</th>
                <td>{formatNumber(point.value, locale)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </figure>
  );
}

interface PlotProps {
  points: readonly Point[];
  width: number;
  top: number;
  time: (minute: number) => string;
  labelledBy: string;
  describedBy: string;
}

function Plot({ points, width, top, time, labelledBy, describedBy }: PlotProps) {
  const { locale } = useWords();
  const floor = HEIGHT - BELOW;
  const left = textWidth(formatNumber(top, locale)) + 12;
  const last = points.length - 1;
  const x = (i: number) => left + (i / Math.max(1, last)) * (width - left - RIGHT);
  const y = (value: number) => floor - (Math.max(0, value) / top) * (floor - ABOVE);
  const labels = shownLabels(points.length, Math.floor((width - left) / 80));
  return (
    <svg width={width} height={HEIGHT} role="img" aria-labelledby={labelledBy} aria-describedby={describedBy}>
      {GRID.map((share) => (
        <g key={share}>
          <line x1={left} x2={width} y1={y(top * share)} y2={y(top * share)} class="trend__grid" />
          <text x={left - 6} y={y(top * share) + 4} text-anchor="end" class="trend__axis">
            {formatNumber(top * share, locale)}
          </text>
        </g>
      ))}
      <polyline
        points={points.map((point, i) => `${x(i)},${y(point.value)}`).join(' ')}
        class="trend__line"
      />
      {last >= 0 && <circle cx={x(last)} cy={y(points[last]!.value)} r={4} class="trend__dot" />}
      {labels.map((i) => (
        <text
          key={i}
          x={x(i)}
          y={HEIGHT - 6}
          text-anchor={i === 0 ? 'start' : i === last ? 'end' : 'middle'}
          class="trend__axis"
        >
          {time(points[i]!.minute)}
        </text>
      ))}
    </svg>
  );
}
