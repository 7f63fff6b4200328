import {
  Button,
  Chip,
  Table,
  TableBody,
  TableCell,
  TableContainer,
  TableHead,
  TableRow,
} from '@mui/material';
import { useTranslate } from 'react-admin';
import type { ScenarioDetail } from '../providers/contract.js';
import { useFormat } from '../shared/useFormat.js';
import { visuallyHidden } from '../shared/visuallyHidden.js';

const COLOURS = { draft: 'warning', published: 'success', retired: 'default' } as const;
const COLUMNS = ['number', 'status', 'origin', 'imported', 'published', 'by'] as const;

/** Versions newest first, with where they came from. */
export const VersionTable = ({
  scenario,
  onOpen,
}: {
  scenario: ScenarioDetail;
  onOpen: (versionId: string) => void;
}) => {
  const translate = useTranslate();
  const format = useFormat();
  const T = (key: string, options?: object) => translate(`resources.scenarios.${key}`, options);
  return (
    <TableContainer tabIndex={0} role="group" aria-label={T('versions.caption')}>
      <Table size="small">
        <caption style={visuallyHidden}>{T('versions.caption')}</caption>
        <TableHead>
          <TableRow>
            {COLUMNS.map((name) => (
              <TableCell key={name} scope="col">
                {T(`versions.${name}`)}
              </TableCell>
            ))}
            <TableCell scope="col">
              <span style={visuallyHidden}>{translate('common.actions')}</span>
            </TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {scenario.versions.map(({ id, number, status, origin, importedAt, importedBy, publishedAt }) => (
            <TableRow key={id} hover>
              <TableCell component="th" scope="row" sx={{ fontWeight: 650 }}>
                {T('v', { number })}
              </TableCell>
              <TableCell>
                <Chip size="small" variant="outlined" color={COLOURS[status]} label={T(`status.${status}`)} />
              </TableCell>
              <TableCell>{T(`origin.${origin}`)}</TableCell>
              <TableCell sx={{ whiteSpace: 'nowrap' }}>{format.instant(importedAt)}</TableCell>
              <TableCell sx={{ whiteSpace: 'nowrap' }}>{format.instant(publishedAt)}</TableCell>
              <TableCell>{importedBy?.name ?? '—'}</TableCell>
              <TableCell align="right">
                <Button size="small" onClick={() => onOpen(id)} aria-label={T('versions.open', { number })}>
                  {translate('common.open')}
                </Button>
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
};
