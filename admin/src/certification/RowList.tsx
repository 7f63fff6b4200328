import { Box, Button, Typography } from '@mui/material';
import { AutocompleteArrayInput, BooleanInput, DataTable, DateInput, FilterButton, List, Pagination, SearchInput, SelectArrayInput, TopToolbar, useListContext, useTranslate } from 'react-admin'; // prettier-ignore
import { Link as RouterLink, useNavigate } from 'react-router';
import type { CertificationRow } from '../providers/contract.js';
import { listQuery } from '../providers/dataProvider.js';
import { DepartmentTreeInput } from '../shared/DepartmentTreeInput.js';
import { ExportButton } from '../shared/ExportButton.js';
import { ListFailed } from '../shared/ListFailed.js';
import { RecordLink } from '../shared/RecordLink.js';
import { SavedViews } from '../shared/SavedViews.js';
import { TierChip } from '../shared/TierChip.js';
import { useChoices } from '../shared/useChoices.js';
import { useFormat } from '../shared/useFormat.js';
import { useText } from '../shared/useLocale.js';
import { useMe } from '../shared/useMe.js';
import { personAddress } from './person/address.js';
import { StatusChip } from './StatusChip.js';
import { STATUSES } from './statuses.js';
import { usePrograms } from './usePrograms.js';

/** The people behind a number of the board, one line a person and program. */
export const RowList = () => {
  const translate = useTranslate();
  const textIn = useText();
  const navigate = useNavigate();
  const choices = useChoices();
  const { programs } = usePrograms();
  const filters = [
    <SearchInput
      key="q"
      source="q"
      alwaysOn
      placeholder={translate('resources.certification-people.fields.q')}
      sx={{ minWidth: 200 }}
    />,
    <DepartmentTreeInput key="d" source="departmentId" alwaysOn />,
    <SelectArrayInput
      key="s"
      source="status"
      alwaysOn
      choices={STATUSES.map((id) => ({ id, name: `program_status.${id}` }))}
    />,
    <AutocompleteArrayInput
      key="g"
      source="programId"
      alwaysOn
      choices={programs.map(({ id, document }) => ({ id, name: textIn(document.title) }))}
      translateChoice={false}
      sx={{ minWidth: 200 }}
    />,
    <SelectArrayInput key="t" source="tier" choices={choices.tiers} />,
    <DateInput key="f" source="dueFrom" />,
    <DateInput key="u" source="dueTo" />,
    <BooleanInput key="o" source="own" />,
  ];
  return (
    <List<CertificationRow>
      resource="certification-people"
      filters={filters}
      actions={<Actions />}
      sort={{ field: 'name', order: 'ASC' }}
      perPage={25}
      pagination={<Pagination rowsPerPageOptions={[25, 50, 100, 200]} />}
      exporter={false}
      empty={false}
      error={<ListFailed />}
      title={translate('resources.certification-people.name', { smart_count: 2 })}
    >
      <DataTable<CertificationRow>
        bulkActionButtons={false}
        rowClick={(_id, _resource, row) => {
          void navigate(personAddress(row.person.id, row.program.id));
          return false;
        }}
        empty={<Typography sx={{ p: 3 }}>{translate('list.none_found')}</Typography>}
      >
        <DataTable.Col<CertificationRow>
          source="name"
          render={(row) => (
            <RecordLink to={personAddress(row.person.id, row.program.id)}>{row.person.name}</RecordLink>
          )}
        />
        <DataTable.Col<CertificationRow> source="employeeNo" render={(row) => row.person.employeeNo} />
        <DataTable.Col<CertificationRow> source="departmentPath" disableSort />
        <DataTable.Col<CertificationRow>
          source="tier"
          disableSort
          render={(row) => <TierChip tier={row.tier} />}
        />
        <DataTable.Col<CertificationRow>
          source="program"
          disableSort
          sx={{ minWidth: 150 }}
          render={(row) => textIn(row.program.title)}
        />
        <DataTable.Col<CertificationRow>
          source="status"
          disableSort
          render={(row) => <StatusChip status={row.status} />}
        />
        <DataTable.Col<CertificationRow> source="dueOn" sx={NO_WRAP} render={(row) => <Due row={row} />} />
        <DataTable.Col<CertificationRow>
          source="validUntil"
          sx={NO_WRAP}
          render={(row) => <ValidUntil row={row} />}
        />
      </DataTable>
    </List>
  );
};

const NO_WRAP = { whiteSpace: 'nowrap' };

/** The due day, and under it how long it is forgiven. */
const Due = ({ row }: { row: CertificationRow }) => {
  const translate = useTranslate();
  const format = useFormat();
  return (
    <>
      {format.day(row.dueOn)}
      {row.status === 'in_grace' && row.graceUntil && (
        <Box sx={{ color: 'text.secondary', fontSize: 12.5 }}>
          {translate('resources.certification-people.grace', { day: format.day(row.graceUntil) })}
        </Box>
      )}
    </>
  );
};

/** No last day means none at all, or for ever; the status tells them apart. */
const ValidUntil = ({ row }: { row: CertificationRow }) => {
  const translate = useTranslate();
  const format = useFormat();
  if (row.validUntil === null && row.status === 'compliant')
    return <>{translate('resources.certification.for_ever')}</>;
  return <>{format.day(row.validUntil)}</>;
};

const Actions = () => {
  const translate = useTranslate();
  const { can } = useMe();
  const { filterValues, sort } = useListContext();
  return (
    <TopToolbar>
      <Button component={RouterLink} to="/certification" size="small">
        {translate('resources.certification-people.back')}
      </Button>
      <FilterButton disableSaveQuery />
      <SavedViews />
      {can('certification', 'export') && (
        <ExportButton path="certification/people/export" query={listQuery({ filter: filterValues, sort })} />
      )}
    </TopToolbar>
  );
};
