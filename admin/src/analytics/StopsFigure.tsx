import { useTranslate } from 'react-admin';
import { useNavigate } from 'react-router';
import { ChartFrame } from '../shared/ChartFrame.js';
import { Bars } from '../shared/charts/index.js';
import { listLink } from '../shared/listLink.js';
import { useText } from '../shared/useLocale.js';
import { setOnly, type AnalyticsFilters } from './filters.js';
import { useFigure } from './useFigure.js';

/** The steps of one course, and how many people stand still at each. */
export const StopsFigure = ({
  filters,
  courseId,
}: {
  filters: AnalyticsFilters;
  courseId: string | null;
}) => {
  const translate = useTranslate();
  const textIn = useText();
  const navigate = useNavigate();
  const T = (key: string, options?: object) => translate(`resources.analytics.stops.${key}`, options);
  const query = { ...setOnly(filters), ...(courseId ? { courseId } : {}) };
  const { data, error } = useFigure({
    name: 'stops',
    query,
    read: (api, cut, signal) => api.getDropOff(cut, signal),
    enabled: courseId !== null,
  });
  const rows = data?.started ? data.steps : [];
  const labelOf = (row: (typeof rows)[number]) =>
    row.kind === 'quiz' ? T('quiz', { title: textIn(row.title) }) : textIn(row.title);
  const peopleOf = (stepId: string) => listLink('analytics-people', { ...query, of: 'stopped', stepId });
  const worst = rows.reduce((most, row) => (row.stopped > (most?.stopped ?? 0) ? row : most), rows[0]);
  const counts = { started: data?.started, completed: data?.completed };
  return (
    <ChartFrame
      title={T('title')}
      summary={
        worst?.stopped
          ? T('summary', { ...counts, step: labelOf(worst), stopped: worst.stopped })
          : T('summary_none', counts)
      }
      columns={[
        { label: T('step'), value: labelOf },
        { label: T('reached'), value: (row) => row.reached },
        { label: T('finished'), value: (row) => row.finished },
        { label: T('stopped'), value: (row) => row.stopped },
      ]}
      rows={rows}
      peopleOf={(row) => peopleOf(row.id)}
      fileName="where-learners-stop"
      isLoading={!data && !error}
      error={error}
      chart={
        <Bars
          rows={rows.map((row) => ({ key: row.id, label: labelOf(row), value: row.stopped }))}
          name={T('stopped')}
          onSelect={(id) => void navigate(peopleOf(id))}
        />
      }
    />
  );
};
