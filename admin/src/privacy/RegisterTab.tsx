import {
  Box,
  Card,
  Skeleton,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableRow,
  TextField,
  Typography,
} from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useDataProvider, useTranslate } from 'react-admin';
import type { PersonalRegister } from '../providers/contract.js';
import type { ReadyroomDataProvider } from '../providers/dataProvider.js';
import { LoadFailed } from '../shared/LoadFailed.js';
import { blocksOnPhones } from '../shared/visuallyHidden.js';
import { useText } from '../shared/useLocale.js';

type Registered = PersonalRegister['tables'][number];
const ORDER = ['pseudonym', 'null', 'redact', 'delete', 'secret', 'keep'] as const;

/** The register of personal columns, table by table. */
export const RegisterTab = () => {
  const translate = useTranslate();
  const textIn = useText();
  const api = useDataProvider<ReadyroomDataProvider>();
  const [words, setWords] = useState('');
  const { data, error, refetch } = useQuery({
    queryKey: ['personal-register'],
    queryFn: ({ signal }) => api.getPersonalRegister(signal),
  });
  if (error) return <LoadFailed error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton variant="rounded" height={420} />;
  const wanted = words.trim().toLowerCase();
  const shown = data.tables.filter((one) =>
    [one.table, textIn(one.label), textIn(one.purpose), ...one.columns.map(({ column }) => column)].some(
      (name) => name.toLowerCase().includes(wanted),
    ),
  );
  return (
    <>
      <Typography color="text.secondary" sx={{ mb: 1, lineHeight: 1.7 }}>
        {translate('privacy.register_lead')}
      </Typography>
      <TextField
        type="search"
        label={translate('privacy.search')}
        value={words}
        onChange={(event) => setWords(event.target.value)}
        sx={{ maxWidth: 360 }}
      />
      {shown.length === 0 ? (
        <Typography sx={{ my: 2 }}>{translate('privacy.nothing_found')}</Typography>
      ) : (
        <Card sx={{ my: 1 }}>
          <Table size="small" sx={blocksOnPhones}>
            <TableHead>
              <TableRow>
                {['table', 'purpose', 'kept', 'columns'].map((key) => (
                  <TableCell key={key}>{translate(`privacy.${key}`)}</TableCell>
                ))}
              </TableRow>
            </TableHead>
            <TableBody>
              {shown.map((one) => (
                <Row key={one.table} registered={one} />
              ))}
            </TableBody>
          </Table>
        </Card>
      )}
      <Typography variant="body2" color="text.secondary">
        {translate('privacy.not_personal', { tables: data.notPersonal.join(', ') })}
      </Typography>
    </>
  );
};

const Row = ({ registered }: { registered: Registered }) => {
  const translate = useTranslate();
  const textIn = useText();
  const { table, label, purpose, basis, retention, why, columns } = registered;
  return (
    <TableRow sx={{ verticalAlign: 'top' }}>
      <TableCell component="th" scope="row">
        {textIn(label)}
        <Box component="code" sx={{ display: 'block', color: 'text.secondary' }}>
          {table}
        </Box>
      </TableCell>
      <TableCell>
        {textIn(purpose)}
        <Typography variant="body2" color="text.secondary">
          {translate(`privacy.of.${basis}`)}
        </Typography>
      </TableCell>
      <TableCell>{textIn(retention)}</TableCell>
      <TableCell>
        {ORDER.map((onErasure) => {
          const names = columns.filter((column) => column.onErasure === onErasure);
          if (names.length === 0) return null;
          return (
            <Typography key={onErasure} variant="body2" sx={{ overflowWrap: 'anywhere' }}>
              <strong>{translate(`privacy.on.${onErasure}`)}</strong>{' '}
              <code>{names.map(({ column }) => column).join(', ')}</code>
            </Typography>
          );
        })}
        {columns.length === 0 && (
          <Typography variant="body2" color="text.secondary">
            {translate('privacy.nothing_personal')}
          </Typography>
        )}
        {why && (
          <Typography variant="body2" color="text.secondary">
            {translate('privacy.why', { why: textIn(why) })}
          </Typography>
        )}
      </TableCell>
    </TableRow>
  );
};
