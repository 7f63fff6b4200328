import { Alert, Box, Button, Link as TextLink, Skeleton, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useDataProvider } from 'react-admin';
import { Link } from 'react-router';
import type { DrillConflict, DrillScheduleDetail } from '../../providers/contract.js';
import type { ReadyroomDataProvider } from '../../providers/dataProvider.js';
import { PersonLink } from '../../shared/PersonLink.js';
import { useErrorText } from '../../shared/useErrorText.js';
import { useMe } from '../../shared/useMe.js';
import { SectionCard } from '../SectionCard.js';
import { useMoments } from '../useMoments.js';
import { useWords } from '../useWords.js';
import { printOf } from './letters.js';

const SHOWN = 5;

/** Who is to be at two drills at a time, or in the same one again too soon. */
export const ConflictCard = ({ schedule }: { schedule: DrillScheduleDetail }) => {
  const W = useWords();
  const textOf = useErrorText();
  const [all, setAll] = useState(false);
  const dataProvider = useDataProvider<ReadyroomDataProvider>();
  const { data, error } = useQuery({
    queryKey: ['drill-schedules', 'conflicts', schedule.id, printOf(schedule.occurrences)],
    queryFn: ({ signal }) => dataProvider.listDrillConflicts(schedule.id, signal),
    placeholderData: (before) => before,
  });
  const items = data?.items ?? [];
  return (
    <SectionCard title={W('conflicts')} id="conflicts">
      {error ? (
        <Alert severity="error">{textOf(error)}</Alert>
      ) : !data ? (
        <Skeleton variant="rounded" height={60} />
      ) : items.length === 0 ? (
        <Typography variant="body2" color="text.secondary">
          {W('conflicts_none')}
        </Typography>
      ) : (
        <>
          <Box component="ul" sx={{ listStyle: 'none', p: 0, m: 0 }}>
            {(all ? items : items.slice(0, SHOWN)).map((one, index) => (
              <ConflictLine key={index} conflict={one} timeZone={schedule.timeZone} />
            ))}
          </Box>
          {items.length > SHOWN && (
            <Button size="small" onClick={() => setAll(!all)} aria-expanded={all}>
              {all ? W('show_fewer') : W('show_all', { count: items.length })}
            </Button>
          )}
        </>
      )}
    </SectionCard>
  );
};

const ConflictLine = ({ conflict, timeZone }: { conflict: DrillConflict; timeZone: string }) => {
  const W = useWords();
  const { can } = useMe();
  const { there } = useMoments(timeZone);
  const { person, kind, plannedAt, other } = conflict;
  return (
    <Box component="li" sx={{ py: 1, borderBottom: 1, borderColor: 'divider', fontSize: 14 }}>
      {can('people', 'show') ? <PersonLink id={person.id}>{person.name}</PersonLink> : person.name}
      {W('colon')}
      {W(`conflict.${kind}`)}
      <Typography variant="body2" color="text.secondary">
        {W('conflict.here', { when: there(plannedAt) })}
      </Typography>
      <Typography variant="body2" color="text.secondary">
        {W('conflict.other', { title: other.title, when: there(other.at) })}{' '}
        {other.runId && (
          <TextLink component={Link} to={`/drill-runs/${other.runId}/show`}>
            {W('to_run')}
          </TextLink>
        )}
      </Typography>
    </Box>
  );
};
