import {
  Box,
  Card,
  Table,
  TableBody,
  TableCell,
  TableContainer,
  TableHead,
  TableRow,
  Typography,
} from '@mui/material';
import { useTranslate } from 'react-admin';
import type { PeopleImport } from '../providers/contract.js';

/** What of a new person is worth a glance. */
const NEW_COLUMNS = ['department', 'position', 'tier', 'email', 'location'];

export const ImportSample = ({ one }: { one: PeopleImport }) => {
  const translate = useTranslate();
  const T = (key: string, values?: object) => translate(`resources.people-imports.${key}`, values);
  return (
    <Card component="section" aria-labelledby="import-sample">
      <Typography id="import-sample" variant="h6" component="h2" sx={{ p: 2.5, pb: 1 }}>
        {T('sample', { count: one.sample.length })}
      </Typography>
      <TableContainer sx={{ maxHeight: 460 }} tabIndex={0}>
        <Table size="small" stickyHeader>
          <TableHead>
            <TableRow>
              <TableCell>{T('sample_line')}</TableCell>
              <TableCell>{T('sample_action')}</TableCell>
              <TableCell>{translate('resources.people.fields.employeeNo')}</TableCell>
              <TableCell>{translate('resources.people.fields.name')}</TableCell>
              <TableCell>{T('sample_changes')}</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {one.sample.map((row) => (
              <TableRow key={row.line}>
                <TableCell>{row.line}</TableCell>
                <TableCell
                  sx={{ whiteSpace: 'nowrap', color: row.action === 'error' ? 'error.main' : undefined }}
                >
                  {T(`action.${row.action}`)}
                </TableCell>
                <TableCell>{row.employeeNo}</TableCell>
                <TableCell sx={{ whiteSpace: 'nowrap' }}>{row.name}</TableCell>
                <TableCell>
                  {row.action === 'update'
                    ? row.changes.map((change) => (
                        <Box key={change.column} component="span" sx={{ mr: 2, display: 'inline-block' }}>
                          <Box component="span" sx={{ color: 'text.secondary' }}>
                            {change.column}
                          </Box>{' '}
                          <del>{change.from ?? '—'}</del> →{' '}
                          <ins style={{ textDecoration: 'none', fontWeight: 600 }}>{change.to ?? '—'}</ins>
                        </Box>
                      ))
                    : NEW_COLUMNS.map((name) => row.changes.find((change) => change.column === name)?.to)
                        .filter(Boolean)
                        .join(' · ')}
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </TableContainer>
    </Card>
  );
};
