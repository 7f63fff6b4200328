import { Box, Link, Table, TableBody, TableCell, TableContainer, TableHead, TableRow, Typography } from '@mui/material'; // prettier-ignore
import { useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router';
import type { ScenarioPackDetail } from '../../providers/contract.js';
import { useFormat } from '../../shared/useFormat.js';
import { useText } from '../../shared/useLocale.js';

const COLUMNS = ['added', 'changed', 'removed'] as const;

/** What accepting the pack would do here: a new scenario, or another version of one that is known. */
export const PackTarget = ({ pack: { target, slugTakenBy, document } }: { pack: ScenarioPackDetail }) => {
  const translate = useTranslate();
  const textIn = useText();
  const format = useFormat();
  const T = (key: string, options?: object) => translate(`scenario_pack.target.${key}`, options);
  return (
    <Box sx={{ display: 'grid', gap: 1.5, '& > *': { minWidth: 0 } }}>
      {slugTakenBy && (
        <Typography color="error.main">
          {T('slug_taken', { slug: document.slug, other: slugTakenBy.slug })}
        </Typography>
      )}
      {!target && <Typography>{T('new')}</Typography>}
      {target && (
        <>
          <Typography>
            {T('known')}{' '}
            <Link component={RouterLink} to={`/scenarios/${target.scenarioId}/show`}>
              {textIn(target.title)}
            </Link>
          </Typography>
          <Typography>
            {target.published ? T('stays', { number: target.published.number }) : T('unpublished')}
          </Typography>
          {target.same && <Typography>{T('same')}</Typography>}
        </>
      )}
      {target && !target.same && (
        <TableContainer tabIndex={0} role="group" aria-label={T('changes')}>
          <Table size="small" stickyHeader sx={{ '& .MuiTableCell-head': { bgcolor: 'background.paper' } }}>
            <TableHead>
              <TableRow>
                <TableCell scope="col">{T('part')}</TableCell>
                {COLUMNS.map((name) => (
                  <TableCell key={name} scope="col" align="right">
                    {T(name)}
                  </TableCell>
                ))}
              </TableRow>
            </TableHead>
            <TableBody>
              {target.changes.map((change) => (
                <TableRow key={change.part}>
                  <TableCell component="th" scope="row">
                    {translate(`scenario_pack.part.${change.part}`, { _: change.part })}
                  </TableCell>
                  {COLUMNS.map((name) => (
                    <TableCell key={name} align="right">
                      {change[name] ? format.number(change[name]) : '—'}
                    </TableCell>
                  ))}
                </TableRow>
              ))}
            </TableBody>
          </Table>
        </TableContainer>
      )}
    </Box>
  );
};
