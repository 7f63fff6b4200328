import RouteOutlined from '@mui/icons-material/RouteOutlined';
import { Box, Typography } from '@mui/material';
import { DataTable, List, SearchInput, SelectInput, TopToolbar, useTranslate } from 'react-admin';
import type { Program } from '../providers/contract.js';
import { CreateLink } from '../shared/CreateLink.js';
import { EmptyTeaches } from '../shared/EmptyTeaches.js';
import { ListFailed } from '../shared/ListFailed.js';
import { RecordLink } from '../shared/RecordLink.js';
import { SavedViews } from '../shared/SavedViews.js';
import { useFormat } from '../shared/useFormat.js';
import { useListKeys } from '../shared/useListKeys.js';
import { useText } from '../shared/useLocale.js';
import { useMe } from '../shared/useMe.js';
import { usePolicyText } from './usePolicyText.js';

export const ProgramList = () => {
  const translate = useTranslate();
  const format = useFormat();
  const textIn = useText();
  const policyText = usePolicyText();
  const { can } = useMe();
  useListKeys('programs');
  const T = (key: string, options?: object) => translate(`resources.programs.${key}`, options);
  const mayCreate = can('programs', 'create');
  const states = [
    { id: 'false', name: 'resources.programs.state.live' },
    { id: 'true', name: 'resources.programs.state.archived' },
  ];
  return (
    <List<Program>
      filters={[
        <SearchInput key="q" source="q" alwaysOn placeholder={T('fields.q')} sx={{ minWidth: 230 }} />,
        <SelectInput key="a" source="archived" choices={states} alwaysOn emptyText="common.all" />,
      ]}
      actions={
        <TopToolbar>
          <SavedViews />
          {mayCreate && <CreateLink resource="programs" label="resources.programs.create" />}
        </TopToolbar>
      }
      sort={{ field: 'slug', order: 'ASC' }}
      perPage={25}
      exporter={false}
      empty={
        <EmptyTeaches
          icon={RouteOutlined}
          title={T('empty.title')}
          text={T('empty.text')}
          action={mayCreate ? { label: T('empty.action'), to: '/programs/create' } : undefined}
        />
      }
      error={<ListFailed />}
      title={T('name', { smart_count: 2 })}
    >
      <DataTable<Program> bulkActionButtons={false} rowClick="show" hover>
        <DataTable.Col<Program>
          source="title"
          disableSort
          render={({ id, document, archivedAt }) => (
            <Box sx={{ maxWidth: 460, py: 0.5 }}>
              <RecordLink to={`/programs/${id}/show`}>{textIn(document.title)}</RecordLink>
              {archivedAt && (
                <Box component="span" sx={{ ml: 1, color: 'text.secondary' }}>
                  {T('archived')}
                </Box>
              )}
              <Typography variant="body2" color="text.secondary">
                {textIn(document.summary)}
              </Typography>
            </Box>
          )}
        />
        <DataTable.Col<Program>
          source="renewal"
          disableSort
          render={({ document }) => policyText(document)[0]}
        />
        <DataTable.Col<Program>
          source="version"
          disableSort
          render={({ version }) => T('v', { number: version.number })}
        />
        {(['rules', 'people'] as const).map((name) => (
          <DataTable.Col<Program>
            align="right"
            key={name}
            source={name}
            disableSort
            render={(program) => format.number(program[name])}
          />
        ))}
      </DataTable>
    </List>
  );
};
