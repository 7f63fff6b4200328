import AssignmentTurnedInOutlined from '@mui/icons-material/AssignmentTurnedInOutlined';
import { Box, Typography } from '@mui/material';
import {
  AutocompleteInput,
  DataTable,
  FilterButton,
  List,
  ReferenceInput,
  SearchInput,
  SelectInput,
  TopToolbar,
  useTranslate,
} from 'react-admin';
import type { AudienceRule, Course, Person, Program } from '../providers/contract.js';
import { CreateLink } from '../shared/CreateLink.js';
import { EmptyTeaches } from '../shared/EmptyTeaches.js';
import { ListFailed } from '../shared/ListFailed.js';
import { RecordLink } from '../shared/RecordLink.js';
import { SavedViews } from '../shared/SavedViews.js';
import { useFormat } from '../shared/useFormat.js';
import { useListKeys } from '../shared/useListKeys.js';
import { useText } from '../shared/useLocale.js';
import { useMe } from '../shared/useMe.js';
import { RuleProgress } from './RuleProgress.js';
import { useAudienceText } from './useAudienceText.js';
import { useDueText } from './due/useDueText.js';

export const RuleList = () => {
  const translate = useTranslate();
  const format = useFormat();
  const textIn = useText();
  const audienceText = useAudienceText();
  const dueText = useDueText();
  const { can } = useMe();
  useListKeys('audience-rules');
  const mayFilterByAuthor = can('people', 'list');
  const states = (['live', 'withdrawn'] as const).map((id) => ({
    id,
    name: `resources.audience-rules.state.${id}`,
  }));
  const filters = [
    <SearchInput
      key="q"
      source="q"
      alwaysOn
      placeholder={translate('resources.audience-rules.fields.q')}
      sx={{ minWidth: 200 }}
    />,
    <ReferenceInput
      key="g"
      source="programId"
      reference="programs"
      sort={{ field: 'slug', order: 'ASC' }}
      perPage={50}
      alwaysOn
    >
      <AutocompleteInput
        label="resources.audience-rules.fields.programId"
        optionText={(program?: Program) => (program ? textIn(program.document.title) : '')}
        sx={{ minWidth: 220 }}
      />
    </ReferenceInput>,
    <ReferenceInput
      key="c"
      source="courseId"
      reference="courses"
      sort={{ field: 'position', order: 'ASC' }}
      alwaysOn
    >
      <AutocompleteInput
        label="resources.audience-rules.fields.courseId"
        optionText={(course?: Course) => (course ? textIn(course.title) : '')}
        sx={{ minWidth: 220 }}
      />
    </ReferenceInput>,
    <SelectInput key="s" source="state" choices={states} alwaysOn emptyText="common.all" />,
    ...(mayFilterByAuthor
      ? [
          <ReferenceInput
            key="a"
            source="createdById"
            reference="people"
            sort={{ field: 'name', order: 'ASC' }}
            perPage={20}
          >
            <AutocompleteInput
              label="resources.audience-rules.fields.createdById"
              optionText={(person?: Person) => (person ? `${person.name} ${person.employeeNo}` : '')}
              filterToQuery={(q: string) => ({ q })}
              sx={{ minWidth: 200 }}
            />
          </ReferenceInput>,
        ]
      : []),
  ];
  const mayCreate = can('audience-rules', 'create');
  return (
    <List<AudienceRule>
      filters={filters}
      actions={
        <TopToolbar>
          {mayFilterByAuthor && <FilterButton disableSaveQuery />}
          <SavedViews />
          {mayCreate && <CreateLink resource="audience-rules" label="resources.audience-rules.create" />}
        </TopToolbar>
      }
      sort={{ field: 'createdAt', order: 'DESC' }}
      exporter={false}
      empty={
        <EmptyTeaches
          icon={AssignmentTurnedInOutlined}
          title={translate('resources.audience-rules.empty.title')}
          text={translate('resources.audience-rules.empty.text')}
          action={
            mayCreate
              ? { label: translate('resources.audience-rules.empty.action'), to: '/audience-rules/create' }
              : undefined
          }
        />
      }
      error={<ListFailed />}
      title={translate('resources.audience-rules.name', { smart_count: 2 })}
    >
      <DataTable<AudienceRule> bulkActionButtons={false} rowClick="show">
        <DataTable.Col<AudienceRule>
          source="name"
          disableSort
          render={(rule) => (
            <>
              <RecordLink to={`/audience-rules/${rule.id}/show`}>{rule.name}</RecordLink>
              {rule.withdrawnAt && (
                <Box component="span" sx={{ ml: 1, color: 'text.secondary' }}>
                  {translate('resources.audience-rules.state.withdrawn')}
                </Box>
              )}
              {rule.program && (
                <Typography variant="body2" color="text.secondary">
                  {translate('resources.audience-rules.fields.program')}
                  {translate('common.colon')}
                  {textIn(rule.program.title)}
                </Typography>
              )}
            </>
          )}
        />
        <DataTable.Col<AudienceRule> source="audience" disableSort render={audienceText} />
        <DataTable.Col<AudienceRule>
          source="dueOn"
          render={(rule) => dueText(rule) || translate('resources.audience-rules.no_due')}
        />
        <DataTable.Col<AudienceRule>
          source="progress"
          disableSort
          render={(rule) => <RuleProgress rule={rule} />}
        />
        <DataTable.Col<AudienceRule>
          align="right"
          source="overdue"
          disableSort
          render={(rule) => (
            <Box
              component="span"
              sx={{
                color: rule.overdue ? 'error.main' : 'text.secondary',
                fontWeight: rule.overdue ? 650 : 400,
              }}
            >
              {format.number(rule.overdue)}
            </Box>
          )}
        />
        <DataTable.Col<AudienceRule> source="createdBy" disableSort render={(rule) => rule.createdBy.name} />
      </DataTable>
    </List>
  );
};
