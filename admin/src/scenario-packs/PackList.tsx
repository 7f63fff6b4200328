import Inventory2Outlined from '@mui/icons-material/Inventory2Outlined';
import { Box, Button } from '@mui/material';
import { DataTable, List, SearchInput, SelectInput, TopToolbar, useTranslate } from 'react-admin';
import { Link } from 'react-router';
import type { ScenarioPack } from '../providers/contract.js';
import { CreateLink } from '../shared/CreateLink.js';
import { EmptyTeaches } from '../shared/EmptyTeaches.js';
import { ListFailed } from '../shared/ListFailed.js';
import { RecordLink } from '../shared/RecordLink.js';
import { SavedViews } from '../shared/SavedViews.js';
import { useFormat } from '../shared/useFormat.js';
import { useText } from '../shared/useLocale.js';
import { useListKeys } from '../shared/useListKeys.js';
import { useMe } from '../shared/useMe.js';
import { PACK_STATUSES, PackStatus } from './PackStatus.js';

/** Packs that came in, those in quarantine among them. */
export const PackList = () => {
  const translate = useTranslate();
  const format = useFormat();
  const textIn = useText();
  const { can } = useMe();
  useListKeys('scenario-packs');
  const T = (key: string, options?: object) => translate(`resources.scenario-packs.${key}`, options);
  const mayUpload = can('scenario-packs', 'create');
  return (
    <List<ScenarioPack>
      filters={[
        <SearchInput key="q" source="q" alwaysOn placeholder={T('fields.q')} sx={{ minWidth: 240 }} />,
        <SelectInput
          key="s"
          source="status"
          alwaysOn
          emptyText="common.all"
          choices={PACK_STATUSES.map((id) => ({ id, name: `resources.scenario-packs.status.${id}` }))}
        />,
      ]}
      actions={
        <TopToolbar>
          <SavedViews />
          <Button component={Link} to="/signers" size="small">
            {translate('signers.name')}
          </Button>
          {mayUpload && <CreateLink resource="scenario-packs" label="resources.scenario-packs.upload" />}
        </TopToolbar>
      }
      sort={{ field: 'uploadedAt', order: 'DESC' }}
      exporter={false}
      empty={
        <EmptyTeaches
          icon={Inventory2Outlined}
          title={T('empty.title')}
          text={T('empty.text')}
          action={mayUpload ? { label: T('upload'), to: '/scenario-packs/create' } : undefined}
        />
      }
      error={<ListFailed />}
      title={T('name', { smart_count: 2 })}
    >
      <DataTable<ScenarioPack> bulkActionButtons={false} rowClick="show">
        <DataTable.Col<ScenarioPack>
          source="scenario"
          disableSort
          render={({ id, manifest, fileName }) => (
            <>
              <RecordLink to={`/scenario-packs/${id}/show`}>{textIn(manifest.scenario.title)}</RecordLink>
              <Box sx={{ color: 'text.secondary', fontSize: 12.5, overflowWrap: 'anywhere' }}>{fileName}</Box>
            </>
          )}
        />
        <DataTable.Col<ScenarioPack>
          source="status"
          disableSort
          render={({ status }) => <PackStatus status={status} />}
        />
        <DataTable.Col<ScenarioPack>
          source="signer"
          disableSort
          render={({ signer }) => (
            <>
              {signer.name}
              <Box component="code" sx={{ display: 'block', color: 'text.secondary', fontSize: 12 }}>
                {signer.fingerprint.slice(0, 16)}…
              </Box>
            </>
          )}
        />
        <DataTable.Col<ScenarioPack>
          source="version"
          disableSort
          render={({ version }) => (version ? T('draft', { number: version.number }) : '—')}
        />
        <DataTable.Col<ScenarioPack>
          source="uploadedBy"
          disableSort
          render={({ uploadedBy }) => uploadedBy.name}
        />
        <DataTable.Col<ScenarioPack>
          source="uploadedAt"
          render={({ uploadedAt }) => format.instant(uploadedAt)}
        />
      </DataTable>
    </List>
  );
};
