import { Button, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router';
import type { DrillReport } from '../../providers/contract.js';
import { useFormat } from '../../shared/useFormat.js';
import { useMe } from '../../shared/useMe.js';
import { PlainTable } from '../PlainTable.js';
import { ReportSection } from '../ReportSection.js';

/** Corrective actions that a run led to, and a way to write down another. */
export const RunActions = ({ report }: { report: DrillReport }) => {
  const translate = useTranslate();
  const format = useFormat();
  const { can } = useMe();
  const T = (key: string) => translate(`resources.improvement-actions.${key}`);
  const title = translate('resources.improvement-actions.name', { smart_count: 2 });
  const weak = report.score.objectives.find((one) => one.weak)?.objective;
  const address = new URLSearchParams({
    runId: report.run.id,
    scenarioId: report.run.scenario.id,
    ...(weak ? { objective: weak } : {}),
  });
  return (
    <ReportSection title={title}>
      {report.actions.length === 0 ? (
        <Typography color="text.secondary">{T('empty.text')}</Typography>
      ) : (
        <PlainTable
          label={title}
          head={[T('fields.what'), T('fields.ownerId'), T('fields.dueOn'), T('fields.status')]}
          rows={report.actions.map(({ id, what, owner, dueOn, status }) => ({
            key: id,
            cells: [
              <Link key="what" to={`/improvement-actions/${id}`}>
                {what}
              </Link>,
              owner.name,
              format.day(dueOn),
              T(`status.${status}`),
            ],
          }))}
        />
      )}
      {can('improvement-actions', 'create') && (
        <Button
          component={Link}
          to={`/improvement-actions/create?${address.toString()}`}
          sx={{ justifySelf: 'start' }}
        >
          {T('create')}
        </Button>
      )}
    </ReportSection>
  );
};
