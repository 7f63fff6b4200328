import { Alert, Button, Dialog, DialogActions, DialogContent, DialogTitle, Typography } from '@mui/material';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useDataProvider, useNotify, useRefresh, useTranslate } from 'react-admin';
import type { PeopleImport } from '../providers/contract.js';
import type { ReadyroomDataProvider } from '../providers/dataProvider.js';
import { useErrorText } from '../shared/useErrorText.js';
import { useFormat } from '../shared/useFormat.js';

/** Carries an import out after a summary of what follows. */
export const CommitButton = ({ one }: { one: PeopleImport }) => {
  const translate = useTranslate();
  const format = useFormat();
  const notify = useNotify();
  const refresh = useRefresh();
  const textOf = useErrorText();
  const dataProvider = useDataProvider<ReadyroomDataProvider>();
  const [isAsking, setAsking] = useState(false);
  const T = (key: string, values?: object) => translate(`resources.people-imports.${key}`, values);
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => dataProvider.commitImport(one.id),
    onSuccess: ({ created, updated }) => {
      setAsking(false);
      notify('resources.people-imports.committed', {
        type: 'success',
        messageArgs: { created: format.number(created), updated: format.number(updated) },
      });
      refresh();
    },
  });
  const counts = Object.fromEntries(
    (['created', 'updated', 'leaving', 'unchanged'] as const).map((name) => [name, format.number(one[name])]),
  );
  return (
    <>
      <Button variant="contained" onClick={() => setAsking(true)}>
        {T('commit')}
      </Button>
      <Dialog
        open={isAsking}
        onClose={() => !isPending && setAsking(false)}
        maxWidth="xs"
        fullWidth
        aria-labelledby="commit-import"
      >
        <DialogTitle id="commit-import">{T('commit_title')}</DialogTitle>
        <DialogContent sx={{ display: 'grid', gap: 1 }}>
          {error && <Alert severity="error">{textOf(error)}</Alert>}
          <Typography sx={{ fontWeight: 600 }}>{T('commit_summary', counts)}</Typography>
          {one.departmentsCreated.length > 0 && (
            <Typography>{T('commit_departments', { smart_count: one.departmentsCreated.length })}</Typography>
          )}
          {one.leaving > 0 && <Typography>{T('commit_leaving')}</Typography>}
          <Typography color="text.secondary">{T('commit_whole')}</Typography>
        </DialogContent>
        <DialogActions>
          <Button onClick={() => setAsking(false)} disabled={isPending}>
            {translate('common.cancel')}
          </Button>
          <Button variant="contained" onClick={() => mutate()} loading={isPending}>
            {T('commit')}
          </Button>
        </DialogActions>
      </Dialog>
    </>
  );
};
