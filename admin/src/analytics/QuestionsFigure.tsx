import { useTranslate } from 'react-admin';
import { useNavigate } from 'react-router';
import { ChartFrame } from '../shared/ChartFrame.js';
import { Bars } from '../shared/charts/index.js';
import { listLink } from '../shared/listLink.js';
import { useText } from '../shared/useLocale.js';
import { setOnly, type AnalyticsFilters } from './filters.js';
import { useFigure } from './useFigure.js';

const LABEL = 24;
const short = (text: string) =>
  Array.from(text).length > LABEL ? `${Array.from(text).slice(0, LABEL).join('')}…` : text;

export const QuestionsFigure = ({ filters }: { filters: AnalyticsFilters }) => {
  const translate = useTranslate();
  const textIn = useText();
  const navigate = useNavigate();
  const T = (key: string, options?: object) => translate(`resources.analytics.questions.${key}`, options);
  const { data, error } = useFigure({
    name: 'questions',
    query: setOnly(filters),
    read: (api, query, signal) => api.getHardestQuestions(query, signal),
  });
  const rows = data?.items ?? [];
  const peopleOf = (questionId: string) =>
    listLink('analytics-people', { ...setOnly(filters), of: 'question', questionId });
  return (
    <ChartFrame
      title={T('title')}
      summary={
        rows[0]
          ? T('summary', { low: rows[0].meanPercent, answers: rows[0].answers, min: data?.minAnswers })
          : ''
      }
      columns={[
        { label: T('question'), value: (row) => textIn(row.prompt) },
        { label: T('topic'), value: (row) => textIn(row.topicTitle) },
        { label: T('mean'), value: (row) => row.meanPercent },
        { label: T('full'), value: (row) => row.fullPointsPercent },
        { label: T('answers'), value: (row) => row.answers },
      ]}
      rows={rows}
      peopleOf={(row) => peopleOf(row.questionId)}
      fileName="hardest-questions"
      isLoading={!data && !error}
      error={error}
      chart={
        <Bars
          rows={rows.map((row) => ({
            key: row.questionId,
            label: short(textIn(row.prompt)),
            value: row.meanPercent,
          }))}
          name={T('mean')}
          unit="%"
          max={100}
          onSelect={(id) => void navigate(peopleOf(id))}
        />
      }
    />
  );
};
