import ManageSearchOutlined from '@mui/icons-material/ManageSearchOutlined';
import { Box, Typography } from '@mui/material';
import {
  AutocompleteInput,
  DataTable,
  DateInput,
  List,
  ReferenceInput,
  SelectInput,
  TopToolbar,
  useTranslate,
} from 'react-admin';
import type { AuditRecord, Person } from '../providers/contract.js';
import { EmptyTeaches } from '../shared/EmptyTeaches.js';
import { ListFailed } from '../shared/ListFailed.js';
import { SavedViews } from '../shared/SavedViews.js';
import { useFormat } from '../shared/useFormat.js';
import { useMe } from '../shared/useMe.js';
import { useAuditWords } from './useAuditWords.js';

const KINDS = [
  'people', 'credentials', 'departments', 'rules', 'programs', 'waivers', 'certificates', 'content', 'drills',
  'messages', 'settings', 'results',
] as const; // prettier-ignore

/** Who changed what and who looked at whose results, in words. The filters are in the address. */
export const AuditList = () => {
  const translate = useTranslate();
  const format = useFormat();
  const words = useAuditWords();
  const { can } = useMe();
  const T = (key: string) => translate(`resources.audit.${key}`);
  const people = (source: string) => (
    <ReferenceInput key={source} source={source} reference="people" alwaysOn>
      <AutocompleteInput
        label={T(`fields.${source}`)}
        optionText={(person?: Person) => (person ? `${person.name} ${person.employeeNo}` : '')}
        filterToQuery={(q: string) => ({ q })}
        sx={{ minWidth: 200 }}
      />
    </ReferenceInput>
  );
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
        ...(can('people', 'list') ? [people('actorId'), people('personId')] : []),
        <DateInput key="from" source="from" label={T('fields.from')} alwaysOn />,
        <DateInput key="to" source="to" label={T('fields.to')} alwaysOn />,
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
      <DataTable<AuditRecord>
        bulkActionButtons={false}
        rowClick={false}
        empty={<Typography sx={{ p: 3 }}>{translate('list.none_found')}</Typography>}
      >
        <DataTable.Col<AuditRecord> source="at" render={({ at }) => format.instant(at)} />
        <DataTable.Col<AuditRecord> source="actor" disableSort render={(entry) => words.actor(entry)} />
        <DataTable.Col<AuditRecord>
          source="what"
          disableSort
          render={(entry) => (
            <>
              {words.sentence(entry)}
              {entry.changes.map((change) => (
                <Box
                  key={change.field}
                  sx={{ color: 'text.secondary', fontSize: 12.5, overflowWrap: 'anywhere', maxWidth: 640 }}
                >
                  {words.change(entry, change)}
                </Box>
              ))}
            </>
          )}
        />
        <DataTable.Col<AuditRecord> source="kind" disableSort render={({ kind }) => T(`kind.${kind}`)} />
      </DataTable>
    </List>
  );
};
