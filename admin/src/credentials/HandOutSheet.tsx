import DownloadOutlined from '@mui/icons-material/DownloadOutlined';
import PrintOutlined from '@mui/icons-material/PrintOutlined';
import {
  Alert,
  Box,
  Button,
  Card,
  Table,
  TableBody,
  TableCell,
  TableContainer,
  TableHead,
  TableRow,
  Typography,
} from '@mui/material';
import { useCallback, useEffect, useState } from 'react';
import { useTranslate } from 'react-admin';
import { useBlocker } from 'react-router';
import type { IssuedCredentials } from '../providers/contract.js';
import { csvOf, saveFile } from '../shared/csv.js';
import { useFormat } from '../shared/useFormat.js';
import { PrintSlips } from './PrintSlips.js';

/** Rows on screen; the whole list is in the file and on paper. */
const SHOWN = 100;

/** The list that is shown once: table on screen, CSV to save, slips to print. */
export const HandOutSheet = ({ issued, onAnother }: { issued: IssuedCredentials; onAnother: () => void }) => {
  const translate = useTranslate();
  const format = useFormat();
  const [isKept, setKept] = useState(false);
  const [isPrinting, setPrinting] = useState(false);
  const printed = useCallback(() => {
    setPrinting(false);
    setKept(true);
  }, []);
  const T = (key: string, values?: object) => translate(`credentials.${key}`, values);
  useWarnBeforeLeaving(!isKept, T('leave'));
  const headings = [
    translate('resources.people.fields.employeeNo'),
    translate('resources.people.fields.name'),
    translate('resources.people.fields.department'),
    translate('resources.people.fields.email'),
    T(`col_secret_${issued.kind}`),
  ];
  const until = format.instant(issued.expiresAt);
  const save = () => {
    const rows = issued.items.map((one) => [
      one.employeeNo,
      one.name,
      one.departmentPath,
      one.email,
      one.secret,
    ]);
    saveFile(`readyroom-${issued.kind}-${format.today()}.csv`, csvOf([headings, ...rows]));
    setKept(true);
  };

  return (
    <>
      <Box sx={{ '@media print': { display: 'none' } }}>
        <Alert severity="success" sx={{ mb: 1 }}>
          {T('made', { people: format.people(issued.items.length) })} {T('valid_until', { until })}
        </Alert>
        <Alert severity="warning" sx={{ mb: 2 }}>
          {T('once')}
        </Alert>
        <Box sx={{ display: 'flex', gap: 1, mb: 2, flexWrap: 'wrap' }}>
          <Button variant="contained" startIcon={<DownloadOutlined />} onClick={save}>
            {T('save_csv')}
          </Button>
          <Button
            variant="outlined"
            startIcon={<PrintOutlined />}
            onClick={() => setPrinting(true)}
            loading={isPrinting}
          >
            {T('print')}
          </Button>
          <Button onClick={() => (isKept || window.confirm(T('leave'))) && onAnother()}>
            {T('another')}
          </Button>
        </Box>
        <TableContainer component={Card} sx={{ maxHeight: '60vh' }} tabIndex={0}>
          <Table size="small" stickyHeader>
            <TableHead>
              <TableRow>
                {headings.map((heading) => (
                  <TableCell key={heading}>{heading}</TableCell>
                ))}
              </TableRow>
            </TableHead>
            <TableBody>
              {issued.items.slice(0, SHOWN).map((one) => (
                <TableRow key={one.personId}>
                  <TableCell>{one.employeeNo}</TableCell>
                  <TableCell sx={{ whiteSpace: 'nowrap' }}>{one.name}</TableCell>
                  <TableCell>{one.departmentPath}</TableCell>
                  <TableCell>{one.email ?? '—'}</TableCell>
                  <TableCell sx={{ overflowWrap: 'anywhere' }}>
                    <Typography component="code" sx={{ fontFamily: 'ui-monospace, monospace', fontSize: 13 }}>
                      {one.secret}
                    </Typography>
                  </TableCell>
                </TableRow>
              ))}
            </TableBody>
          </Table>
        </TableContainer>
        {issued.items.length > SHOWN && (
          <Typography variant="body2" color="text.secondary" sx={{ mt: 1 }}>
            {T('more', { count: format.number(issued.items.length - SHOWN) })}
          </Typography>
        )}
      </Box>
      {isPrinting && <PrintSlips issued={issued} until={until} onPrinted={printed} />}
    </>
  );
};

/** Asks before the list is lost, whether by a link of the console or by closing the tab. */
function useWarnBeforeLeaving(isLossy: boolean, question: string): void {
  const blocker = useBlocker(isLossy);
  useEffect(() => {
    if (blocker.state !== 'blocked') return;
    if (window.confirm(question)) blocker.proceed();
    else blocker.reset();
  }, [blocker, question]);
  useEffect(() => {
    if (!isLossy) return undefined;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [isLossy]);
}
