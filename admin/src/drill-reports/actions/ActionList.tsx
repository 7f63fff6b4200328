import TaskAltOutlined from '@mui/icons-material/TaskAltOutlined';
import { Typography } from '@mui/material';
import { DataTable, List, SearchInput, SelectArrayInput, TopToolbar, useTranslate } from 'react-admin';
import type { ActionStatus, ImprovementAction } from '../../providers/contract.js';
import { CreateLink } from '../../shared/CreateLink.js';
import { EmptyTeaches } from '../../shared/EmptyTeaches.js';
import { ListFailed } from '../../shared/ListFailed.js';
import { RecordLink } from '../../shared/RecordLink.js';
import { SavedViews } from '../../shared/SavedViews.js';
import { useFormat } from '../../shared/useFormat.js';
import { useListKeys } from '../../shared/useListKeys.js';
import { useText } from '../../shared/useLocale.js';
import { useMe } from '../../shared/useMe.js';

const STATUSES = [
  'open',
  'in_progress',
  'done',
  'verified',
  'dropped',
] as const satisfies readonly ActionStatus[];

export const ActionList = () => {
  const translate = useTranslate();
  const format = useFormat();
  const textIn = useText();
  const { can } = useMe();
  useListKeys('improvement-actions');
  const T = (key: string, options?: object) => translate(`resources.improvement-actions.${key}`, options);
  const mayCreate = can('improvement-actions', 'create');
  return (
    <List<ImprovementAction>
      filters={[
        <SearchInput key="q" source="q" alwaysOn placeholder={T('fields.q')} sx={{ minWidth: 230 }} />,
        <SelectArrayInput
          key="s"
          source="status"
          choices={STATUSES.map((id) => ({ id, name: `resources.improvement-actions.status.${id}` }))}
          alwaysOn
        />,
      ]}
      actions={
        <TopToolbar>
          <SavedViews />
          {mayCreate && (
            <CreateLink resource="improvement-actions" label="resources.improvement-actions.create" />
          )}
        </TopToolbar>
      }
      sort={{ field: 'dueOn', order: 'ASC' }}
      exporter={false}
      empty={
        <EmptyTeaches
          icon={TaskAltOutlined}
          title={T('empty.title')}
          text={T('empty.text')}
          action={mayCreate ? { label: T('create'), to: '/improvement-actions/create' } : undefined}
        />
      }
      error={<ListFailed />}
      title={T('name', { smart_count: 2 })}
    >
      <DataTable<ImprovementAction> bulkActionButtons={false} rowClick="edit">
        <DataTable.Col<ImprovementAction>
          source="what"
          disableSort
          render={({ id, what, objective, scenario }) => (
            <>
              <RecordLink to={`/improvement-actions/${id}`}>{what}</RecordLink>
              <Typography variant="body2" color="text.secondary">
                {textIn(objective.title)} · {textIn(scenario.title)}
              </Typography>
            </>
          )}
        />
        <DataTable.Col<ImprovementAction> source="ownerId" disableSort render={({ owner }) => owner.name} />
        <DataTable.Col<ImprovementAction>
          source="dueOn"
          render={({ dueOn, overdue }) => `${format.day(dueOn)}${overdue ? ` · ${T('overdue')}` : ''}`}
        />
        <DataTable.Col<ImprovementAction>
          source="status"
          disableSort
          render={({ status }) => T(`status.${status}`)}
        />
      </DataTable>
    </List>
  );
};
