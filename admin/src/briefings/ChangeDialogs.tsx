import {
  Alert,
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  TextField,
  Typography,
} from '@mui/material';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useDataProvider, useTranslate } from 'react-admin';
import type { BriefingBoard } from '../providers/contract.js';
import type { ReadyroomDataProvider } from '../providers/dataProvider.js';
import { useErrorText } from '../shared/useErrorText.js';
import { documentOf, draftOf, isWhole } from './document.js';
import { Both, DocumentFields } from './DocumentFields.js';

export const StopDialog = ({ id, onClose }: { id: string; onClose: () => void }) => {
  const translate = useTranslate();
  const api = useDataProvider<ReadyroomDataProvider>();
  const [reason, setReason] = useState('');
  const T = (key: string) => translate(`briefings.${key}`);
  return (
    <ChangeDialog
      title={T('stop_title')}
      label={T('stop')}
      isReady={reason.trim() !== ''}
      change={() => api.stopBriefing(id, { reason })}
      onClose={onClose}
    >
      <Typography sx={{ mb: 2 }}>{T('stop_text')}</Typography>
      <TextField
        label={T('reason')}
        value={reason}
        required
        fullWidth
        onChange={({ target }) => setReason(target.value)}
      />
    </ChangeDialog>
  );
};

export const CorrectDialog = ({ board, onClose }: { board: BriefingBoard; onClose: () => void }) => {
  const translate = useTranslate();
  const api = useDataProvider<ReadyroomDataProvider>();
  // What was on the screen when the correction began: the board goes on changing behind it.
  const [after] = useState(board.briefing.version);
  const [document, setDocument] = useState(() => draftOf(board.document));
  const [changed, setChanged] = useState({ zh: '', en: '' });
  const T = (key: string) => translate(`briefings.${key}`);
  return (
    <ChangeDialog
      title={T('correct_title')}
      label={T('correct_send')}
      isReady={isWhole(document) && changed.zh.trim() !== '' && changed.en.trim() !== ''}
      change={() =>
        api.correctBriefing(board.briefing.id, { after, document: documentOf(document), changed })
      }
      onClose={onClose}
    >
      <Typography sx={{ mb: 2 }}>{T('correct_text')}</Typography>
      <Both label={T('changed')} value={changed} rows={2} onChange={setChanged} />
      <Typography variant="subtitle2" component="h3" sx={{ my: 2 }}>
        {T('what')}
      </Typography>
      <DocumentFields document={document} onChange={setDocument} />
    </ChangeDialog>
  );
};

interface Props {
  title: string;
  label: string;
  isReady: boolean;
  change: () => Promise<BriefingBoard>;
  onClose: () => void;
  children: ReactNode;
}
const ChangeDialog = ({ title, label, isReady, change, onClose, children }: Props) => {
  const translate = useTranslate();
  const textOf = useErrorText();
  const client = useQueryClient();
  const run = useMutation({
    mutationFn: change,
    onSuccess: (board) => {
      client.setQueryData(['briefing', board.briefing.id], board);
      onClose();
    },
  });
  return (
    <Dialog
      open
      fullWidth
      maxWidth="md"
      onClose={() => !run.isPending && onClose()}
      aria-labelledby="change-title"
    >
      <DialogTitle id="change-title">{title}</DialogTitle>
      <DialogContent>
        {children}
        {run.error ? (
          <Alert severity="error" sx={{ mt: 2 }}>
            {textOf(run.error)}
          </Alert>
        ) : null}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose} disabled={run.isPending}>
          {translate('ra.action.cancel')}
        </Button>
        <Button
          variant="contained"
          color="error"
          disabled={!isReady}
          loading={run.isPending}
          onClick={() => run.mutate()}
        >
          {label}
        </Button>
      </DialogActions>
    </Dialog>
  );
};
