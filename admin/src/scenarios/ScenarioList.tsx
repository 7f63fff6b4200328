import ThunderstormOutlined from '@mui/icons-material/ThunderstormOutlined';
import { Box, Typography } from '@mui/material';
import { DataTable, List, SearchInput, SelectInput, TopToolbar, useTranslate } from 'react-admin';
import type { Scenario } from '../providers/contract.js';
import { EmptyTeaches } from '../shared/EmptyTeaches.js';
import { ListFailed } from '../shared/ListFailed.js';
import { RecordLink } from '../shared/RecordLink.js';
import { SavedViews } from '../shared/SavedViews.js';
import { TierChip } from '../shared/TierChip.js';
import { useFormat } from '../shared/useFormat.js';
import { useListKeys } from '../shared/useListKeys.js';
import { useText } from '../shared/useLocale.js';
import { CRISIS_TYPES } from './names.js';
import { VersionText } from './VersionText.js';

export const ScenarioList = () => {
  const translate = useTranslate();
  const format = useFormat();
  const textIn = useText();
  useListKeys('scenarios');
  const T = (key: string, options?: object) => translate(`resources.scenarios.${key}`, options);
  const choices = (names: readonly string[], prefix: string) =>
    names.map((id) => ({ id, name: `resources.scenarios.${prefix}.${id}` }));
  return (
    <List<Scenario>
      filters={[
        <SearchInput key="q" source="q" alwaysOn placeholder={T('fields.q')} sx={{ minWidth: 230 }} />,
        <SelectInput
          key="c"
          source="crisisType"
          choices={choices(CRISIS_TYPES, 'crisis')}
          alwaysOn
          emptyText="common.all"
        />,
        <SelectInput
          key="p"
          source="published"
          choices={choices(['true', 'false'], 'published')}
          alwaysOn
          emptyText="common.all"
        />,
      ]}
      actions={
        <TopToolbar>
          <SavedViews />
        </TopToolbar>
      }
      sort={{ field: 'slug', order: 'ASC' }}
      exporter={false}
      empty={<EmptyTeaches icon={ThunderstormOutlined} title={T('empty.title')} text={T('empty.text')} />}
      error={<ListFailed />}
      title={T('name', { smart_count: 2 })}
    >
      <DataTable<Scenario> bulkActionButtons={false} rowClick="show">
        <DataTable.Col<Scenario>
          source="title"
          disableSort
          render={(scenario) => (
            <Box sx={{ maxWidth: 420, py: 0.5 }}>
              <RecordLink to={`/scenarios/${scenario.id}/show`}>{textIn(scenario.title)}</RecordLink>
              <Typography variant="body2" color="text.secondary" sx={CLAMPED}>
                {textIn(scenario.summary)}
              </Typography>
            </Box>
          )}
        />
        <DataTable.Col<Scenario> source="crisisType" render={({ crisisType }) => T(`crisis.${crisisType}`)} />
        <DataTable.Col<Scenario>
          source="tiers"
          disableSort
          render={({ tiers }) => (
            <Box sx={{ display: 'flex', gap: 0.5, flexWrap: 'wrap' }}>
              {tiers.map((tier) => (
                <TierChip key={tier} tier={tier} />
              ))}
            </Box>
          )}
        />
        <DataTable.Col<Scenario>
          align="right"
          source="seats"
          disableSort
          render={({ seats }) => format.number(seats.length)}
        />
        <DataTable.Col<Scenario>
          align="right"
          source="injects"
          disableSort
          render={({ injects, deck }) => T('injects_and_deck', { injects, deck })}
        />
        <DataTable.Col<Scenario>
          align="right"
          source="minutes"
          disableSort
          render={({ minutes, soloMinutes }) => T('minutes_both', { minutes, soloMinutes })}
        />
        <DataTable.Col<Scenario> source="versions" disableSort render={VersionText} />
      </DataTable>
    </List>
  );
};

const CLAMPED = {
  display: '-webkit-box',
  WebkitLineClamp: 2,
  WebkitBoxOrient: 'vertical',
  overflow: 'hidden',
} as const;
