import ManageSearchOutlined from '@mui/icons-material/ManageSearchOutlined';
import { Box, Typography } from '@mui/material';
import { DataTable, DateInput, List, SelectInput, TopToolbar, useTranslate } from 'react-admin';
import type { AuditRecord } from '../providers/contract.js';
import { EmptyTeaches } from '../shared/EmptyTeaches.js';
import { ListFailed } from '../shared/ListFailed.js';
import { RecordedName } from '../shared/RecordedName.js';
import { RecordedPersonInput } from '../shared/RecordedPersonInput.js';
import { SavedViews } from '../shared/SavedViews.js';
import { StackedRows, useIsNarrow } from '../shared/StackedRows.js';
import { useFormat } from '../shared/useFormat.js';
import { Did } from './Did.js';

const KINDS = [
  'people', 'credentials', 'departments', 'rules', 'programs', 'waivers', 'certificates', 'content', 'drills',
  'messages', 'settings', 'results',
] as const; // prettier-ignore

/** Who changed what and who looked at whose results, in words. The filters are in the address. */
export const AuditList = () => {
  const translate = useTranslate();
  const isNarrow = useIsNarrow();
  const T = (key: string) => translate(`resources.audit.${key}`);
  return (
    <List<AuditRecord>
      filters={[
        <SelectInput
          key="kind"
          source="kind"
          label={T('fields.kind')}
          choices={KINDS.map((id) => ({ id, name: `resources.audit.kind.${id}` }))}
          alwaysOn
          emptyText="common.all"
        />,
        <RecordedPersonInput key="a" source="actorId" label={T('fields.actorId')} alwaysOn />,
        <RecordedPersonInput key="p" source="personId" label={T('fields.personId')} alwaysOn />,
        <DateInput
          key="from"
          source="from"
          label={T('fields.from')}
          sx={{ maxWidth: { sm: 150 } }}
          alwaysOn
        />,
        <DateInput key="to" source="to" label={T('fields.to')} sx={{ maxWidth: { sm: 150 } }} alwaysOn />,
      ]}
      actions={
        <TopToolbar>
          <SavedViews />
        </TopToolbar>
      }
      sort={{ field: 'at', order: 'DESC' }}
      exporter={false}
      empty={<EmptyTeaches icon={ManageSearchOutlined} title={T('empty.title')} text={T('empty.text')} />}
      error={<ListFailed />}
      title={T('name')}
    >
      {isNarrow ? <StackedRows<AuditRecord> render={(entry) => <Stacked entry={entry} />} /> : <Rows />}
    </List>
  );
};

const Rows = () => {
  const translate = useTranslate();
  const format = useFormat();
  return (
    <DataTable<AuditRecord>
      bulkActionButtons={false}
      rowClick={false}
      empty={<Typography sx={{ p: 3 }}>{translate('list.none_found')}</Typography>}
      sx={{ '& td': { verticalAlign: 'top' } }}
    >
      <DataTable.Col<AuditRecord>
        source="at"
        render={({ at }) => <span style={{ whiteSpace: 'nowrap' }}>{format.second(at)}</span>}
      />
      <DataTable.Col<AuditRecord> source="actor" disableSort render={(entry) => <Actor entry={entry} />} />
      <DataTable.Col<AuditRecord> source="what" disableSort render={(entry) => <Did entry={entry} />} />
      <DataTable.Col<AuditRecord>
        source="kind"
        disableSort
        render={({ kind }) => translate(`resources.audit.kind.${kind}`)}
      />
    </DataTable>
  );
};

const Stacked = ({ entry }: { entry: AuditRecord }) => {
  const translate = useTranslate();
  const format = useFormat();
  return (
    <>
      <Box sx={{ display: 'flex', justifyContent: 'space-between', gap: 2, color: 'text.secondary' }}>
        <span>{format.second(entry.at)}</span>
        <span>{translate(`resources.audit.kind.${entry.kind}`)}</span>
      </Box>
      <Actor entry={entry} />
      <Did entry={entry} />
    </>
  );
};

const Actor = ({ entry: { actor } }: { entry: AuditRecord }) => {
  const translate = useTranslate();
  return actor ? <RecordedName person={actor} source="actorId" /> : translate('resources.audit.product');
};
