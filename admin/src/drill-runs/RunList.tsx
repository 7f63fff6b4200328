import CampaignOutlined from '@mui/icons-material/CampaignOutlined';
import { Typography } from '@mui/material';
import { DataTable, List, SearchInput, SelectArrayInput, SelectInput, TopToolbar, useTranslate } from 'react-admin'; // prettier-ignore
import type { DrillRun, RunStatus } from '../providers/contract.js';
import { CreateLink } from '../shared/CreateLink.js';
import { EmptyTeaches } from '../shared/EmptyTeaches.js';
import { ListFailed } from '../shared/ListFailed.js';
import { RecordLink } from '../shared/RecordLink.js';
import { SavedViews } from '../shared/SavedViews.js';
import { useFormat } from '../shared/useFormat.js';
import { useListKeys } from '../shared/useListKeys.js';
import { useText } from '../shared/useLocale.js';
import { useMe } from '../shared/useMe.js';
import { RunStatusChip } from './RunStatusChip.js';

const STATUSES = ['lobby', 'running', 'paused', 'ended', 'stopped'] as const satisfies readonly RunStatus[];

export const RunList = () => {
  const translate = useTranslate();
  const format = useFormat();
  const textIn = useText();
  const { can } = useMe();
  useListKeys('drill-runs');
  const T = (key: string, options?: object) => translate(`resources.drill-runs.${key}`, options);
  const choices = (names: readonly string[], prefix: string) =>
    names.map((id) => ({ id, name: `resources.drill-runs.${prefix}.${id}` }));
  const mayCreate = can('drill-runs', 'create');
  return (
    <List<DrillRun>
      filters={[
        <SearchInput key="q" source="q" alwaysOn placeholder={T('fields.q')} sx={{ minWidth: 230 }} />,
        <SelectArrayInput key="s" source="status" choices={choices(STATUSES, 'status')} alwaysOn />,
        <SelectInput
          key="m"
          source="mode"
          choices={choices(['live', 'solo'], 'mode')}
          alwaysOn
          emptyText="common.all"
        />,
      ]}
      actions={
        <TopToolbar>
          <SavedViews />
          {mayCreate && <CreateLink resource="drill-runs" label="resources.drill-runs.create" />}
        </TopToolbar>
      }
      sort={{ field: 'createdAt', order: 'DESC' }}
      exporter={false}
      empty={
        <EmptyTeaches
          icon={CampaignOutlined}
          title={T('empty.title')}
          text={T('empty.text')}
          action={mayCreate ? { label: T('create'), to: '/drill-runs/create' } : undefined}
        />
      }
      error={<ListFailed />}
      title={T('name', { smart_count: 2 })}
    >
      <DataTable<DrillRun> bulkActionButtons={false} rowClick="show">
        <DataTable.Col<DrillRun>
          source="title"
          disableSort
          render={(run) => (
            <>
              <RecordLink to={`/drill-runs/${run.id}/show`}>
                {run.title ?? textIn(run.scenario.title)}
              </RecordLink>
              <Typography variant="body2" color="text.secondary">
                {T('scenario_version', {
                  title: textIn(run.scenario.title),
                  number: run.scenario.version,
                })}
              </Typography>
            </>
          )}
        />
        <DataTable.Col<DrillRun>
          source="status"
          disableSort
          render={(run) => <RunStatusChip status={run.clock.status} />}
        />
        <DataTable.Col<DrillRun> source="mode" disableSort render={(run) => T(`mode.${run.mode}`)} />
        <DataTable.Col<DrillRun> source="plannedFor" render={(run) => format.instant(run.plannedFor)} />
        <DataTable.Col<DrillRun> source="startedAt" render={(run) => format.instant(run.startedAt)} />
        <DataTable.Col<DrillRun>
          align="right"
          source="players"
          disableSort
          render={({ joined, players }) => T('joined_of', { joined, players })}
        />
      </DataTable>
    </List>
  );
};
