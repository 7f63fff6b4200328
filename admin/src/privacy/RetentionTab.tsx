import {
  Alert,
  Box,
  Button,
  Card,
  Checkbox,
  FormControlLabel,
  InputAdornment,
  Skeleton,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableRow,
  TextField,
  Typography,
} from '@mui/material';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Confirm, useDataProvider, useNotify, useTranslate } from 'react-admin';
import type { Retention } from '../providers/contract.js';
import type { ReadyroomDataProvider } from '../providers/dataProvider.js';
import { LoadFailed } from '../shared/LoadFailed.js';
import { useErrorText } from '../shared/useErrorText.js';
import { useFormat } from '../shared/useFormat.js';
import { blocksOnPhones } from '../shared/visuallyHidden.js';
import { useMe } from '../shared/useMe.js';
import { RETENTION_KEY, useRetention } from './useRetention.js';

/** How long things are kept, and what would go now. */
export const RetentionTab = () => {
  const { data, error, refetch } = useRetention();
  if (error) return <LoadFailed error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton variant="rounded" height={420} />;
  return <RetentionForm key={JSON.stringify(data.settings)} retention={data} />;
};

const RetentionForm = ({ retention }: { retention: Retention }) => {
  const translate = useTranslate();
  const T = (key: string, values?: object) => translate(`privacy.${key}`, values);
  const notify = useNotify();
  const textOf = useErrorText();
  const { instant, number } = useFormat();
  const { can } = useMe();
  const client = useQueryClient();
  const api = useDataProvider<ReadyroomDataProvider>();
  const mayEdit = can('privacy', 'edit');
  const [days, setDays] = useState<Record<string, string>>(() =>
    Object.fromEntries(Object.entries(retention.settings.days).map(([rule, n]) => [rule, String(n)])),
  );
  const [months, setMonths] = useState(String(retention.settings.eraseAfterMonths ?? ''));
  const [byItself, setByItself] = useState(retention.settings.eraseByItself);
  const [isAsking, setAsking] = useState(false);
  const done = (saved: Retention) => {
    client.setQueryData(RETENTION_KEY, saved);
    notify('common.saved', { type: 'success' });
  };
  const save = useMutation({
    mutationFn: () =>
      api.saveRetention({
        days: Object.fromEntries(Object.entries(days).map(([rule, n]) => [rule, Number(n)])) as never,
        eraseAfterMonths: months === '' ? null : Number(months),
        eraseByItself: byItself && months !== '',
      }),
    onSuccess: done,
  });
  const run = useMutation({ mutationFn: () => api.runRetention(), onSuccess: done });
  const error = save.error ?? run.error;
  const rules = Object.keys(retention.due);
  const { eraseAfterMonths, eraseByItself } = retention.settings;
  return (
    <Box
      component="form"
      sx={{ display: 'grid', gap: 2, maxWidth: 820 }}
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      <Typography color="text.secondary">{T('retention_lead')}</Typography>
      {error && <Alert severity="error">{textOf(error)}</Alert>}
      <Card>
        <Table size="small" sx={blocksOnPhones}>
          <TableHead>
            <TableRow>
              <TableCell>{T('what')}</TableCell>
              <TableCell>{T('kept_for')}</TableCell>
              <TableCell align="right">{T('due')}</TableCell>
              <TableCell>{T('next')}</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {rules.map((rule) => (
              <TableRow key={rule}>
                <TableCell component="th" scope="row">
                  {T(`rule.${rule}`)}
                </TableCell>
                <TableCell data-label={rule === 'people' ? undefined : T('kept_for')}>
                  {rule === 'people' &&
                    (eraseAfterMonths === null
                      ? T('never')
                      : T(eraseByItself ? 'by_itself_after' : 'proposed_after', {
                          months: eraseAfterMonths,
                        }))}
                  {rule in days && !mayEdit && T('n_days', { n: days[rule] })}
                  {rule in days && mayEdit && (
                    <TextField
                      type="number"
                      size="small"
                      margin="none"
                      value={days[rule]}
                      onChange={(event) => setDays({ ...days, [rule]: event.target.value })}
                      slotProps={{
                        input: {
                          endAdornment: <InputAdornment position="end">{T('days_unit')}</InputAdornment>,
                        },
                        htmlInput: {
                          min: 1,
                          max: 3650,
                          required: true,
                          'aria-label': `${T(`rule.${rule}`)} ${T('days')}`,
                        },
                      }}
                      sx={{ width: 110 }}
                    />
                  )}
                </TableCell>
                <TableCell align="right" data-label={T('due')}>
                  {number(retention.due[rule] ?? 0)}
                </TableCell>
                <TableCell sx={{ whiteSpace: 'nowrap' }} data-label={T('next')}>
                  {instant(retention.next[rule])}
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </Card>
      {mayEdit && (
        <>
          <TextField
            type="number"
            label={T('months')}
            helperText={T('months_help')}
            value={months}
            onChange={(event) => setMonths(event.target.value)}
            slotProps={{ htmlInput: { min: 1, max: 240 } }}
            sx={{ maxWidth: 260 }}
          />
          <FormControlLabel
            control={
              <Checkbox
                checked={byItself}
                disabled={months === ''}
                onChange={(_event, checked) => setByItself(checked)}
              />
            }
            label={T('by_itself')}
          />
          <Typography variant="body2" color="text.secondary">
            {T('tell')}
          </Typography>
        </>
      )}
      <Typography variant="body2" color="text.secondary">
        {retention.lastRun ? T('last_run', { date: instant(retention.lastRun.at) }) : T('never_run')}
      </Typography>
      {mayEdit && (
        <Box sx={{ display: 'flex', gap: 1 }}>
          <Button type="submit" variant="contained" loading={save.isPending}>
            {translate('common.save')}
          </Button>
          <Button loading={run.isPending} onClick={() => setAsking(true)}>
            {T('run')}
          </Button>
        </Box>
      )}
      <Confirm
        isOpen={isAsking}
        title={T('run')}
        content={T('run_confirm')}
        onConfirm={() => {
          setAsking(false);
          run.mutate();
        }}
        onClose={() => setAsking(false)}
      />
    </Box>
  );
};
