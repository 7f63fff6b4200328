import LinkOutlined from '@mui/icons-material/LinkOutlined';
import { Box, Typography } from '@mui/material';
import {
  DataTable,
  List,
  ReferenceInput,
  AutocompleteInput,
  SelectInput,
  TopToolbar,
  useTranslate,
} from 'react-admin';
import type { EvidenceRecord, Person } from '../providers/contract.js';
import { EmptyTeaches } from '../shared/EmptyTeaches.js';
import { ListFailed } from '../shared/ListFailed.js';
import { SavedViews } from '../shared/SavedViews.js';
import { useFormat } from '../shared/useFormat.js';
import { useText } from '../shared/useLocale.js';
import { useMe } from '../shared/useMe.js';
import { usePrograms } from '../certification/usePrograms.js';
import { ChainCard } from './ChainCard.js';
import { ExportBundle } from './ExportBundle.js';
import { useFacts } from './useFacts.js';

const KINDS = [
  'attempt.finished', 'course.completed', 'certification.completed', 'certification.revoked', 'waiver.given',
  'waiver.ended', 'assignment.made', 'assignment.moved', 'assignment.withdrawn', 'program.made', 'program.moved',
  'program.withdrawn', 'rule.set', 'rule.withdrawn', 'drill.rated', 'notice.accepted', 'briefing.asked',
  'briefing.acknowledged',
] as const; // prettier-ignore
const keyOf = (kind: string): string => kind.replace('.', '_');

/** The chain and its anchors, and below it what it holds. */
export const EvidenceList = () => {
  const translate = useTranslate();
  const format = useFormat();
  const textIn = useText();
  const { can } = useMe();
  const { programs } = usePrograms();
  const facts = useFacts();
  const T = (key: string, options?: object) => translate(`resources.evidence.${key}`, options);
  return (
    <>
      <ChainCard />
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
          ...(can('people', 'list')
            ? [
                <ReferenceInput key="p" source="personId" reference="people" alwaysOn>
                  <AutocompleteInput
                    label={T('fields.person')}
                    optionText={(person?: Person) => (person ? `${person.name} ${person.employeeNo}` : '')}
                    filterToQuery={(q: string) => ({ q })}
                    sx={{ minWidth: 220 }}
                  />
                </ReferenceInput>,
              ]
            : []),
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
        <DataTable<EvidenceRecord>
          bulkActionButtons={false}
          rowClick={false}
          empty={<Typography sx={{ p: 3 }}>{translate('list.none_found')}</Typography>}
        >
          <DataTable.Col<EvidenceRecord>
            source="seq"
            disableSort
            render={({ seq }) => seq ?? T('waiting_one')}
          />
          <DataTable.Col<EvidenceRecord>
            source="recordedAt"
            render={({ happenedAt, recordedAt }) => (
              <>
                {format.instant(happenedAt)}
                <Small>{T('recorded', { when: format.instant(recordedAt) })}</Small>
              </>
            )}
          />
          <DataTable.Col<EvidenceRecord>
            source="person"
            disableSort
            render={({ person }) => (person ? person.name || T('nameless') : '—')}
          />
          <DataTable.Col<EvidenceRecord>
            source="kind"
            disableSort
            render={(entry) => (
              <>
                {T(`kind.${keyOf(entry.kind)}`)}
                <Small>
                  {[entry.program?.title, entry.course?.title]
                    .flatMap((it) => (it ? [textIn(it)] : []))
                    .join(' · ')}
                </Small>
                <Small>{facts(entry)}</Small>
              </>
            )}
          />
          <DataTable.Col<EvidenceRecord>
            source="hash"
            disableSort
            render={({ hash }) =>
              hash && (
                <Box component="code" title={hash} sx={{ fontSize: 12 }}>
                  {hash.slice(0, 12)}…
                </Box>
              )
            }
          />
        </DataTable>
      </List>
    </>
  );
};

const Small = ({ children }: { children: React.ReactNode }) => (
  <Box sx={{ color: 'text.secondary', fontSize: 12.5 }}>{children}</Box>
);
