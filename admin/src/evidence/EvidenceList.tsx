import LinkOutlined from '@mui/icons-material/LinkOutlined';
import { Box, Typography } from '@mui/material';
import { DataTable, List, SelectInput, TopToolbar, useTranslate } from 'react-admin';
import type { EvidenceRecord } from '../providers/contract.js';
import { EmptyTeaches } from '../shared/EmptyTeaches.js';
import { ListFailed } from '../shared/ListFailed.js';
import { RecordedName } from '../shared/RecordedName.js';
import { RecordedPersonInput } from '../shared/RecordedPersonInput.js';
import { SavedViews } from '../shared/SavedViews.js';
import { StackedRows, useIsNarrow } from '../shared/StackedRows.js';
import { useFormat } from '../shared/useFormat.js';
import { useText } from '../shared/useLocale.js';
import { usePrograms } from '../certification/usePrograms.js';
import { ChainCard } from './ChainCard.js';
import { ExportBundle } from './ExportBundle.js';
import { keyOf, KINDS } from './kinds.js';
import { What } from './What.js';

/** The chain and its anchors, and below it what it holds. */
export const EvidenceList = () => {
  const translate = useTranslate();
  const textIn = useText();
  const isNarrow = useIsNarrow();
  const { programs } = usePrograms();
  const T = (key: string, options?: object) => translate(`resources.evidence.${key}`, options);
  return (
    <>
      <ChainCard />
      <Box sx={{ '@media print': { display: 'none' } }}>
        <List<EvidenceRecord>
          filters={[
            <SelectInput
              key="kind"
              source="kind"
              label={T('fields.kind')}
              choices={KINDS.map((id) => ({ id, name: `resources.evidence.kind.${keyOf(id)}` }))}
              alwaysOn
              emptyText="common.all"
            />,
            <RecordedPersonInput key="p" source="personId" label={T('fields.person')} alwaysOn />,
            <SelectInput
              key="g"
              source="programId"
              label={T('fields.program')}
              choices={programs.map(({ id, document }) => ({ id, name: textIn(document.title) }))}
              translateChoice={false}
              alwaysOn
              emptyText="common.all"
            />,
          ]}
          actions={
            <TopToolbar>
              <SavedViews />
              <ExportBundle />
            </TopToolbar>
          }
          sort={{ field: 'recordedAt', order: 'DESC' }}
          exporter={false}
          empty={<EmptyTeaches icon={LinkOutlined} title={T('empty.title')} text={T('empty.text')} />}
          error={<ListFailed />}
          title={T('name')}
        >
          {isNarrow ? (
            <StackedRows<EvidenceRecord> render={(entry) => <Stacked entry={entry} />} />
          ) : (
            <Rows />
          )}
        </List>
      </Box>
    </>
  );
};

const Rows = () => {
  const translate = useTranslate();
  return (
    <DataTable<EvidenceRecord>
      bulkActionButtons={false}
      rowClick={false}
      empty={<Typography sx={{ p: 3 }}>{translate('list.none_found')}</Typography>}
    >
      <DataTable.Col<EvidenceRecord> source="seq" disableSort render={(entry) => <Seq entry={entry} />} />
      <DataTable.Col<EvidenceRecord> source="recordedAt" render={(entry) => <When entry={entry} />} />
      <DataTable.Col<EvidenceRecord>
        source="person"
        disableSort
        render={({ person }) => (person ? <RecordedName person={person} source="personId" /> : '—')}
      />
      <DataTable.Col<EvidenceRecord> source="kind" disableSort render={(entry) => <What entry={entry} />} />
      <DataTable.Col<EvidenceRecord> source="hash" disableSort render={(entry) => <Hash entry={entry} />} />
    </DataTable>
  );
};

const Stacked = ({ entry }: { entry: EvidenceRecord }) => (
  <>
    <Box sx={{ display: 'flex', justifyContent: 'space-between', gap: 2, color: 'text.secondary' }}>
      <When entry={entry} />
      <Seq entry={entry} />
    </Box>
    {entry.person && <RecordedName person={entry.person} source="personId" />}
    <What entry={entry} />
    <Hash entry={entry} />
  </>
);

const Seq = ({ entry: { seq } }: { entry: EvidenceRecord }) => {
  const translate = useTranslate();
  return seq ?? translate('resources.evidence.waiting_one');
};

/** When it was written is worth a line only where that was later. */
const When = ({ entry: { happenedAt, recordedAt } }: { entry: EvidenceRecord }) => {
  const translate = useTranslate();
  const format = useFormat();
  const happened = format.second(happenedAt);
  const isLate = Date.parse(recordedAt) - Date.parse(happenedAt) >= 60_000;
  return (
    <span>
      {happened}
      {isLate && (
        <Box sx={{ color: 'text.secondary', fontSize: 12.5 }}>
          {translate('resources.evidence.recorded', { when: format.second(recordedAt) })}
        </Box>
      )}
    </span>
  );
};

const Hash = ({ entry: { hash } }: { entry: EvidenceRecord }) =>
  hash && (
    <Box component="code" title={hash} sx={{ fontSize: 12, color: 'text.secondary' }}>
      {hash.slice(0, 12)}…
    </Box>
  );
