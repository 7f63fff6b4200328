import MarkEmailReadOutlined from '@mui/icons-material/MarkEmailReadOutlined';
import { Box, Button, Chip, Link, Typography } from '@mui/material';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import {
  DataTable,
  List,
  SearchInput,
  SelectInput,
  TopToolbar,
  useDataProvider,
  useNotify,
  useRefresh,
  useTranslate,
} from 'react-admin';
import type { Delivery } from '../providers/contract.js';
import type { ReadyroomDataProvider } from '../providers/dataProvider.js';
import { EmptyTeaches } from '../shared/EmptyTeaches.js';
import { ListFailed } from '../shared/ListFailed.js';
import { SavedViews } from '../shared/SavedViews.js';
import { useErrorText } from '../shared/useErrorText.js';
import { useFormat } from '../shared/useFormat.js';
import { useText } from '../shared/useLocale.js';
import { useMe } from '../shared/useMe.js';
import { DeliveryDetail } from './DeliveryDetail.js';
import { wordless } from './wordless.js';

const COLORS = {
  planned: 'default',
  sending: 'info',
  sent: 'success',
  failed: 'error',
  bounced: 'error',
  suppressed: 'default',
  held: 'warning',
} as const;
const STATES = Object.keys(COLORS);
const CHANNELS = ['inbox', 'email', 'robot'];
const KINDS = ['reminder', 'nudge', 'briefing', 'correction', 'test'];

/** What became of each message. The filters are in the address. */
export const DeliveryList = () => {
  const translate = useTranslate();
  const format = useFormat();
  const textIn = useText();
  const [opened, setOpened] = useState<Delivery | null>(null);
  const T = (key: string, options?: object) => translate(`resources.deliveries.${key}`, options);
  const choice = (source: string, ids: readonly string[]) => (
    <SelectInput
      key={source}
      source={source}
      label={T(`fields.${source}`)}
      choices={ids.map((id) => ({ id, name: `resources.deliveries.${source}.${id}` }))}
      alwaysOn
      emptyText="common.all"
    />
  );
  return (
    <List<Delivery>
      filters={[
        <SearchInput key="q" source="q" alwaysOn placeholder={T('fields.q')} sx={{ minWidth: 220 }} />,
        choice('state', STATES),
        choice('channel', CHANNELS),
        choice('kind', KINDS),
      ]}
      actions={
        <TopToolbar>
          <SavedViews />
        </TopToolbar>
      }
      sort={{ field: 'createdAt', order: 'DESC' }}
      exporter={false}
      empty={<EmptyTeaches icon={MarkEmailReadOutlined} title={T('empty.title')} text={T('empty.text')} />}
      error={<ListFailed />}
      title={T('name')}
    >
      <DataTable<Delivery>
        bulkActionButtons={false}
        rowClick={false}
        // A phone has room for whom, what and what became of it.
        sx={{ '& .column-createdAt, & .column-sentAt': { display: { xs: 'none', sm: 'table-cell' } } }}
        empty={<Typography sx={{ p: 3 }}>{translate('list.none_found')}</Typography>}
      >
        <DataTable.Col<Delivery> source="createdAt" render={(one) => format.instant(one.createdAt)} />
        <DataTable.Col<Delivery>
          source="to"
          disableSort
          render={({ person, robot, channel }) => (
            <>
              {person?.name ?? robot?.name}
              <Box sx={{ color: 'text.secondary', fontSize: 12.5 }}>{T(`channel.${channel}`)}</Box>
            </>
          )}
        />
        <DataTable.Col<Delivery>
          source="message"
          disableSort
          render={(one) => (
            <>
              <Link component="button" onClick={() => setOpened(one)} sx={{ textAlign: 'start' }}>
                {one.message ? textIn(one.message.title) : T(wordless(one.state))}
              </Link>
              <Box sx={{ color: 'text.secondary', fontSize: 12.5 }}>{T(`kind.${one.kind}`)}</Box>
            </>
          )}
        />
        <DataTable.Col<Delivery>
          source="state"
          disableSort
          render={({ state, reason, notBefore }) => (
            <>
              <Chip size="small" variant="outlined" color={COLORS[state]} label={T(`state.${state}`)} />
              <Box sx={{ color: 'text.secondary', fontSize: 12.5, maxWidth: 320, overflowWrap: 'anywhere' }}>
                {reason && T(`reason.${reason}`, { _: reason })}
                {state === 'planned' && <Box>{T('from', { when: format.instant(notBefore) })}</Box>}
              </Box>
            </>
          )}
        />
        <DataTable.Col<Delivery>
          source="sentAt"
          render={({ sentAt, readAt }) => (
            <>
              {format.instant(sentAt)}
              {readAt && (
                <Box sx={{ color: 'text.secondary', fontSize: 12.5 }}>
                  {T('read', { when: format.instant(readAt) })}
                </Box>
              )}
            </>
          )}
        />
        <DataTable.Col<Delivery>
          source="actions"
          label="common.actions"
          disableSort
          render={(one) => <RetryButton delivery={one} />}
        />
      </DataTable>
      {opened && <DeliveryDetail delivery={opened} onClose={() => setOpened(null)} />}
    </List>
  );
};

const RetryButton = ({ delivery }: { delivery: Delivery }) => {
  const translate = useTranslate();
  const api = useDataProvider<ReadyroomDataProvider>();
  const notify = useNotify();
  const refresh = useRefresh();
  const textOf = useErrorText();
  const { can } = useMe();
  const retry = useMutation({
    mutationFn: () => api.retryDelivery(delivery.id),
    onSuccess: () => {
      notify('resources.deliveries.retried', { type: 'success' });
      refresh();
    },
    onError: (error) => notify(textOf(error), { type: 'error' }),
  });
  const stuck = ['failed', 'bounced', 'held'].includes(delivery.state);
  if (!stuck || !can('deliveries', 'retry')) return null;
  return (
    <Button size="small" loading={retry.isPending} onClick={() => retry.mutate()}>
      {translate('resources.deliveries.retry')}
    </Button>
  );
};
