import { Box, Button, Card, Table, TableBody, TableCell, TableContainer, TableHead, TableRow, Typography } from '@mui/material'; // prettier-ignore
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router';
import type { DrillOccurrence, DrillScheduleDetail, Scenario } from '../../providers/contract.js';
import { OccurrenceStateChip } from '../ScheduleStateChip.js';
import { useMoments } from '../useMoments.js';
import { useWords } from '../useWords.js';
import { CancelOccurrence } from './CancelButtons.js';
import { MoveOccurrence } from './MoveOccurrence.js';
import { OccurrenceCast } from './OccurrenceCast.js';

interface Props {
  schedule: DrillScheduleDetail;
  seats: Scenario['seats'];
  mayEdit: boolean;
}
const SHOWN = 12;

/** The dates of a schedule: those to come first, called off ones in their place, then what became of the others. */
export const OccurrenceTable = ({ schedule, seats, mayEdit }: Props) => {
  const W = useWords();
  const [all, setAll] = useState(false);
  const [openedAt] = useState(() => Date.now());
  const isAhead = ({ state, plannedAt }: DrillOccurrence) =>
    state === 'planned' || (state === 'cancelled' && Date.parse(plannedAt) > openedAt);
  const rows = [
    ...schedule.occurrences.filter(isAhead),
    ...schedule.occurrences.filter((one) => !isAhead(one)).toReversed(),
  ];
  return (
    <Card component="section" aria-labelledby="occurrences">
      <Typography id="occurrences" variant="h6" component="h2" sx={{ px: 2.5, pt: 2 }}>
        {W('dates', { planned: schedule.planned, held: schedule.held })}
      </Typography>
      <TableContainer tabIndex={0} role="group" aria-label={W('dates_caption')}>
        <Table size="small">
          <TableHead>
            <TableRow>
              {(['date', 'state', 'cast', 'actions'] as const).map((name) => (
                <TableCell key={name} scope="col">
                  {W(`columns.${name}`)}
                </TableCell>
              ))}
            </TableRow>
          </TableHead>
          <TableBody>
            {(all ? rows : rows.slice(0, SHOWN)).map((one) => (
              <OccurrenceRow
                key={one.id}
                schedule={schedule}
                occurrence={one}
                seats={seats}
                mayEdit={mayEdit}
              />
            ))}
          </TableBody>
        </Table>
      </TableContainer>
      {rows.length > SHOWN && (
        <Button onClick={() => setAll(!all)} aria-expanded={all} sx={{ m: 1 }}>
          {all ? W('show_fewer') : W('show_all', { count: rows.length })}
        </Button>
      )}
    </Card>
  );
};

const OccurrenceRow = ({
  schedule,
  occurrence,
  seats,
  mayEdit,
}: Omit<Props, 'schedule'> & { schedule: DrillScheduleDetail; occurrence: DrillOccurrence }) => {
  const translate = useTranslate();
  const W = useWords();
  const { there, here } = useMoments(schedule.timeZone);
  const [open, setOpen] = useState(false);
  const { id, plannedAt, state, moved, reason, runId, cast } = occurrence;
  const when = there(plannedAt);
  const other = here(plannedAt);
  const notes = [
    other && W('preview_here', { when: other }),
    moved && W(`moved.${moved}`),
    state === 'missed' && reason && W(`missed.${reason}`),
    state === 'cancelled' && reason === 'rule' && W('off_by_rule'),
  ].filter((note) => typeof note === 'string');
  return (
    <>
      <TableRow hover>
        <TableCell component="th" scope="row">
          {when}
          {notes.map((note) => (
            <Typography key={note} variant="body2" color="text.secondary">
              {note}
            </Typography>
          ))}
        </TableCell>
        <TableCell>
          <OccurrenceStateChip state={state} />
        </TableCell>
        <TableCell>
          <Button
            size="small"
            onClick={() => setOpen(!open)}
            aria-expanded={open}
            aria-controls={open ? `cast-${id}` : undefined}
            aria-label={W('cast_of', { when, smart_count: cast.length })}
          >
            {W('people', { smart_count: cast.length })}
          </Button>
        </TableCell>
        <TableCell sx={{ whiteSpace: 'nowrap' }}>
          {runId && (
            <Button size="small" component={Link} to={`/drill-runs/${runId}/show`}>
              {W('to_run')}
            </Button>
          )}
          {mayEdit && state === 'planned' && (
            <>
              <MoveOccurrence schedule={schedule} occurrence={occurrence} when={when} />
              <CancelOccurrence schedule={schedule} occurrence={occurrence} when={when} />
            </>
          )}
        </TableCell>
      </TableRow>
      {open && (
        <TableRow id={`cast-${id}`}>
          <TableCell colSpan={4} sx={{ bgcolor: 'action.hover' }}>
            {cast.length === 0 ? (
              <Box sx={{ color: 'text.secondary' }}>{translate('common.none')}</Box>
            ) : (
              <OccurrenceCast
                cast={cast}
                seats={seats}
                label={W('cast_of', { when, smart_count: cast.length })}
              />
            )}
          </TableCell>
        </TableRow>
      )}
    </>
  );
};
