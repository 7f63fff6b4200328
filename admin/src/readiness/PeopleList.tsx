import { Button, Typography } from '@mui/material';
import {
  BooleanInput,
  DataTable,
  FilterButton,
  List,
  Pagination,
  SearchInput,
  SelectArrayInput,
  SelectInput,
  TopToolbar,
  useTranslate,
} from 'react-admin';
import { Link as RouterLink } from 'react-router';
import type { ReadinessPerson } from '../providers/contract.js';
import { DepartmentTreeInput } from '../shared/DepartmentTreeInput.js';
import { ListFailed } from '../shared/ListFailed.js';
import { RecordLink } from '../shared/RecordLink.js';
import { TierChip } from '../shared/TierChip.js';
import { useChoices } from '../shared/useChoices.js';
import { useFormat } from '../shared/useFormat.js';
import { CRISIS_TYPES } from './cells.js';

const NAME = 'resources.readiness-people';

/** The people behind a number of the board. */
export const PeopleList = () => {
  const translate = useTranslate();
  const format = useFormat();
  const choices = useChoices();
  const filters = [
    <SearchInput
      key="q"
      source="q"
      alwaysOn
      placeholder={translate(`${NAME}.fields.q`)}
      sx={{ minWidth: 200 }}
    />,
    <DepartmentTreeInput key="d" source="departmentId" alwaysOn />,
    <SelectArrayInput key="t" source="tier" choices={choices.tiers} alwaysOn />,
    <SelectInput
      key="c"
      source="crisisType"
      alwaysOn
      emptyText="resources.readiness.overall"
      choices={CRISIS_TYPES.map((id) => ({ id, name: `resources.readiness.type.${id}` }))}
    />,
    <SelectInput
      key="e"
      source="evidence"
      alwaysOn
      emptyText="common.all"
      choices={['with', 'without'].map((id) => ({ id, name: `${NAME}.evidence.${id}` }))}
    />,
    <BooleanInput key="o" source="own" />,
  ];
  return (
    <List<ReadinessPerson>
      resource="readiness-people"
      filters={filters}
      actions={<Actions />}
      sort={{ field: 'value', order: 'ASC' }}
      perPage={25}
      pagination={<Pagination rowsPerPageOptions={[25, 50, 100, 200]} />}
      exporter={false}
      empty={false}
      error={<ListFailed />}
      title={translate(`${NAME}.name`)}
    >
      <DataTable<ReadinessPerson>
        bulkActionButtons={false}
        rowClick="show"
        empty={<Typography sx={{ p: 3 }}>{translate('list.none_found')}</Typography>}
      >
        <DataTable.Col<ReadinessPerson>
          source="name"
          render={({ id, person }) => (
            <RecordLink to={`/readiness-people/${id}/show`}>{person.name}</RecordLink>
          )}
        />
        <DataTable.Col<ReadinessPerson> source="employeeNo" render={({ person }) => person.employeeNo} />
        <DataTable.Col<ReadinessPerson> source="departmentPath" disableSort />
        <DataTable.Col<ReadinessPerson>
          source="tier"
          disableSort
          render={({ tier }) => <TierChip tier={tier} />}
        />
        <DataTable.Col<ReadinessPerson>
          source="value"
          align="right"
          render={({ value }) => (value === null ? '—' : format.number(value))}
        />
        <DataTable.Col<ReadinessPerson>
          source="basis"
          disableSort
          render={({ basis }) => translate(`${NAME}.basis.${basis}`)}
        />
      </DataTable>
    </List>
  );
};

const Actions = () => {
  const translate = useTranslate();
  return (
    <TopToolbar>
      <Button component={RouterLink} to="/readiness" size="small">
        {translate(`${NAME}.back`)}
      </Button>
      <FilterButton disableSaveQuery />
    </TopToolbar>
  );
};
