import { Typography } from '@mui/material';
import type { DrillMetric, DrillReport } from '../providers/contract.js';
import { Evidence } from './Evidence.js';
import { PlainTable } from './PlainTable.js';
import { isTold, useReportWords } from './useReportWords.js';

interface Props {
  label: string;
  metrics: readonly DrillMetric[];
  report: DrillReport;
}

/** Numbers against their targets, each with what it means and the entries of the log it rests on. */
export const MetricTable = ({ label, metrics, report }: Props) => {
  const { T, textIn, name, value, target } = useReportWords();
  return (
    <PlainTable
      label={label}
      head={[T('col.metric'), T('col.result'), T('col.target'), T('col.log')]}
      rows={metrics.filter(isTold).map((line) => {
        const meaning = report.meanings.find(({ key }) => key === line.key)?.meaning;
        const met = line.met === null ? '' : ` · ${T(line.met ? 'met' : 'not_met')}`;
        return {
          key: `${line.key} ${line.part}`,
          cells: [
            <>
              {name(line, report)}
              {meaning && (
                <Typography variant="body2" color="text.secondary">
                  {textIn(meaning)}
                </Typography>
              )}
            </>,
            `${value(line.unit, line.value)}${met}`,
            target(line),
            <Evidence key="log" seqs={line.evidence} report={report} />,
          ],
        };
      })}
    />
  );
};
