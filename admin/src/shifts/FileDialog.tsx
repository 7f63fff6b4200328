import { Alert, Box, Button, Dialog, DialogActions, DialogContent, DialogTitle, LinearProgress, Link, Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material'; // prettier-ignore
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useDataProvider, useNotify, useTranslate } from 'react-admin';
import type { ShiftFileReport } from '../providers/contract.js';
import type { ReadyroomDataProvider } from '../providers/dataProvider.js';
import { ApiError, apiUrl } from '../providers/http.js';
import { useErrorText } from '../shared/useErrorText.js';
import { useFormat } from '../shared/useFormat.js';
import { useLocale } from '../shared/useLocale.js';
import { wallOf } from './week.js';
import { ZonePicker } from './ZonePicker.js';

/** A label that looks like a button; the file field in it is what has a role. */
const NOT_A_BUTTON = { role: undefined };

/** A roster from a file: read and checked first, written only when every row is right. */
export const FileDialog = ({ timeZone: given, onClose }: { timeZone: string; onClose: () => void }) => {
  const translate = useTranslate();
  const locale = useLocale();
  const format = useFormat();
  const api = useDataProvider<ReadyroomDataProvider>();
  const client = useQueryClient();
  const notify = useNotify();
  const textOf = useErrorText();
  const [file, setFile] = useState<File | null>(null);
  const [timeZone, setTimeZone] = useState(given);
  const T = (key: string, options?: object) => translate(`shifts.${key}`, options);
  const check = useMutation({
    mutationFn: (what: { file: File; timeZone: string }) => api.checkShiftFile(what.file, what.timeZone),
  });
  const write = useMutation({
    mutationFn: () => api.importShiftFile(file!, timeZone),
    onSuccess: async ({ fresh, unchanged }) => {
      notify('shifts.imported', { type: 'success', messageArgs: { fresh, unchanged } });
      await client.invalidateQueries({ queryKey: ['roster'] });
      onClose();
    },
  });
  const read = (next: File, zone: string) => {
    setFile(next);
    write.reset();
    check.mutate({ file: next, timeZone: zone });
  };
  const error: unknown = check.error ?? write.error;
  const report = check.data;
  return (
    <Dialog
      open
      fullWidth
      maxWidth="md"
      onClose={() => !write.isPending && onClose()}
      aria-labelledby="shift-file"
    >
      <DialogTitle id="shift-file">{T('import')}</DialogTitle>
      <DialogContent sx={{ display: 'grid', gap: 2 }}>
        <Typography variant="body2" color="text.secondary">
          {T('import_lead')}{' '}
          <Link href={apiUrl('shifts/template', { locale })} download>
            {T('template')}
          </Link>
        </Typography>
        <Box sx={{ display: 'flex', gap: 2, flexWrap: 'wrap', alignItems: 'center', pt: 1 }}>
          <Box sx={{ flex: '1 1 260px' }}>
            <ZonePicker
              value={timeZone}
              onChange={(zone) => {
                setTimeZone(zone);
                if (file) read(file, zone);
              }}
            />
          </Box>
          <Button component="label" variant="outlined" {...NOT_A_BUTTON} tabIndex={-1}>
            {T('choose_file')}
            <input
              type="file"
              aria-label={T('choose_file')}
              accept=".csv,text/csv"
              style={{ position: 'absolute', inset: 0, opacity: 0, cursor: 'pointer' }}
              onChange={({ target }) => {
                const [next] = target.files ?? [];
                if (next) read(next, timeZone);
                target.value = '';
              }}
            />
          </Button>
          <Typography variant="body2">{file?.name}</Typography>
        </Box>
        {check.isPending && <LinearProgress aria-label={T('import')} />}
        {error ? (
          <Alert severity="error">
            {textOf(error)}
            {error instanceof ApiError && error.code === 'shift_file.column_missing' && (
              <Box component="span" sx={{ display: 'block' }}>
                {error.details.map(({ path }) => T(`column.${path}`)).join(T('comma'))}
              </Box>
            )}
          </Alert>
        ) : null}
        {report && !check.isPending && <Report report={report} />}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose} disabled={write.isPending}>
          {translate('ra.action.cancel')}
        </Button>
        <Button
          variant="contained"
          disabled={!report || report.errorCount > 0 || report.rows === 0 || check.isPending}
          loading={write.isPending}
          onClick={() => write.mutate()}
        >
          {report ? T('write', { rows: format.number(report.rows) }) : T('write_none')}
        </Button>
      </DialogActions>
    </Dialog>
  );
};

const Report = ({ report }: { report: ShiftFileReport }) => {
  const translate = useTranslate();
  const format = useFormat();
  const T = (key: string, options?: object) => translate(`shifts.${key}`, options);
  const wall = (instant: string, timeZone: string) => {
    const { day, time } = wallOf(instant, timeZone);
    return `${day} ${time}`;
  };
  return (
    <Box sx={{ display: 'grid', gap: 1.5 }} role="status">
      <Alert severity={report.errorCount > 0 ? 'error' : 'success'}>
        {report.errorCount > 0
          ? T('file_wrong', { errors: format.number(report.errorCount), rows: format.number(report.rows) })
          : T('file_right', {
              rows: format.number(report.rows),
              fresh: format.number(report.fresh),
              unchanged: format.number(report.unchanged),
              replaced: format.number(report.replaced),
            })}
      </Alert>
      <Typography variant="body2" color="text.secondary">
        {T('columns_read', {
          columns: report.columns
            .map(({ column, heading }) =>
              heading === T(`column.${column}`) ? heading : `${heading} → ${T(`column.${column}`)}`,
            )
            .join(T('comma')),
        })}
        {report.ignoredColumns.length > 0 &&
          ` ${T('columns_ignored', { columns: report.ignoredColumns.join(T('comma')) })}`}
      </Typography>
      <Box sx={{ overflowX: 'auto' }} tabIndex={0} role="region" aria-label={T('rows_title')}>
        {report.errorCount > 0 ? (
          <Table size="small">
            <TableHead>
              <TableRow>
                {['line', 'where', 'value', 'reason'].map((column) => (
                  <TableCell key={column}>{T(`error_${column}`)}</TableCell>
                ))}
              </TableRow>
            </TableHead>
            <TableBody>
              {report.errors.map((one) => (
                <TableRow key={`${one.line}-${one.column}-${one.code}-${one.otherLine}`}>
                  <TableCell>{one.line}</TableCell>
                  <TableCell>{one.column ? T(`column.${one.column}`) : '—'}</TableCell>
                  <TableCell sx={{ overflowWrap: 'anywhere' }}>{one.value || '—'}</TableCell>
                  <TableCell>{T(`row_error.${one.code}`, { line: one.otherLine })}</TableCell>
                </TableRow>
              ))}
            </TableBody>
          </Table>
        ) : (
          <Table size="small">
            <TableHead>
              <TableRow>
                {['line', 'person', 'from', 'to', 'zone'].map((column) => (
                  <TableCell key={column}>{T(`sample_${column}`)}</TableCell>
                ))}
              </TableRow>
            </TableHead>
            <TableBody>
              {report.sample.map((one) => (
                <TableRow key={one.line}>
                  <TableCell>{one.line}</TableCell>
                  <TableCell>
                    {one.name} · {one.employeeNo}
                  </TableCell>
                  <TableCell>{wall(one.startsAt, one.timeZone)}</TableCell>
                  <TableCell>{wall(one.endsAt, one.timeZone)}</TableCell>
                  <TableCell>{one.timeZone}</TableCell>
                </TableRow>
              ))}
            </TableBody>
          </Table>
        )}
      </Box>
    </Box>
  );
};
