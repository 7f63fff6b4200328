import { Box, Button, Chip, Skeleton, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { Title, useDataProvider } from 'react-admin';
import { Link, useParams } from 'react-router';
import type { DrillReport } from '../providers/contract.js';
import type { ReadyroomDataProvider } from '../providers/dataProvider.js';
import { LoadFailed } from '../shared/LoadFailed.js';
import { useFormat } from '../shared/useFormat.js';
import { useMe } from '../shared/useMe.js';
import { RunActions } from './actions/RunActions.js';
import { anchorOf } from './Evidence.js';
import { FollowUps } from './FollowUps.js';
import { HotWash } from './HotWash.js';
import { Outcome } from './Outcome.js';
import { Photos } from './Photos.js';
import { PlainTable } from './PlainTable.js';
import { CloseButton, ExportMenu } from './ReportActions.js';
import { clock } from './clock.js';
import { ReportSection } from './ReportSection.js';
import { Results } from './Results.js';
import { useReportWords } from './useReportWords.js';

/** What a drill showed, worked out from its log, and what follows from it. */
export const ReportPage = () => {
  const { id = '' } = useParams();
  const { T, textIn } = useReportWords();
  const format = useFormat();
  const { can } = useMe();
  const dataProvider = useDataProvider<ReadyroomDataProvider>();
  const {
    data: report,
    error,
    refetch,
  } = useQuery({ queryKey: ['drill-report', id], queryFn: () => dataProvider.getDrillReport(id) });
  if (error) return <LoadFailed error={error} onRetry={() => void refetch()} />;
  if (!report) return <Skeleton variant="rounded" height={520} />;
  return (
    <Box sx={{ display: 'grid', gap: 2, maxWidth: 1180, pt: 1, '& > *': { minWidth: 0 } }}>
      <Title title={`${T('title')} · ${report.run.title ?? textIn(report.run.scenario.title)}`} />
      <Box sx={{ display: 'flex', gap: 1, alignItems: 'center', flexWrap: 'wrap' }}>
        <Chip label={report.mark} color="warning" variant="outlined" />
        <Typography variant="body2" color="text.secondary" sx={{ flex: 1 }}>
          {report.closedAt && T('closed_at', { when: format.instant(report.closedAt) })}
        </Typography>
        <Button component={Link} to={`/drill-runs/${id}/show`}>
          {T('back')}
        </Button>
        {!report.closedAt && can('drill-runs', 'edit') && <CloseButton runId={id} />}
        <ExportMenu runId={id} />
      </Box>
      <Results report={report} />
      <Outcome report={report} />
      <HotWash report={report} />
      {report.photos > 0 && <Photos runId={id} />}
      <FollowUps runId={id} />
      <RunActions report={report} />
      <Timeline report={report} />
      <Certificate report={report} />
      <ReportSection title={T('honesty')}>
        <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
          {report.honesty.map((sentence) => (
            <li key={sentence.en}>{textIn(sentence)}</li>
          ))}
        </Box>
      </ReportSection>
    </Box>
  );
};

const Timeline = ({ report }: { report: DrillReport }) => {
  const { T, textIn } = useReportWords();
  const titles = new Map(report.cast.map(({ seat, title }) => [seat, textIn(title)]));
  const first = new Map<number, number>();
  for (const [index, { seq }] of report.timeline.entries())
    if (seq !== null && !first.has(seq)) first.set(seq, index);
  return (
    <ReportSection title={T('timeline')}>
      <PlainTable
        label={T('timeline')}
        head={[T('col.time'), T('col.seat'), T('col.what'), T('col.log')]}
        rows={report.timeline.map(({ at, by, what, seq }, index) => ({
          key: String(index),
          ...(seq !== null && first.get(seq) === index && { id: anchorOf(seq) }),
          cells: [clock(at), by === null ? '' : titles.get(by), textIn(what), seq === null ? '' : `#${seq}`],
        }))}
      />
    </ReportSection>
  );
};

const Certificate = ({ report: { certificate } }: { report: DrillReport }) => {
  const { T } = useReportWords();
  const noted = certificate.matches === null ? 'none_noted' : certificate.matches ? 'matches' : 'differs';
  const rows: [string, string][] = [
    ['scenario', certificate.scenarioHash],
    ['engine', certificate.engineVersion],
    ['seed', String(certificate.seed)],
    ['log', certificate.logSha256],
    ['state', certificate.stateHash],
    ['noted', T(noted)],
    ['command', certificate.command],
  ];
  return (
    <ReportSection title={T('certificate')}>
      <Typography color="text.secondary">{T('certificate_text')}</Typography>
      <Box
        component="dl"
        sx={{ m: 0, display: 'grid', gridTemplateColumns: { sm: 'auto 1fr' }, gap: '6px 16px', fontSize: 14 }}
      >
        {rows.map(([name, value]) => (
          <Box key={name} sx={{ display: 'contents' }}>
            <Box component="dt" sx={{ color: 'text.secondary' }}>
              {T(`certificate_row.${name}`)}
            </Box>
            <Box component="dd" sx={{ m: 0, overflowWrap: 'anywhere', fontFamily: 'monospace' }}>
              {value}
            </Box>
          </Box>
        ))}
      </Box>
    </ReportSection>
  );
};
