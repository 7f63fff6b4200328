import { useTranslate } from 'react-admin';
import type { ScoreDistributions } from '../../providers/contract.js';
import { ChartFrame } from '../../shared/ChartFrame.js';
import { Bars } from '../../shared/charts/index.js';
import { useFormat } from '../../shared/useFormat.js';
import { useText } from '../../shared/useLocale.js';
import { classesOf } from './classes.js';

/** How many runs fell into each class of one number. */
export const Distribution = ({ metric }: { metric: ScoreDistributions['metrics'][number] }) => {
  const translate = useTranslate();
  const textIn = useText();
  const format = useFormat();
  const T = (key: string, options?: object) => translate(`score_numbers.${key}`, options);
  const rows = classesOf(metric).map(({ from, to, runs }) => ({
    key: `${from} ${to}`,
    label: T(`class.${from === null ? 'first' : to === null ? 'last' : 'between'}`, {
      from: from === null ? '' : format.number(from),
      to: to === null ? '' : format.number(to),
      unit: T(`unit.${metric.unit}`),
    }),
    value: runs,
  }));
  const total = rows.reduce((sum, { value }) => sum + value, 0);
  return (
    <ChartFrame
      title={textIn(metric.name)}
      summary={`${textIn(metric.meaning)} ${T('summary', { runs: format.number(total), members: format.number(metric.members) })}`}
      columns={[
        { label: T('class_name'), value: ({ label }) => label },
        { label: T('runs'), value: ({ value }) => value },
      ]}
      rows={rows}
      fileName={`scores-${metric.key}`}
      chart={<Bars rows={rows} name={T('runs')} />}
    />
  );
};
