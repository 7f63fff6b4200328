import MailOutlineOutlined from '@mui/icons-material/MailOutlineOutlined';
import {
  Box,
  Button,
  Chip,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  Link,
  Typography,
} from '@mui/material';
import { useState } from 'react';
import { DataTable, List, SearchInput, SelectInput, useTranslate } from 'react-admin';
import type { MailRecord } from '../providers/contract.js';
import { EmptyTeaches } from '../shared/EmptyTeaches.js';
import { ListFailed } from '../shared/ListFailed.js';
import { useFormat } from '../shared/useFormat.js';

const STATES = ['waiting', 'sent', 'kept', 'failed'] as const;
const COLORS = { waiting: 'info', sent: 'success', kept: 'warning', failed: 'error' } as const;

/** Every mail with its text: what a newcomer without a mail server reads instead of a mailbox. */
export const MailList = () => {
  const translate = useTranslate();
  const format = useFormat();
  const [opened, setOpened] = useState<MailRecord | null>(null);
  const T = (key: string, options?: object) => translate(`resources.mails.${key}`, options);
  return (
    <List<MailRecord>
      filters={[
        <SearchInput key="q" source="q" alwaysOn placeholder={T('fields.q')} sx={{ minWidth: 240 }} />,
        <SelectInput
          key="state"
          source="state"
          label={T('fields.state')}
          choices={STATES.map((id) => ({ id, name: `resources.mails.state.${id}` }))}
          alwaysOn
          emptyText="common.all"
        />,
      ]}
      sort={{ field: 'createdAt', order: 'DESC' }}
      exporter={false}
      actions={false}
      empty={<EmptyTeaches icon={MailOutlineOutlined} title={T('empty.title')} text={T('empty.text')} />}
      error={<ListFailed />}
      title={T('name')}
    >
      <DataTable<MailRecord>
        bulkActionButtons={false}
        rowClick={false}
        empty={<Typography sx={{ p: 3 }}>{translate('list.none_found')}</Typography>}
      >
        <DataTable.Col<MailRecord> source="createdAt" render={(mail) => format.instant(mail.createdAt)} />
        <DataTable.Col<MailRecord>
          source="to"
          disableSort
          render={({ person, to }) => (
            <>
              {person.name}
              <Box sx={{ color: 'text.secondary', fontSize: 12.5 }}>{to ?? T('no_address')}</Box>
            </>
          )}
        />
        <DataTable.Col<MailRecord>
          source="subject"
          disableSort
          render={(mail) => (
            <Link component="button" onClick={() => setOpened(mail)} sx={{ textAlign: 'start' }}>
              {mail.subject}
            </Link>
          )}
        />
        <DataTable.Col<MailRecord>
          source="state"
          disableSort
          render={({ state }) => (
            <Chip size="small" variant="outlined" color={COLORS[state]} label={T(`state.${state}`)} />
          )}
        />
      </DataTable>
      {opened && <MailText mail={opened} onClose={() => setOpened(null)} />}
    </List>
  );
};

const MailText = ({ mail, onClose }: { mail: MailRecord; onClose: () => void }) => {
  const translate = useTranslate();
  const T = (key: string, options?: object) => translate(`resources.mails.${key}`, options);
  return (
    <Dialog open onClose={onClose} aria-labelledby="mail-title" fullWidth maxWidth="md">
      <DialogTitle id="mail-title">{mail.subject}</DialogTitle>
      <DialogContent>
        {mail.reason && (
          <Typography variant="body2" sx={{ mb: 1 }}>
            {T(`reason.${mail.reason}`, { _: mail.reason })}
            {mail.attempts > 0 && ` · ${T('attempts', { smart_count: mail.attempts })}`}
          </Typography>
        )}
        <Typography
          component="pre"
          sx={{ font: 'inherit', whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', m: 0 }}
        >
          {mail.body}
        </Typography>
        {mail.calendar && (
          <Typography variant="body2" color="text.secondary" sx={{ mt: 1 }}>
            {T('calendar')}
          </Typography>
        )}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{translate('common.close')}</Button>
      </DialogActions>
    </Dialog>
  );
};
