import {
  Alert,
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  Skeleton,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableRow,
  TextField,
  Typography,
} from '@mui/material';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useDataProvider, useNotify, useRefresh, useTranslate } from 'react-admin';
import type { ErasurePreview } from '../providers/contract.js';
import type { ReadyroomDataProvider } from '../providers/dataProvider.js';
import { useErrorText } from '../shared/useErrorText.js';
import { useFormat } from '../shared/useFormat.js';
import { useText } from '../shared/useLocale.js';

interface Props {
  personId: string;
  onClose: () => void;
  onErased?: () => void;
}

/** First step: what goes, what stays and why. Second step: the employee number, typed. */
export const EraseDialog = ({ personId, onClose, onErased }: Props) => {
  const translate = useTranslate();
  const T = (key: string, values?: object) => translate(`privacy.${key}`, values);
  const notify = useNotify();
  const refresh = useRefresh();
  const textOf = useErrorText();
  const api = useDataProvider<ReadyroomDataProvider>();
  const [employeeNo, setEmployeeNo] = useState('');
  const { data, error } = useQuery({
    queryKey: ['erasure', personId],
    queryFn: ({ signal }) => api.previewErasure(personId, signal),
    staleTime: 0,
  });
  const erase = useMutation({
    mutationFn: () => api.erasePerson(personId, { employeeNo: employeeNo.trim() }),
    onSuccess: ({ pseudonym }) => {
      notify('privacy.erase_done', { type: 'success', messageArgs: { pseudonym } });
      onErased?.();
      refresh();
      onClose();
    },
  });
  const isPossible = !!data && !data.obstacle && !data.erasedAt;
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="md" aria-labelledby="erase-title">
      <DialogTitle id="erase-title">
        {data ? T('erase_title', { name: data.name }) : <Skeleton width={280} />}
      </DialogTitle>
      <DialogContent sx={{ display: 'grid', gap: 2 }}>
        {(error ?? erase.error) && <Alert severity="error">{textOf(error ?? erase.error)}</Alert>}
        {data?.erasedAt && <Alert severity="info">{T('erase_already')}</Alert>}
        {data?.obstacle && <Alert severity="warning">{translate(`errors.${data.obstacle}`)}</Alert>}
        {isPossible && (
          <>
            <Typography>{T('erase_lead', { pseudonym: data.pseudonym })}</Typography>
            {data.namesake && <Alert severity="info">{T('erase_namesake')}</Alert>}
            <PreviewTable preview={data} />
            <TextField
              label={T('erase_confirm', { employeeNo: data.employeeNo })}
              value={employeeNo}
              autoComplete="off"
              onChange={(event) => setEmployeeNo(event.target.value)}
            />
          </>
        )}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{translate('common.cancel')}</Button>
        {isPossible && (
          <Button
            color="error"
            variant="contained"
            loading={erase.isPending}
            disabled={employeeNo.trim() !== data.employeeNo}
            onClick={() => erase.mutate()}
          >
            {T('erase')}
          </Button>
        )}
      </DialogActions>
    </Dialog>
  );
};

const PreviewTable = ({ preview }: { preview: ErasurePreview }) => {
  const translate = useTranslate();
  const textIn = useText();
  const { number } = useFormat();
  return (
    <Table size="small">
      <TableHead>
        <TableRow>
          <TableCell>{translate('privacy.table')}</TableCell>
          {['changed', 'mentions', 'stays'].map((key) => (
            <TableCell key={key} align="right">
              {translate(`privacy.erase_${key}`)}
            </TableCell>
          ))}
        </TableRow>
      </TableHead>
      <TableBody>
        {preview.tables.map(({ table, label, changed, mentions, stays, why }) => (
          <TableRow key={table}>
            <TableCell component="th" scope="row">
              {textIn(label)}
              {stays > 0 && why && (
                <Typography variant="body2" color="text.secondary">
                  {textIn(why)}
                </Typography>
              )}
            </TableCell>
            {[changed, mentions, stays].map((n, column) => (
              <TableCell key={column} align="right">
                {number(n)}
              </TableCell>
            ))}
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
};
