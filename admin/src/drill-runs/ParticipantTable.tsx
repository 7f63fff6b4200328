import { Box, Button, Card, Table, TableBody, TableCell, TableContainer, TableHead, TableRow, Typography } from '@mui/material'; // prettier-ignore
import { useGetOne, useTranslate } from 'react-admin';
import { Link } from 'react-router';
import type { DrillRunDetail, Scenario } from '../providers/contract.js';
import { TierChip } from '../shared/TierChip.js';
import { PersonLink } from '../shared/PersonLink.js';
import { useText } from '../shared/useLocale.js';
import { useMe } from '../shared/useMe.js';
import { presenceOf } from './presence.js';

/** Everybody in the cast, by seat and role, with who is there. */
export const ParticipantTable = ({ run, mayEdit }: { run: DrillRunDetail; mayEdit: boolean }) => {
  const translate = useTranslate();
  const textIn = useText();
  const { can } = useMe();
  const { data: scenario } = useGetOne<Scenario>('scenarios', { id: run.scenario.id });
  const T = (key: string, options?: object) => translate(`resources.drill-runs.${key}`, options);
  const seatTitle = (key: string) => {
    const seat = scenario?.seats.find((one) => one.key === key);
    return seat ? textIn(seat.title) : key;
  };
  return (
    <Card component="section" aria-labelledby="run-cast">
      <Box sx={{ display: 'flex', alignItems: 'center', px: 2.5, pt: 2 }}>
        <Typography id="run-cast" variant="h6" component="h2" sx={{ flex: 1 }}>
          {T('cast.heading', { joined: run.joined, players: run.players })}
        </Typography>
        {mayEdit && (
          <Button component={Link} to={`/drill-runs/${run.id}`}>
            {T('cast.edit')}
          </Button>
        )}
      </Box>
      <TableContainer tabIndex={0} role="group" aria-label={T('cast.caption')}>
        <Table size="small">
          <TableHead>
            <TableRow>
              {(['role', 'person', 'tier', 'presence'] as const).map((name) => (
                <TableCell key={name} scope="col">
                  {T(`cast.${name}`)}
                </TableCell>
              ))}
            </TableRow>
          </TableHead>
          <TableBody>
            {run.participants.map((one) => (
              <TableRow key={one.id} hover>
                <TableCell>{one.seat === null ? T(`role.${one.role}`) : seatTitle(one.seat)}</TableCell>
                <TableCell component="th" scope="row">
                  {can('people', 'show') ? (
                    <PersonLink id={one.person.id}>{one.person.name}</PersonLink>
                  ) : (
                    one.person.name
                  )}{' '}
                  <Box component="span" sx={{ color: 'text.secondary' }}>
                    {one.person.employeeNo}
                  </Box>
                </TableCell>
                <TableCell>
                  <TierChip tier={one.person.tier} />
                </TableCell>
                <TableCell>{T(`presence.${presenceOf(one)}`)}</TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </TableContainer>
    </Card>
  );
};
