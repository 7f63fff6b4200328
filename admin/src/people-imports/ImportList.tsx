import UploadFileOutlined from '@mui/icons-material/UploadFileOutlined';
import { DataTable, List, TopToolbar, useTranslate } from 'react-admin';
import type { PeopleImport } from '../providers/contract.js';
import { CreateLink } from '../shared/CreateLink.js';
import { EmptyTeaches } from '../shared/EmptyTeaches.js';
import { ListFailed } from '../shared/ListFailed.js';
import { RecordLink } from '../shared/RecordLink.js';
import { useFormat } from '../shared/useFormat.js';
import { useListKeys } from '../shared/useListKeys.js';
import { ImportStatus } from './ImportStatus.js';
import { TemplateButton } from './TemplateButton.js';

export const ImportList = () => {
  const translate = useTranslate();
  const format = useFormat();
  useListKeys('people-imports');
  return (
    <List<PeopleImport>
      actions={
        <TopToolbar>
          <TemplateButton />
          <CreateLink resource="people-imports" label="resources.people-imports.upload" />
        </TopToolbar>
      }
      sort={{ field: 'createdAt', order: 'DESC' }}
      exporter={false}
      empty={
        <EmptyTeaches
          icon={UploadFileOutlined}
          title={translate('resources.people-imports.empty.title')}
          text={translate('resources.people-imports.empty.text')}
          action={{ label: translate('resources.people-imports.empty.action'), to: '/people-imports/create' }}
        />
      }
      error={<ListFailed />}
      title={translate('resources.people-imports.name', { smart_count: 2 })}
    >
      <DataTable<PeopleImport> bulkActionButtons={false} rowClick="show">
        <DataTable.Col<PeopleImport>
          source="fileName"
          disableSort
          render={(one) => <RecordLink to={`/people-imports/${one.id}/show`}>{one.fileName}</RecordLink>}
        />
        <DataTable.Col<PeopleImport>
          source="status"
          disableSort
          render={(one) => <ImportStatus status={one.status} />}
        />
        <DataTable.NumberCol source="rows" disableSort />
        <DataTable.NumberCol source="created" disableSort />
        <DataTable.NumberCol source="updated" disableSort />
        <DataTable.NumberCol source="errorCount" disableSort />
        <DataTable.Col<PeopleImport> source="createdAt" render={(one) => format.instant(one.createdAt)} />
        <DataTable.Col<PeopleImport> source="createdBy" disableSort render={(one) => one.createdBy.name} />
      </DataTable>
    </List>
  );
};
