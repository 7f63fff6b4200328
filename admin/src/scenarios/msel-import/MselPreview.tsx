import { Alert, Box, Card, Table, TableBody, TableCell, TableContainer, TableHead, TableRow, Typography } from '@mui/material'; // prettier-ignore
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import type { MselImport } from '../../providers/contract.js';
import { useLocale, useText } from '../../shared/useLocale.js';

const COUNTS = ['rows', 'added', 'changed', 'unchanged'] as const;

/** What the file would do: counts, rows with errors first, then every row. Nothing has been changed yet. */
export const MselPreview = ({ one, children }: { one: MselImport; children: ReactNode }) => {
  const translate = useTranslate();
  const textIn = useText();
  const locale = useLocale();
  const T = (key: string, options?: object) => translate(`resources.scenarios.import.${key}`, options);
  const counts = [
    ...COUNTS.map((name) => ({ name, value: one[name] })),
    { name: 'removed', value: one.removed.length },
    { name: 'errors', value: one.errorCount },
  ];
  return (
    <Card
      component="section"
      aria-labelledby="msel-preview"
      sx={{ p: 2.5, display: 'grid', gap: 2, '& > *': { minWidth: 0 } }}
    >
      <Typography id="msel-preview" variant="h6" component="h2">
        {T('preview', { name: one.fileName, number: one.baseVersion.number })}
      </Typography>
      <Box
        component="dl"
        sx={{ m: 0, display: 'grid', gap: 2, gridTemplateColumns: 'repeat(auto-fit, minmax(92px, 1fr))' }}
      >
        {counts.map(({ name, value }) => (
          <Box
            key={name}
            sx={{ display: 'flex', flexDirection: 'column-reverse', justifyContent: 'flex-end' }}
          >
            <Typography component="dt" variant="body2" color="text.secondary">
              {T(`count.${name}`)}
            </Typography>
            <Typography
              component="dd"
              sx={{
                m: 0,
                fontSize: 22,
                fontWeight: 650,
                color: name === 'errors' && value ? 'error.main' : undefined,
              }}
            >
              {value}
            </Typography>
          </Box>
        ))}
      </Box>
      {one.removed.length > 0 && (
        <Alert severity="warning">{T('removes', { keys: one.removed.join(', ') })}</Alert>
      )}
      {one.errors.length > 0 && (
        <Rows
          caption={T('errors')}
          head={['line', 'column_name', 'value', 'reason'].map((key) => T(key))}
          rows={one.errors.map(({ line, column, value, message }) => [
            line ?? '—',
            column ? T(`column.${column}`) : '—',
            value ?? '—',
            textIn(message),
          ])}
        />
      )}
      <Rows
        caption={T('all_rows')}
        head={['line', 'action_name', 'key_name', 'inject', 'changes'].map((key) => T(key))}
        rows={one.preview.map(({ line, action, key, title, changes }) => [
          line,
          T(`action.${action}`),
          key,
          locale === 'en' ? title.en : title.zh,
          changes.map((name) => T(`column.${name}`)).join(translate('common.separator')),
        ])}
      />
      <Typography color="text.secondary" variant="body2">
        {T(one.status === 'blocked' ? 'blocked' : 'makes_draft')}
      </Typography>
      <Box sx={{ display: 'flex', gap: 1 }}>{children}</Box>
    </Card>
  );
};

const Rows = ({ caption, head, rows }: { caption: string; head: string[]; rows: (string | number)[][] }) => (
  <TableContainer tabIndex={0} role="group" aria-label={caption} sx={{ maxHeight: 380 }}>
    <Table size="small" stickyHeader>
      <caption style={{ captionSide: 'top', fontWeight: 600 }}>{caption}</caption>
      <TableHead>
        <TableRow>
          {head.map((name) => (
            <TableCell key={name} scope="col">
              {name}
            </TableCell>
          ))}
        </TableRow>
      </TableHead>
      <TableBody>
        {rows.map((cells, line) => (
          <TableRow key={line}>
            {cells.map((cell, index) => (
              <TableCell key={index} sx={{ overflowWrap: 'anywhere', minWidth: index > 2 ? 160 : 60 }}>
                {cell}
              </TableCell>
            ))}
          </TableRow>
        ))}
      </TableBody>
    </Table>
  </TableContainer>
);
