import QuizOutlined from '@mui/icons-material/QuizOutlined';
import { Box, Chip, Typography } from '@mui/material';
import { DataTable, FilterButton, List, Pagination, SearchInput, SelectInput, TopToolbar, useGetList, useTranslate } from 'react-admin'; // prettier-ignore
import type { Question, Topic } from '../providers/contract.js';
import { EmptyTeaches } from '../shared/EmptyTeaches.js';
import { ListFailed } from '../shared/ListFailed.js';
import { RecordLink } from '../shared/RecordLink.js';
import { SavedViews } from '../shared/SavedViews.js';
import { useChoices } from '../shared/useChoices.js';
import { useFormat } from '../shared/useFormat.js';
import { useListKeys } from '../shared/useListKeys.js';
import { useText } from '../shared/useLocale.js';
import { ShareBar } from './ShareBar.js';
import { useQuestionChoices } from './useQuestionChoices.js';

const PAGE_SIZES = [25, 50, 100, 200];
/** So narrow that all of them stand in one line of a desk. */
const NARROW = { '&.MuiFormControl-root': { minWidth: 118, width: 118 } } as const;
const WIDER = { '&.MuiFormControl-root': { minWidth: 158, width: 158 } } as const;
const NO_TOPICS: Topic[] = [];

export const QuestionList = () => {
  const translate = useTranslate();
  const format = useFormat();
  const textIn = useText();
  useListKeys('questions');
  const { tiers } = useChoices();
  const { types, difficulties, states } = useQuestionChoices();
  const { data: topics = NO_TOPICS } = useGetList<Topic>('topics');
  const T = (key: string, options?: object) => translate(`resources.questions.${key}`, options);
  const filters = [
    <SearchInput key="q" source="q" alwaysOn placeholder={T('fields.q')} sx={{ width: 190 }} />,
    <SelectInput
      key="t"
      source="topic"
      choices={topics.map(({ key, title }) => ({ id: key, name: textIn(title) }))}
      translateChoice={false}
      alwaysOn
      emptyText="common.all"
      sx={WIDER}
    />,
    <SelectInput
      key="y"
      source="type"
      choices={types}
      translateChoice={false}
      alwaysOn
      emptyText="common.all"
      sx={NARROW}
    />,
    <SelectInput
      key="d"
      source="difficulty"
      choices={difficulties}
      translateChoice={false}
      alwaysOn
      emptyText="common.all"
      sx={NARROW}
    />,
    <SelectInput
      key="i"
      source="tier"
      choices={tiers}
      translateChoice={false}
      alwaysOn
      emptyText="common.all"
      sx={WIDER}
    />,
    <SelectInput key="r" source="retired" choices={states} translateChoice={false} emptyText="common.all" />,
  ];
  return (
    <List<Question>
      filters={filters}
      actions={
        <TopToolbar>
          <FilterButton disableSaveQuery />
          <SavedViews />
        </TopToolbar>
      }
      sort={{ field: 'topic', order: 'ASC' }}
      perPage={25}
      pagination={<Pagination rowsPerPageOptions={PAGE_SIZES} />}
      exporter={false}
      empty={<EmptyTeaches icon={QuizOutlined} title={T('empty.title')} text={T('empty.text')} />}
      error={<ListFailed />}
      title={T('name', { smart_count: 2 })}
    >
      <DataTable<Question> bulkActionButtons={false} rowClick="show" hover>
        <DataTable.Col<Question>
          source="prompt"
          disableSort
          render={(question) => (
            <Box sx={{ maxWidth: 520, minWidth: 240 }}>
              <RecordLink to={`/questions/${question.id}/show`}>{textIn(question.prompt)}</RecordLink>
              {question.retired && (
                <Chip size="small" variant="outlined" label={T('state.retired')} sx={{ ml: 1 }} />
              )}
            </Box>
          )}
        />
        <DataTable.Col<Question> source="topic" render={(question) => textIn(question.topicTitle)} />
        <DataTable.Col<Question>
          source="type"
          render={(question) => T(`type.${question.type}`)}
          cellSx={() => ({ whiteSpace: 'nowrap' })}
        />
        <DataTable.Col<Question>
          source="difficulty"
          render={(question) => T(`difficulty.${question.difficulty}`)}
          cellSx={() => ({ whiteSpace: 'nowrap' })}
        />
        <DataTable.Col<Question>
          source="tiers"
          disableSort
          render={({ tiers: limited }) => (
            <Typography variant="body2" color={limited ? 'text.primary' : 'text.secondary'}>
              {limited
                ? limited.map((tier) => translate(`tier.${tier}`)).join(translate('common.separator'))
                : T('all_tiers')}
            </Typography>
          )}
        />
        <DataTable.Col<Question>
          align="right"
          source="answered"
          render={({ stats }) => format.number(stats.answered)}
        />
        <DataTable.Col<Question>
          source="meanPercent"
          render={({ stats }) => <ShareBar percent={stats.meanPercent} />}
        />
      </DataTable>
    </List>
  );
};
