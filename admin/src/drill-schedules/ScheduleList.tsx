import EventOutlined from '@mui/icons-material/EventOutlined';
import { Typography } from '@mui/material';
import { DataTable, List, ReferenceInput, SearchInput, SelectArrayInput, SelectInput, TopToolbar } from 'react-admin'; // prettier-ignore
import type { DrillSchedule, Scenario } from '../providers/contract.js';
import { CreateLink } from '../shared/CreateLink.js';
import { EmptyTeaches } from '../shared/EmptyTeaches.js';
import { ListFailed } from '../shared/ListFailed.js';
import { RecordLink } from '../shared/RecordLink.js';
import { SavedViews } from '../shared/SavedViews.js';
import { useListKeys } from '../shared/useListKeys.js';
import { useLocale, useText } from '../shared/useLocale.js';
import { useMe } from '../shared/useMe.js';
import { sizeOf, startDay } from './draft.js';
import { rruleInWords } from './rule/rule-words.js';
import { ScheduleStateChip } from './ScheduleStateChip.js';
import { useMoments } from './useMoments.js';
import { useWords } from './useWords.js';

export const ScheduleList = () => {
  const W = useWords();
  const textIn = useText();
  const { can } = useMe();
  useListKeys('drill-schedules');
  const mayCreate = can('drill-schedules', 'create');
  return (
    <List<DrillSchedule>
      filters={[
        <SearchInput key="q" source="q" alwaysOn placeholder={W('fields.q')} sx={{ minWidth: 230 }} />,
        <SelectArrayInput
          key="s"
          source="state"
          alwaysOn
          choices={['open', 'cancelled'].map((id) => ({
            id,
            name: `resources.drill-schedules.filter.${id}`,
          }))}
        />,
        <ReferenceInput
          key="c"
          source="scenarioId"
          reference="scenarios"
          perPage={100}
          sort={{ field: 'slug', order: 'ASC' }}
          alwaysOn
        >
          <SelectInput
            label="resources.drill-schedules.fields.scenario"
            optionText={(scenario: Scenario) => textIn(scenario.title)}
            emptyText="common.all"
          />
        </ReferenceInput>,
      ]}
      actions={
        <TopToolbar>
          <SavedViews />
          {mayCreate && <CreateLink resource="drill-schedules" label="resources.drill-schedules.create" />}
        </TopToolbar>
      }
      sort={{ field: 'nextAt', order: 'ASC' }}
      exporter={false}
      empty={
        <EmptyTeaches
          icon={EventOutlined}
          title={W('empty.title')}
          text={W('empty.text')}
          action={mayCreate ? { label: W('create'), to: '/drill-schedules/create' } : undefined}
        />
      }
      error={<ListFailed />}
      title={W('name', { smart_count: 2 })}
    >
      <DataTable<DrillSchedule> bulkActionButtons={false} rowClick="show">
        <DataTable.Col<DrillSchedule>
          source="title"
          render={(one) => (
            <>
              <RecordLink to={`/drill-schedules/${one.id}/show`}>{one.title}</RecordLink>
              <Typography variant="body2" color="text.secondary">
                {textIn(one.scenario.title)}
              </Typography>
            </>
          )}
        />
        <DataTable.Col<DrillSchedule> source="nextAt" render={(one) => <NextDate schedule={one} />} />
        <DataTable.Col<DrillSchedule>
          source="rrule"
          disableSort
          render={(one) => <RepeatText schedule={one} />}
        />
        <DataTable.Col<DrillSchedule>
          source="cast"
          disableSort
          render={({ cast }) => W('cast_summary', sizeOf(cast))}
        />
        <DataTable.Col<DrillSchedule>
          source="state"
          disableSort
          render={(one) => <ScheduleStateChip schedule={one} />}
        />
      </DataTable>
    </List>
  );
};

const NextDate = ({ schedule }: { schedule: DrillSchedule }) => {
  const W = useWords();
  const { there, isOther } = useMoments(schedule.timeZone);
  if (schedule.nextAt === null) return W('no_next');
  return (
    <>
      {there(schedule.nextAt)}
      {isOther && (
        <Typography variant="body2" color="text.secondary">
          {schedule.timeZone}
        </Typography>
      )}
    </>
  );
};

const RepeatText = ({ schedule }: { schedule: DrillSchedule }) => {
  const W = useWords();
  const locale = useLocale();
  const { rrule, noNoticeDays } = schedule;
  return (
    <>
      {rrule === null ? W('once') : rruleInWords(rrule, startDay(schedule), locale)}
      {noNoticeDays !== null && (
        <Typography variant="body2" color="text.secondary">
          {W('unannounced')}
        </Typography>
      )}
    </>
  );
};
