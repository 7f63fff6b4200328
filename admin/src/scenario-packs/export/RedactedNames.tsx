import { Box, Table, TableBody, TableCell, TableContainer, TableHead, TableRow, Typography } from '@mui/material'; // prettier-ignore
import { useTranslate } from 'react-admin';
import type { PackPreview } from '../../providers/contract.js';
import { useFormat } from '../../shared/useFormat.js';
import { useText } from '../../shared/useLocale.js';

type Name = PackPreview['names'][number];

/** Each name with what it becomes, in how many texts, and where it still stands. */
export const RedactedNames = ({ names }: { names: readonly Name[] }) => {
  const translate = useTranslate();
  const textIn = useText();
  const format = useFormat();
  const T = (key: string, options?: object) => translate(`scenario_pack.export.${key}`, options);
  if (names.length === 0) return <Typography>{T('nothing')}</Typography>;
  return (
    <TableContainer tabIndex={0} role="group" aria-label={T('replaced')} sx={{ maxHeight: 420 }}>
      <Table size="small" stickyHeader sx={{ '& .MuiTableCell-head': { bgcolor: 'background.paper' } }}>
        <TableHead>
          <TableRow>
            {(['from', 'to', 'places', 'still'] as const).map((name) => (
              <TableCell key={name} scope="col" align={name === 'places' ? 'right' : 'left'}>
                {T(`col.${name}`)}
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {names.map(({ kind, from, to, places, paths, left, tooShort }, n) => (
            <TableRow key={n} sx={{ verticalAlign: 'top' }}>
              <TableCell component="th" scope="row" sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}>
                {from.zh === from.en ? from.zh : `${from.zh} · ${from.en}`}
                <Box sx={{ color: 'text.secondary', fontSize: 12.5, fontWeight: 400 }}>
                  {translate(`scenario_pack.kind.${kind}`)}
                </Box>
              </TableCell>
              <TableCell sx={{ whiteSpace: 'nowrap' }}>{textIn(to)}</TableCell>
              <TableCell align="right">
                <span title={paths.join('\n')}>{format.number(places)}</span>
              </TableCell>
              <TableCell sx={{ overflowWrap: 'anywhere' }}>
                {left.length === 0 ? '—' : left.slice(0, 4).map((path) => <Path key={path} path={path} />)}
                {left.length > 4 && T('more', { smart_count: left.length - 4 })}
                {tooShort && <Box sx={{ color: 'text.secondary', fontSize: 12.5 }}>{T('too_short')}</Box>}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
};

const Path = ({ path }: { path: string }) => (
  <Box component="code" sx={{ display: 'block', fontSize: 12.5 }}>
    {path}
  </Box>
);
