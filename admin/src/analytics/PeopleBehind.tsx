import { Button, Typography } from '@mui/material';
import { DataTable, List, Pagination, TopToolbar, useListContext, useTranslate } from 'react-admin';
import { Link } from 'react-router';
import type { AnalyticsPerson } from '../providers/contract.js';
import { ListFailed } from '../shared/ListFailed.js';
import { PersonLink } from '../shared/PersonLink.js';
import { TierChip } from '../shared/TierChip.js';
import { useFormat } from '../shared/useFormat.js';
import { usePersonDrawer } from '../shared/usePersonDrawer.js';
import { writeFilters, type AnalyticsFilters } from './filters.js';

type Behind = Partial<AnalyticsFilters> & { of?: string };

/** The people behind a number of the analytics; as many lines as the number says. */
export const PeopleBehind = () => {
  const translate = useTranslate();
  const format = useFormat();
  const { open } = usePersonDrawer();
  return (
    <List<AnalyticsPerson>
      resource="analytics-people"
      actions={<Actions />}
      sort={{ field: 'name', order: 'ASC' }}
      perPage={25}
      pagination={<Pagination rowsPerPageOptions={[25, 50, 100, 200]} />}
      filterDefaultValues={{ of: 'completions' }}
      exporter={false}
      empty={false}
      error={<ListFailed />}
      title={translate('resources.analytics-people.name')}
    >
      <DataTable<AnalyticsPerson>
        bulkActionButtons={false}
        rowClick={(_id, _resource, row) => {
          open(row.person.id);
          return false;
        }}
        empty={<Typography sx={{ p: 3 }}>{translate('list.none_found')}</Typography>}
      >
        <DataTable.Col<AnalyticsPerson>
          source="name"
          render={(row) => <PersonLink id={row.person.id}>{row.person.name}</PersonLink>}
        />
        <DataTable.Col<AnalyticsPerson> source="employeeNo" render={(row) => row.person.employeeNo} />
        <DataTable.Col<AnalyticsPerson> source="departmentPath" disableSort />
        <DataTable.Col<AnalyticsPerson>
          source="tier"
          disableSort
          render={(row) => <TierChip tier={row.tier} />}
        />
        <DataTable.Col<AnalyticsPerson> source="at" render={(row) => format.instant(row.at)} />
        <DataTable.Col<AnalyticsPerson>
          align="right"
          source="percent"
          render={(row) => (row.percent === null ? '—' : `${row.percent}%`)}
        />
      </DataTable>
    </List>
  );
};

const Actions = () => {
  const translate = useTranslate();
  const { filterValues } = useListContext();
  const {
    departmentId = null,
    tier = [],
    courseId = null,
    from = null,
    to = null,
    of = 'completions',
  } = filterValues as Behind;
  const back = writeFilters(new URLSearchParams(), { departmentId, tier, courseId, from, to }).toString();
  return (
    <TopToolbar sx={{ alignItems: 'center', width: '100%' }}>
      <Typography component="h2" sx={{ mr: 'auto', fontWeight: 600 }}>
        {translate(`resources.analytics-people.of.${of}`)}
      </Typography>
      <Button component={Link} to={`/analytics?${back}`} size="small">
        {translate('resources.analytics-people.back')}
      </Button>
    </TopToolbar>
  );
};
