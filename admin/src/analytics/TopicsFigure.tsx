import { useTranslate } from 'react-admin';
import { useNavigate } from 'react-router';
import { ChartFrame } from '../shared/ChartFrame.js';
import { Bars } from '../shared/charts/index.js';
import { listLink } from '../shared/listLink.js';
import { useText } from '../shared/useLocale.js';
import { TIERS } from '../shared/TierChip.js';
import { setOnly, type AnalyticsFilters } from './filters.js';
import { useFigure } from './useFigure.js';

export const TopicsFigure = ({ filters }: { filters: AnalyticsFilters }) => {
  const translate = useTranslate();
  const textIn = useText();
  const navigate = useNavigate();
  const T = (key: string, options?: object) => translate(`resources.analytics.topics.${key}`, options);
  const { data, error } = useFigure({
    name: 'topics',
    query: setOnly(filters),
    read: (api, query, signal) => api.getTopicResults(query, signal),
  });
  const rows = [...(data?.items ?? [])].sort((a, b) => a.meanPercent - b.meanPercent);
  const peopleOf = (topic: string) =>
    listLink('analytics-people', { ...setOnly(filters), of: 'topic', topic });
  const [weakest] = rows;
  const strongest = rows.at(-1);
  return (
    <ChartFrame
      title={T('title')}
      summary={
        weakest && strongest
          ? T('summary', {
              weakest: textIn(weakest.title),
              low: weakest.meanPercent,
              strongest: textIn(strongest.title),
              high: strongest.meanPercent,
            })
          : ''
      }
      columns={[
        { label: T('topic'), value: (row) => textIn(row.title) },
        { label: T('mean'), value: (row) => row.meanPercent },
        ...TIERS.map((tier) => ({
          label: translate(`tier.${tier}`),
          value: (row: (typeof rows)[number]) =>
            row.byTier.find((part) => part.tier === tier)?.meanPercent ?? '—',
        })),
        { label: T('answers'), value: (row) => row.answers },
        { label: T('people'), value: (row) => row.people },
      ]}
      rows={rows}
      peopleOf={(row) => peopleOf(row.topic)}
      fileName="results-by-topic"
      isLoading={!data && !error}
      error={error}
      chart={
        <Bars
          rows={rows.map((row) => ({ key: row.topic, label: textIn(row.title), value: row.meanPercent }))}
          name={T('mean')}
          unit="%"
          max={100}
          onSelect={(topic) => void navigate(peopleOf(topic))}
        />
      }
    />
  );
};
