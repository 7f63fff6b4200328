import AssignmentOutlined from '@mui/icons-material/AssignmentOutlined';
import GroupsOutlined from '@mui/icons-material/GroupsOutlined';
import KeyOutlined from '@mui/icons-material/KeyOutlined';
import { Box, Button, Typography } from '@mui/material';
import { DataTable, FilterButton, List, Pagination, SearchInput, SelectInput, TextInput, TopToolbar, useListContext, useTranslate } from 'react-admin'; // prettier-ignore
import { useNavigate } from 'react-router';
import type { Person } from '../providers/contract.js';
import { CreateLink } from '../shared/CreateLink.js';
import { DepartmentTreeInput } from '../shared/DepartmentTreeInput.js';
import { EmptyTeaches } from '../shared/EmptyTeaches.js';
import { ListFailed } from '../shared/ListFailed.js';
import { PersonLink } from '../shared/PersonLink.js';
import { SavedViews } from '../shared/SavedViews.js';
import { TierChip } from '../shared/TierChip.js';
import { useListKeys } from '../shared/useListKeys.js';
import { useMe } from '../shared/useMe.js';
import { usePersonDrawer } from '../shared/usePersonDrawer.js';
import { useChoices } from '../shared/useChoices.js';
import { SignInStateText } from './SignInStateText.js';

const PAGE_SIZES = [25, 50, 100, 200];

export const PeopleList = () => {
  const translate = useTranslate();
  const { can } = useMe();
  const { open } = usePersonDrawer();
  useListKeys('people');
  const choices = useChoices();
  const filters = [
    <SearchInput
      key="q"
      source="q"
      alwaysOn
      placeholder={translate('resources.people.fields.q')}
      sx={{ minWidth: 230 }}
    />,
    <DepartmentTreeInput key="d" source="departmentId" alwaysOn />,
    <SelectInput key="t" source="tier" choices={choices.tiers} alwaysOn emptyText="common.all" />,
    <SelectInput key="s" source="status" choices={choices.statuses} emptyText="common.all" />,
    <SelectInput key="i" source="signInState" choices={choices.signInStates} emptyText="common.all" />,
    <SelectInput key="r" source="role" choices={choices.roles} emptyText="common.all" />,
    <TextInput key="g" source="tag" />,
  ];
  return (
    <List<Person>
      filters={filters}
      actions={
        <TopToolbar>
          <FilterButton disableSaveQuery />
          <SavedViews />
          {can('people', 'create') && <CreateLink resource="people" label="resources.people.add" />}
        </TopToolbar>
      }
      sort={{ field: 'name', order: 'ASC' }}
      perPage={25}
      pagination={<Pagination rowsPerPageOptions={PAGE_SIZES} />}
      exporter={false}
      empty={<NobodyYet />}
      error={<ListFailed />}
      title={translate('resources.people.name', { smart_count: 2 })}
    >
      <DataTable<Person>
        rowClick={(id) => {
          open(String(id));
          return false;
        }}
        bulkActionButtons={<BulkActions />}
        hover
        sx={{ '& .column-position': { display: { xs: 'none', lg: 'table-cell' } } }}
      >
        <DataTable.Col<Person>
          source="name"
          render={(person) => (
            <>
              <PersonLink id={person.id}>{person.name}</PersonLink>
              {person.englishName && person.englishName !== person.name && (
                <Typography component="span" variant="body2" color="text.secondary" sx={{ ml: 1 }}>
                  {person.englishName}
                </Typography>
              )}
            </>
          )}
        />
        <DataTable.Col source="employeeNo" />
        <DataTable.Col<Person> source="department" render={(person) => person.department.path} />
        <DataTable.Col source="position" disableSort />
        <DataTable.Col<Person>
          source="tier"
          disableSort
          render={(person) => <TierChip tier={person.tier} />}
        />
        <DataTable.Col<Person>
          source="signInState"
          disableSort
          render={(person) => <SignInStateText person={person} />}
        />
      </DataTable>
    </List>
  );
};

const NobodyYet = () => {
  const translate = useTranslate();
  const { can } = useMe();
  return (
    <EmptyTeaches
      icon={GroupsOutlined}
      title={translate('resources.people.empty.title')}
      text={translate('resources.people.empty.text')}
      action={
        can('people-imports', 'create')
          ? { label: translate('resources.people.empty.action'), to: '/people-imports/create' }
          : undefined
      }
    />
  );
};

const BulkActions = () => {
  const translate = useTranslate();
  const navigate = useNavigate();
  const { selectedIds } = useListContext<Person>();
  const { can } = useMe();
  const go = (to: string) => void navigate(to, { state: { personIds: selectedIds } });
  return (
    <Box sx={{ display: 'flex', gap: 1 }}>
      {can('audience-rules', 'create') && (
        <Button startIcon={<AssignmentOutlined />} onClick={() => go('/audience-rules/create')}>
          {translate('resources.people.assign')}
        </Button>
      )}
      {can('credentials', 'create') && (
        <Button startIcon={<KeyOutlined />} onClick={() => go('/credentials')}>
          {translate('resources.people.hand_out')}
        </Button>
      )}
    </Box>
  );
};
