import { Box, Typography } from '@mui/material';
import type { DrillReport } from '../providers/contract.js';
import { useFormat } from '../shared/useFormat.js';
import { TierChip } from '../shared/TierChip.js';
import { Evidence } from './Evidence.js';
import { MetricTable } from './MetricTable.js';
import { PlainTable } from './PlainTable.js';
import { ReportSection } from './ReportSection.js';
import { isTold, useReportWords } from './useReportWords.js';

/** What the log says of the whole and of each seat, and how it was before. */
export const Results = ({ report }: { report: DrillReport }) => {
  const { T, textIn } = useReportWords();
  const { score, cast } = report;
  return (
    <>
      <ReportSection title={T('cast')}>
        <PlainTable
          label={T('cast')}
          head={[T('col.seat'), T('col.tier'), T('col.people')]}
          rows={cast.map(({ seat, title, tier, played, people }) => ({
            key: seat,
            cells: [
              textIn(title),
              <TierChip key="tier" tier={tier} />,
              played ? people.map(({ name }) => name).join(', ') || '—' : T('simulated'),
            ],
          }))}
        />
      </ReportSection>
      <ReportSection title={T('objectives')}>
        <PlainTable
          label={T('objectives')}
          head={[T('col.objective'), T('col.result'), T('col.basis'), T('col.log')]}
          rows={score.objectives.map((one) => ({
            key: one.objective,
            cells: [
              textIn(one.title),
              one.final === null ? T('not_rated') : T(`rating.${one.final}`),
              one.finalBy === null
                ? '—'
                : `${T(`by.${one.finalBy}`)} · ${T('counted', { met: one.met, late: one.late, missed: one.missed })}`,
              <Evidence key="log" seqs={one.evidence} report={report} />,
            ],
          }))}
        />
      </ReportSection>
      <ReportSection title={T('metrics')}>
        <MetricTable label={T('metrics')} metrics={score.metrics} report={report} />
      </ReportSection>
      <ReportSection title={T('seats')}>
        {score.seats.map(({ seat, title, metrics }) => (
          <Box key={seat} component="details">
            <Typography component="summary" sx={{ cursor: 'pointer', py: 1 }}>
              {[
                textIn(title),
                ...(cast.find((one) => one.seat === seat)?.people ?? []).map(({ name }) => name),
              ].join(' · ')}
            </Typography>
            <MetricTable label={textIn(title)} metrics={metrics} report={report} />
          </Box>
        ))}
      </ReportSection>
      <Earlier report={report} />
    </>
  );
};

const Earlier = ({ report }: { report: DrillReport }) => {
  const { T, name, value } = useReportWords();
  const format = useFormat();
  const { earlier, score } = report;
  return (
    <ReportSection title={T('earlier')}>
      {earlier.length === 0 ? (
        <Typography color="text.secondary">{T('no_earlier')}</Typography>
      ) : (
        <PlainTable
          label={T('earlier')}
          head={[T('col.metric'), T('col.now'), ...earlier.map(({ endedAt }) => format.instant(endedAt))]}
          rows={score.metrics.filter(isTold).map((line) => ({
            key: `${line.key} ${line.part}`,
            cells: [
              name(line, report),
              value(line.unit, line.value),
              ...earlier.map(({ metrics }) => {
                const then = metrics.find(({ key, part }) => key === line.key && part === line.part)?.value;
                return then === undefined || then === null ? '—' : value(line.unit, then);
              }),
            ],
          }))}
        />
      )}
    </ReportSection>
  );
};
