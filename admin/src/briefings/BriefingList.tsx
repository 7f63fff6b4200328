import CrisisAlertOutlined from '@mui/icons-material/CrisisAlertOutlined';
import { Chip, Typography } from '@mui/material';
import { DataTable, List, TopToolbar, useTranslate } from 'react-admin';
import type { Briefing } from '../providers/contract.js';
import { CreateLink } from '../shared/CreateLink.js';
import { EmptyTeaches } from '../shared/EmptyTeaches.js';
import { ListFailed } from '../shared/ListFailed.js';
import { useFormat } from '../shared/useFormat.js';
import { useText } from '../shared/useLocale.js';
import { useMe } from '../shared/useMe.js';

/** Flash briefings, the newest first; a row opens its board. */
export const BriefingList = () => {
  const translate = useTranslate();
  const format = useFormat();
  const textIn = useText();
  const { can } = useMe();
  const T = (key: string, options?: object) => translate(`briefings.${key}`, options);
  return (
    <List<Briefing>
      actions={
        <TopToolbar>
          <CreateLink resource="briefings" label={T('new')} />
        </TopToolbar>
      }
      sort={{ field: 'sentAt', order: 'DESC' }}
      exporter={false}
      empty={
        <EmptyTeaches
          icon={CrisisAlertOutlined}
          title={T('empty_title')}
          text={T('empty_text')}
          action={can('briefings', 'create') ? { label: T('new'), to: '/briefings/create' } : undefined}
        />
      }
      error={<ListFailed />}
      title={translate('resources.briefings.name', { smart_count: 2 })}
    >
      <DataTable<Briefing>
        bulkActionButtons={false}
        rowClick="show"
        empty={<Typography sx={{ p: 3 }}>{translate('list.none_found')}</Typography>}
      >
        <DataTable.Col<Briefing> source="title" disableSort render={({ title }) => textIn(title)} />
        <DataTable.Col<Briefing>
          source="state"
          disableSort
          render={({ state }) => (
            <Chip
              size="small"
              variant="outlined"
              color={state === 'active' ? 'error' : 'default'}
              label={T(`state.${state}`)}
            />
          )}
        />
        <DataTable.Col<Briefing>
          source="acknowledged"
          disableSort
          render={({ acknowledged, asked }) => T('of', { acknowledged, asked })}
        />
        <DataTable.Col<Briefing>
          source="sentAt"
          disableSort
          render={({ sentAt, sentBy }) => `${format.instant(sentAt)} · ${sentBy.name}`}
        />
      </DataTable>
    </List>
  );
};
