import { Table, TableBody, TableCell, TableContainer, TableHead, TableRow, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { Certification } from '../../providers/contract.js';
import { useFormat } from '../../shared/useFormat.js';
import { useText } from '../../shared/useLocale.js';

const COLUMNS = ['number', 'path', 'opens', 'due', 'completed', 'valid', 'note'] as const;

/** Each time that the program was completed, or is to be, newest first. */
export const PeriodTable = ({ certification, label }: { certification: Certification; label: string }) => {
  const translate = useTranslate();
  const textIn = useText();
  const format = useFormat();
  const T = (key: string, options?: object) => translate(`resources.certification.${key}`, options);
  return (
    <TableContainer tabIndex={0} role="region" aria-label={label}>
      <Table size="small">
        <TableHead>
          <TableRow>
            {COLUMNS.map((column) => (
              <TableCell key={column} scope="col">
                {T(`period.${column}`)}
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {certification.periods.map((period) => {
            const { id, number, path, opensOn, dueOn, completedAt, programVersion } = period;
            const { validFrom, validUntil, revoked, pulledForward } = period;
            return (
              <TableRow key={id}>
                <TableCell component="th" scope="row">
                  {number}
                </TableCell>
                <TableCell>{T(`path.${path}`)}</TableCell>
                <TableCell>{format.day(opensOn)}</TableCell>
                <TableCell>{format.day(dueOn)}</TableCell>
                <TableCell>
                  {completedAt
                    ? T('period.completed_version', {
                        instant: format.instant(completedAt),
                        version: programVersion,
                      })
                    : T('period.open')}
                </TableCell>
                <TableCell>
                  {validFrom
                    ? T('period.from_to', {
                        from: format.day(validFrom),
                        to: validUntil ? format.day(validUntil) : T('for_ever'),
                      })
                    : '—'}
                </TableCell>
                <TableCell sx={{ minWidth: 180 }}>
                  {revoked && (
                    <Typography variant="body2" color="error.main">
                      {T('period.revoked', {
                        instant: format.instant(revoked.at),
                        name: revoked.by.name,
                        reason: revoked.reason,
                      })}
                    </Typography>
                  )}
                  {pulledForward && (
                    <Typography variant="body2">
                      {T('period.pulled_forward', { why: textIn(pulledForward) })}
                    </Typography>
                  )}
                </TableCell>
              </TableRow>
            );
          })}
        </TableBody>
      </Table>
    </TableContainer>
  );
};
