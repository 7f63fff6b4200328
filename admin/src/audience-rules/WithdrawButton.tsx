import { Button } from '@mui/material';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Confirm, useDataProvider, useNotify, useRefresh, useTranslate } from 'react-admin';
import type { AudienceRule } from '../providers/contract.js';
import type { ReadyroomDataProvider } from '../providers/dataProvider.js';
import { useNotifyError } from '../shared/useErrorText.js';
import { useFormat } from '../shared/useFormat.js';

/** Withdraws an assignment after saying what that takes away and what it leaves. */
export const WithdrawButton = ({ rule }: { rule: AudienceRule }) => {
  const translate = useTranslate();
  const format = useFormat();
  const notify = useNotify();
  const refresh = useRefresh();
  const dataProvider = useDataProvider<ReadyroomDataProvider>();
  const [isAsking, setAsking] = useState(false);
  const { mutate, isPending } = useMutation({
    mutationFn: () => dataProvider.withdrawAudienceRule(rule.id),
    onSuccess: () => {
      notify('resources.audience-rules.withdrawn', { type: 'success' });
      refresh();
    },
    onError: useNotifyError(),
    onSettled: () => setAsking(false),
  });
  return (
    <>
      <Button color="error" onClick={() => setAsking(true)}>
        {translate('resources.audience-rules.withdraw')}
      </Button>
      <Confirm
        isOpen={isAsking}
        loading={isPending}
        title={translate('resources.audience-rules.withdraw_title')}
        content={translate('resources.audience-rules.withdraw_text', {
          open: format.number(rule.assigned - rule.completed),
        })}
        confirm="resources.audience-rules.withdraw"
        confirmColor="warning"
        onConfirm={() => mutate()}
        onClose={() => setAsking(false)}
      />
    </>
  );
};
