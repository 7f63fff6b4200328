import { Alert, Button, Dialog, DialogActions, DialogContent, DialogTitle, Typography } from '@mui/material';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useDataProvider, useNotify, useRefresh, useTranslate } from 'react-admin';
import type { AudienceRule } from '../providers/contract.js';
import type { ReadyroomDataProvider } from '../providers/dataProvider.js';
import { useErrorText } from '../shared/useErrorText.js';
import { Difference } from './difference/Difference.js';
import { useDifference } from './difference/useDifference.js';

/** Withdraws a rule after saying from whom that takes something and to whom it leaves what is done. */
export const WithdrawButton = ({ rule }: { rule: AudienceRule }) => {
  const translate = useTranslate();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button color="error" onClick={() => setOpen(true)}>
        {translate('resources.audience-rules.withdraw')}
      </Button>
      {isOpen && <Withdraw rule={rule} onClose={() => setOpen(false)} />}
    </>
  );
};

const Withdraw = ({ rule, onClose }: { rule: AudienceRule; onClose: () => void }) => {
  const translate = useTranslate();
  const notify = useNotify();
  const refresh = useRefresh();
  const textOf = useErrorText();
  const api = useDataProvider<ReadyroomDataProvider>();
  const difference = useDifference({ ruleId: rule.id, withdraw: true });
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => api.withdrawAudienceRule(rule.id),
    onSuccess: () => {
      onClose();
      notify('resources.audience-rules.withdrawn', { type: 'success' });
      refresh();
    },
  });
  const T = (key: string, values?: object) => translate(`resources.audience-rules.${key}`, values);
  return (
    <Dialog open onClose={onClose} maxWidth="sm" fullWidth aria-labelledby="withdraw-rule">
      <DialogTitle id="withdraw-rule">{T('withdraw_title', { name: rule.name })}</DialogTitle>
      <DialogContent>
        {error && (
          <Alert severity="error" sx={{ mb: 1 }}>
            {textOf(error)}
          </Alert>
        )}
        <Typography sx={{ lineHeight: 1.7 }}>{T('withdraw_text')}</Typography>
        <Difference difference={difference} groups={['ends', 'stays']} />
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{translate('common.cancel')}</Button>
        <Button
          variant="contained"
          color="warning"
          loading={isPending}
          disabled={!difference.data}
          onClick={() => mutate()}
        >
          {T('withdraw')}
        </Button>
      </DialogActions>
    </Dialog>
  );
};
