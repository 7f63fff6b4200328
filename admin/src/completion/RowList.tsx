import { Box, Button, Typography } from '@mui/material';
import { AutocompleteArrayInput, BooleanInput, DataTable, FilterButton, List, Pagination, ReferenceArrayInput, SearchInput, SelectArrayInput, SelectInput, TopToolbar, useListContext, useTranslate } from 'react-admin'; // prettier-ignore
import { Link as RouterLink } from 'react-router';
import type { CompletionRow, Course } from '../providers/contract.js';
import { DepartmentTreeInput } from '../shared/DepartmentTreeInput.js';
import { ExportButton } from '../shared/ExportButton.js';
import { ListFailed } from '../shared/ListFailed.js';
import { PersonLink } from '../shared/PersonLink.js';
import { SavedViews } from '../shared/SavedViews.js';
import { TierChip } from '../shared/TierChip.js';
import { useChoices } from '../shared/useChoices.js';
import { useFormat } from '../shared/useFormat.js';
import { useText } from '../shared/useLocale.js';
import { useMe } from '../shared/useMe.js';
import { usePersonDrawer } from '../shared/usePersonDrawer.js';
import { listQuery } from '../providers/dataProvider.js';
import { StateText } from './StateText.js';

const STATES = ['not_started', 'in_progress', 'completed', 'overdue'] as const;

/** The people behind a number of the board, one line a person and course. */
export const RowList = () => {
  const translate = useTranslate();
  const format = useFormat();
  const textIn = useText();
  const { open } = usePersonDrawer();
  const choices = useChoices();
  const filters = [
    <SearchInput
      key="q"
      source="q"
      alwaysOn
      placeholder={translate('resources.completion-rows.fields.q')}
      sx={{ minWidth: 230 }}
    />,
    <DepartmentTreeInput key="d" source="departmentId" alwaysOn />,
    <SelectInput
      key="s"
      source="state"
      alwaysOn
      emptyText="common.all"
      choices={STATES.map((id) => ({ id, name: `progress.${id}` }))}
    />,
    <SelectArrayInput key="t" source="tier" choices={choices.tiers} alwaysOn />,
    <ReferenceArrayInput
      key="c"
      source="courseId"
      reference="courses"
      sort={{ field: 'position', order: 'ASC' }}
      alwaysOn
    >
      <AutocompleteArrayInput
        optionText={(course?: Course) => (course ? textIn(course.title) : '')}
        sx={{ minWidth: 240 }}
      />
    </ReferenceArrayInput>,
    <BooleanInput key="o" source="own" />,
  ];
  return (
    <List<CompletionRow>
      resource="completion-rows"
      filters={filters}
      actions={<Actions />}
      sort={{ field: 'name', order: 'ASC' }}
      perPage={25}
      pagination={<Pagination rowsPerPageOptions={[25, 50, 100, 200]} />}
      exporter={false}
      empty={false}
      error={<ListFailed />}
      title={translate('resources.completion-rows.name', { smart_count: 2 })}
    >
      <DataTable<CompletionRow>
        bulkActionButtons={false}
        rowClick={(_id, _resource, row) => {
          open(row.person.id);
          return false;
        }}
        empty={<Typography sx={{ p: 3 }}>{translate('list.none_found')}</Typography>}
      >
        <DataTable.Col<CompletionRow>
          source="name"
          render={(row) => <PersonLink id={row.person.id}>{row.person.name}</PersonLink>}
        />
        <DataTable.Col<CompletionRow> source="employeeNo" render={(row) => row.person.employeeNo} />
        <DataTable.Col<CompletionRow> source="departmentPath" disableSort />
        <DataTable.Col<CompletionRow>
          source="tier"
          disableSort
          render={(row) => <TierChip tier={row.tier} />}
        />
        <DataTable.Col<CompletionRow>
          source="course"
          disableSort
          render={(row) => textIn(row.course.title)}
        />
        <DataTable.Col<CompletionRow>
          source="progress"
          disableSort
          render={(row) => <StateText row={row} />}
        />
        <DataTable.Col<CompletionRow> source="percent" align="right" render={(row) => `${row.percent}%`} />
        <DataTable.Col<CompletionRow> source="dueOn" render={(row) => format.day(row.dueOn)} />
        <DataTable.Col<CompletionRow>
          source="completedAt"
          render={(row) =>
            row.completedAt && (
              <>
                {format.instant(row.completedAt)}
                <Box sx={{ color: 'text.secondary', fontSize: 12.5 }}>
                  {translate('resources.completion-rows.version_tier', {
                    version: row.completedVersion,
                    tier: row.completedTier ? translate(`tier.${row.completedTier}`) : '',
                  })}
                </Box>
              </>
            )
          }
        />
        <DataTable.Col<CompletionRow>
          align="right"
          source="scorePercent"
          disableSort
          render={(row) => (row.scorePercent === null ? '—' : `${row.scorePercent}%`)}
        />
      </DataTable>
    </List>
  );
};

const Actions = () => {
  const translate = useTranslate();
  const { can } = useMe();
  const { filterValues, sort } = useListContext();
  return (
    <TopToolbar>
      <Button component={RouterLink} to="/completion" size="small">
        {translate('resources.completion-rows.back')}
      </Button>
      <FilterButton disableSaveQuery />
      <SavedViews />
      {can('completion', 'export') && (
        <ExportButton path="completion/rows/export" query={listQuery({ filter: filterValues, sort })} />
      )}
    </TopToolbar>
  );
};
