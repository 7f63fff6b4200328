import PrintOutlined from '@mui/icons-material/PrintOutlined';
import { Box, Button, Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useDataProvider, useTranslate } from 'react-admin';
import type { ReadyroomDataProvider } from '../providers/dataProvider.js';
import { useFormat } from '../shared/useFormat.js';
import { useMe } from '../shared/useMe.js';

/** The newest anchors with their whole hash: to be printed and put away where the product cannot reach. */
export const AnchorTable = ({ last }: { last: number }) => {
  const translate = useTranslate();
  const format = useFormat();
  const { me } = useMe();
  const api = useDataProvider<ReadyroomDataProvider>();
  const { data, dataUpdatedAt } = useQuery({
    queryKey: ['evidence-anchors', last],
    queryFn: ({ signal }) => api.listEvidenceAnchors(signal),
  });
  const T = (key: string, options?: object) => translate(`resources.evidence.anchor.${key}`, options);
  if (!data) return null;
  return (
    <Box sx={{ mt: 2 }}>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 2 }}>
        <Typography variant="subtitle1" component="h3" sx={{ flex: 1 }}>
          {T('title')}
        </Typography>
        <Button
          size="small"
          startIcon={<PrintOutlined />}
          onClick={() => window.print()}
          sx={{ '@media print': { display: 'none' } }}
        >
          {T('print')}
        </Button>
      </Box>
      <Typography variant="body2" color="text.secondary" sx={{ '@media print': { display: 'none' } }}>
        {T('text')}
      </Typography>
      <Typography variant="body2" sx={{ display: 'none', '@media print': { display: 'block' } }}>
        {translate('resources.evidence.printed', {
          organisation: me?.organisation.name,
          when: format.instant(new Date(dataUpdatedAt).toISOString()),
        })}
      </Typography>
      <Box sx={{ overflowX: 'auto' }} tabIndex={0} role="region" aria-label={T('title')}>
        <Table size="small">
          <TableHead>
            <TableRow>
              {['number', 'day', 'entries', 'hash'].map((key) => (
                <TableCell key={key}>{T(key)}</TableCell>
              ))}
            </TableRow>
          </TableHead>
          <TableBody>
            {data.items.map((anchor) => (
              <TableRow key={anchor.number}>
                <TableCell>{anchor.number}</TableCell>
                <TableCell sx={{ whiteSpace: 'nowrap' }}>{format.day(anchor.day)}</TableCell>
                <TableCell sx={{ whiteSpace: 'nowrap' }}>
                  {T('range', { from: anchor.firstSeq, to: anchor.lastSeq })}
                </TableCell>
                <TableCell>
                  <code style={{ userSelect: 'all' }}>{anchor.hash}</code>
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </Box>
    </Box>
  );
};
