import { useTranslate } from 'react-admin';
import { useNavigate } from 'react-router';
import { ChartFrame } from '../shared/ChartFrame.js';
import { Trend } from '../shared/charts/index.js';
import { listLink } from '../shared/listLink.js';
import { useFormat } from '../shared/useFormat.js';
import { setOnly, weekOf, type AnalyticsFilters } from './filters.js';
import { useFigure } from './useFigure.js';

export const TrendFigure = ({ filters }: { filters: AnalyticsFilters }) => {
  const translate = useTranslate();
  const format = useFormat();
  const navigate = useNavigate();
  const T = (key: string, options?: object) => translate(`resources.analytics.trend.${key}`, options);
  const { data, error } = useFigure({
    name: 'trend',
    query: setOnly(filters),
    read: (api, query, signal) => api.getCompletionTrend(query, signal),
  });
  const rows = data?.points ?? [];
  const peopleOf = (weekStart: string) =>
    listLink('analytics-people', { ...setOnly(filters), ...weekOf(weekStart, filters), of: 'completions' });
  const best = rows.reduce(
    (most, point) => (point.completions > most.completions ? point : most),
    rows[0] ?? { weekStart: '', completions: 0 },
  );
  return (
    <ChartFrame
      title={T('title')}
      summary={T('summary', {
        count: format.number(rows.reduce((sum, point) => sum + point.completions, 0)),
        smart_count: rows.length,
        day: format.day(best.weekStart),
        most: format.number(best.completions),
      })}
      columns={[
        { label: T('week'), value: (row) => format.day(row.weekStart) },
        { label: T('completions'), value: (row) => row.completions },
        { label: T('total'), value: (row) => row.total },
      ]}
      rows={rows}
      peopleOf={(row) => peopleOf(row.weekStart)}
      fileName="completions-over-time"
      isLoading={!data && !error}
      error={error}
      chart={
        <Trend
          points={rows.map(({ weekStart, completions, total }) => ({
            key: weekStart,
            label: weekStart.slice(5),
            value: completions,
            total,
          }))}
          valueName={T('completions')}
          totalName={T('total')}
          onSelect={(weekStart) => void navigate(peopleOf(weekStart))}
        />
      }
    />
  );
};
