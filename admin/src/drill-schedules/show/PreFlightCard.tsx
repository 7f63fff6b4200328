import { Alert, Box, Link as TextLink, MenuItem, Skeleton, TextField, Typography } from '@mui/material';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useDataProvider } from 'react-admin';
import { Link } from 'react-router';
import type { DrillScheduleDetail, PreFlight } from '../../providers/contract.js';
import type { ReadyroomDataProvider } from '../../providers/dataProvider.js';
import { PersonLink } from '../../shared/PersonLink.js';
import { useErrorText } from '../../shared/useErrorText.js';
import { useText } from '../../shared/useLocale.js';
import { useMe } from '../../shared/useMe.js';
import { SectionCard } from '../SectionCard.js';
import { useMoments } from '../useMoments.js';
import { useWords } from '../useWords.js';
import { printOf } from './letters.js';

type Finding = PreFlight['findings'][number];

/** What would go wrong on the day, each with the way to mend it. */
export const PreFlightCard = ({ schedule }: { schedule: DrillScheduleDetail }) => {
  const W = useWords();
  const textOf = useErrorText();
  const { there } = useMoments(schedule.timeZone);
  const dataProvider = useDataProvider<ReadyroomDataProvider>();
  const planned = schedule.occurrences.filter(({ state }) => state === 'planned');
  const [chosen, setChosen] = useState('');
  const occurrenceId = planned.find(({ id }) => id === chosen)?.id ?? planned[0]?.id;
  const { data, error } = useQuery({
    queryKey: ['drill-schedules', 'pre-flight', schedule.id, occurrenceId, printOf(planned)],
    queryFn: ({ signal }) => dataProvider.checkDrillSchedule(schedule.id, occurrenceId, signal),
    placeholderData: keepPreviousData,
  });
  return (
    <SectionCard title={W('preflight')}>
      {planned.length > 1 && (
        <TextField
          select
          label={W('preflight_of')}
          value={occurrenceId ?? ''}
          onChange={(event) => setChosen(event.target.value)}
        >
          {planned.map(({ id, plannedAt }) => (
            <MenuItem key={id} value={id}>
              {there(plannedAt)}
            </MenuItem>
          ))}
        </TextField>
      )}
      {error ? (
        <Alert severity="error">{textOf(error)}</Alert>
      ) : !data ? (
        <Skeleton variant="rounded" height={80} />
      ) : (
        <>
          <Alert severity={data.ready ? 'success' : 'error'} role="status">
            {data.ready
              ? W(data.findings.length > 0 ? 'preflight_ready_with' : 'preflight_ready')
              : W('preflight_blocked')}
          </Alert>
          <Box component="ul" sx={{ listStyle: 'none', p: 0, m: 0 }}>
            {data.findings.map((finding) => (
              <FindingLine key={finding.code} finding={finding} schedule={schedule} />
            ))}
          </Box>
        </>
      )}
    </SectionCard>
  );
};

const FindingLine = ({ finding, schedule }: { finding: Finding; schedule: DrillScheduleDetail }) => {
  const W = useWords();
  const textIn = useText();
  const { can } = useMe();
  const fix = fixOf(finding.code, schedule);
  return (
    <Box component="li" sx={{ py: 1, borderBottom: 1, borderColor: 'divider' }}>
      <Typography variant="body2">
        <Box component="strong" sx={{ color: finding.blocks ? 'error.main' : 'warning.main' }}>
          {W(finding.blocks ? 'blocks' : 'warns')}
        </Box>{' '}
        {textIn(finding.message)}
      </Typography>
      {finding.people.length > 0 && (
        <Typography variant="body2" component="div">
          {finding.people.map(({ id, name }, index) => (
            <span key={id}>
              {index > 0 && W('separator')}
              {can('people', 'show') ? <PersonLink id={id}>{name}</PersonLink> : name}
            </span>
          ))}
        </Typography>
      )}
      {fix && can(fix.resource, fix.action) && (
        <Typography variant="body2">
          {fix.to.startsWith('#') ? (
            <TextLink href={fix.to}>{W(`fix.${fix.text}`)}</TextLink>
          ) : (
            <TextLink component={Link} to={fix.to}>
              {W(`fix.${fix.text}`)}
            </TextLink>
          )}
        </Typography>
      )}
    </Box>
  );
};

/** Where a finding is mended. An address that a person lacks is mended at the person, by the name in the list. */
function fixOf(
  code: Finding['code'],
  { id, scenario }: DrillScheduleDetail,
): { to: string; text: string; resource: string; action: string } | null {
  switch (code) {
    case 'scenario_unpublished':
    case 'scenario_warnings':
      return {
        to: `/scenarios/${scenario.id}/show`,
        text: 'scenario',
        resource: 'scenarios',
        action: 'show',
      };
    case 'cannot_sign_in':
      return { to: '/credentials', text: 'credentials', resource: 'credentials', action: 'create' };
    case 'no_address':
      return null;
    case 'conflict':
      return { to: '#conflicts', text: 'conflict', resource: 'drill-schedules', action: 'show' };
    case 'repeats_soon':
      return { to: `/drill-schedules/${id}`, text: 'rule', resource: 'drill-schedules', action: 'edit' };
    case 'no_controller':
    case 'seat_empty':
    case 'person_gone':
      return { to: `/drill-schedules/${id}`, text: 'cast', resource: 'drill-schedules', action: 'edit' };
    case 'blackout':
    case 'outside_hours':
      return { to: '#occurrences', text: 'date', resource: 'drill-schedules', action: 'edit' };
  }
}
