import { Typography } from '@mui/material';
import type { DrillReport } from '../providers/contract.js';
import { PlainTable } from './PlainTable.js';
import { ReportSection } from './ReportSection.js';
import { useReportWords } from './useReportWords.js';

const last = (curve: readonly number[]): number => curve.at(-1) ?? 0;

/** How the public reacted, beside what chance and another moment could have made of it. No grade. */
export const Outcome = ({ report }: { report: DrillReport }) => {
  const { T, textIn } = useReportWords();
  const { feedback, whatIf } = report;
  const row = (name: string, { p10, p50, p90 }: DrillReport['feedback']['answered']) => ({
    key: name,
    cells: [T(name), last(p10), last(p50), last(p90)],
  });
  const [first] = whatIf;
  return (
    <>
      <ReportSection title={T('feedback')}>
        <Typography color="text.secondary">{T('feedback_text', { seeds: feedback.seeds })}</Typography>
        <PlainTable
          label={T('feedback')}
          head={[T('col.hostile'), T('col.low'), T('col.middle'), T('col.high')]}
          rows={[
            { key: 'real', cells: [T('this_run'), '', last(feedback.real), ''] },
            row('answered', feedback.answered),
            row('unanswered', feedback.unanswered),
          ]}
        />
      </ReportSection>
      <ReportSection title={T('what_if')}>
        {first ? (
          <PlainTable
            label={T('what_if')}
            head={[T('col.case'), T('col.statement'), T('col.hostile'), T('col.heat'), T('col.refused')]}
            rows={[
              {
                key: 'now',
                cells: [
                  T('this_run'),
                  first.before.statementMinute,
                  first.before.hostile,
                  first.before.peakHeat,
                  '',
                ],
              },
              ...whatIf.map(({ shiftMinutes, after, refusal, refused }) => {
                const moment = T(shiftMinutes > 0 ? 'later' : 'sooner', { minutes: Math.abs(shiftMinutes) });
                return {
                  key: String(shiftMinutes),
                  cells: [
                    refusal ? T('refused_because', { moment, reason: textIn(refusal) }) : moment,
                    after.statementMinute ?? T('none_out'),
                    after.hostile,
                    after.peakHeat,
                    refused,
                  ],
                };
              }),
            ]}
          />
        ) : (
          <Typography color="text.secondary">{T('no_statement')}</Typography>
        )}
      </ReportSection>
    </>
  );
};
