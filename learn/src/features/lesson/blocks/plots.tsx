import { formatNumber } from '../../../shared/i18n/format.js';
import { useI18n } from '../../../shared/i18n/i18n.js';
import { textWidth } from '../../../shared/text-width.js';
import type { BlockOf } from './block-of.js';
import { niceTop, roomierAtEnd, shownLabels } from '../../../shared/plot/scale.js';

interface Props {
  block: BlockOf<'chart'>;
  /** CSS pixels. */
  width: number;
  labelledBy: string;
  describedBy: string;
}

const valuesOf = ({ points, threshold }: Props['block']): number[] => [
  ...points.map(({ value }) => value),
  ...(threshold ? [threshold.value] : []),
];

/** Many labels name their value already. */
const limitText = ({ label, value }: { label: string; value: number }, number: string, unit = ''): string =>
  label.includes(String(value)) || label.includes(number) ? label : `${label} ${number} ${unit}`.trim();

const ROW = 52;
const BAR = 14;
const HEAD = 30;

/** Bars lie down: labels of any length then fit above them, on any phone. */
export function BarPlot({ block, width, labelledBy, describedBy }: Props) {
  const { locale } = useI18n();
  const { points, threshold, unit } = block;
  const top = niceTop(valuesOf(block));
  const numberRoom = 64;
  const x = (value: number) => (Math.max(0, value) / top) * (width - numberRoom);
  const head = threshold ? HEAD : 4;
  const height = head + points.length * ROW;
  const limitX = threshold ? x(threshold.value) : 0;
  return (
    <svg width={width} height={height} role="img" aria-labelledby={labelledBy} aria-describedby={describedBy}>
      {threshold && <line x1={limitX} x2={limitX} y1={HEAD - 8} y2={height} class="plot__limit" />}
      {points.map((point, i) => {
        const y = head + i * ROW;
        const over = threshold !== null && point.value > threshold.value;
        return (
          <g key={point.label}>
            <text x={0} y={y + 18} class="plot__label">
              {point.label}
            </text>
            <rect
              x={0}
              y={y + 26}
              width={Math.max(2, x(point.value))}
              height={BAR}
              rx={4}
              class={over ? 'plot__bar plot__bar--over' : 'plot__bar'}
            />
            <text x={x(point.value) + 8} y={y + 38} class="plot__value">
              {formatNumber(point.value, locale)}
            </text>
          </g>
        );
      })}
      {threshold && (
        <text x={limitX} y={14} text-anchor={limitX > width / 2 ? 'end' : 'start'} class="plot__limit-label">
          {limitText(threshold, formatNumber(threshold.value, locale), unit)}
        </text>
      )}
    </svg>
  );
}

const PLOT_HEIGHT = 220;
const RIGHT = 24;
const ABOVE = 28;
const BELOW = 32;
const LABEL_GAP = 20;
const GRID = [0, 0.5, 1];

export function LinePlot({ block, width, labelledBy, describedBy }: Props) {
  const { locale } = useI18n();
  const { points, threshold, unit } = block;
  const top = niceTop(valuesOf(block));
  const floor = PLOT_HEIGHT - BELOW;
  const left = textWidth(formatNumber(top, locale)) + 16;
  const x = (i: number) => left + (i / Math.max(1, points.length - 1)) * (width - left - RIGHT);
  const y = (value: number) => floor - (Math.max(0, value) / top) * (floor - ABOVE);
  const widest = Math.max(...points.map(({ label }) => textWidth(label)));
  const labels = shownLabels(points.length, Math.floor((width - left) / (widest + LABEL_GAP)));
  const values = points.map(({ value }) => value);
  const atEnd = threshold !== null && roomierAtEnd(values, threshold.value);
  const last = points.length - 1;
  return (
    <svg
      width={width}
      height={PLOT_HEIGHT}
      role="img"
      aria-labelledby={labelledBy}
      aria-describedby={describedBy}
    >
      <text x={0} y={14} class="plot__axis">
        {unit}
      </text>
      {GRID.map((share) => (
        <g key={share}>
          <line x1={left} x2={width} y1={y(top * share)} y2={y(top * share)} class="plot__grid" />
          <text x={left - 8} y={y(top * share) + 4} text-anchor="end" class="plot__axis">
            {formatNumber(top * share, locale)}
          </text>
        </g>
      ))}
      {threshold && (
        <line x1={left} x2={width} y1={y(threshold.value)} y2={y(threshold.value)} class="plot__limit" />
      )}
      <polyline points={points.map((point, i) => `${x(i)},${y(point.value)}`).join(' ')} class="plot__line" />
      {points.map((point, i) => (
        <circle key={point.label} cx={x(i)} cy={y(point.value)} r={4} class="plot__dot" />
      ))}
      {threshold && (
        <text
          x={atEnd ? width : left + 4}
          y={y(threshold.value) - 8}
          text-anchor={atEnd ? 'end' : 'start'}
          class="plot__limit-label"
        >
          {limitText(threshold, formatNumber(threshold.value, locale))}
        </text>
      )}
      {labels.map((i) => (
        <text
          key={i}
          x={x(i)}
          y={PLOT_HEIGHT - 8}
          text-anchor={i === 0 ? 'start' : i === last ? 'end' : 'middle'}
          class="plot__axis"
        >
          {points[i]?.label}
        </text>
      ))}
    </svg>
  );
}
