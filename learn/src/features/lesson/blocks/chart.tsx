import { useId, useState } from 'preact/hooks';
import { formatNumber } from '../../../shared/i18n/format.js';
import { useI18n } from '../../../shared/i18n/i18n.js';
import type { BlockOf } from './block-of.js';
import { BarPlot, LinePlot } from './plots.js';
import { useWidth } from '../../../shared/plot/use-width.js';

/** A picture, a sentence that says what to see in it, and the numbers as a table. */
export function Chart({ block }: { block: BlockOf<'chart'> }) {
  const { t, locale } = useI18n();
  const [table, setTable] = useState(false);
  const [box, width] = useWidth();
  const id = useId();
  const Plot = block.kind === 'bar' ? BarPlot : LinePlot;
  return (
    <figure class="chart card">
      <h2 id={`${id}-title`} class="block-title">
        {block.title}
      </h2>
      <div ref={box} class="chart__plot">
        {width > 0 && (
          <Plot block={block} width={width} labelledBy={`${id}-title`} describedBy={`${id}-summary`} />
        )}
      </div>
      <figcaption id={`${id}-summary`}>{block.summary}</figcaption>
      <button
        type="button"
        class="link-button small"
        aria-expanded={table}
        aria-controls={`${id}-table`}
        onClick={() => setTable(!table)}
      >
        {table ? t.lesson.hideData : t.lesson.showData}
      </button>
      <div id={`${id}-table`} hidden={!table}>
        <table class="data-table">
          <thead>
            <tr>
              <th scope="col">{t.lesson.dataItem}</th>
              <th scope="col">{block.unit}</th>
            </tr>
          </thead>
          <tbody>
            {[...block.points, ...(block.threshold ? [block.threshold] : [])].map((point) => (
              <tr key={point.label}>
                <th scope="row">{point.label}</th>
                <td>{formatNumber(point.value, locale)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </figure>
  );
}
