import { Alert, Box, Button, Skeleton, Typography } from '@mui/material';
import { Title, useGetOne } from 'react-admin';
import { Link, useParams } from 'react-router';
import type { DrillScheduleDetail, Scenario } from '../../providers/contract.js';
import { LoadFailed } from '../../shared/LoadFailed.js';
import { useLocale, useText } from '../../shared/useLocale.js';
import { useMe } from '../../shared/useMe.js';
import { startDay } from '../draft.js';
import { rruleInWords } from '../rule/rule-words.js';
import { ScheduleStateChip } from '../ScheduleStateChip.js';
import { SectionCard } from '../SectionCard.js';
import { useMoments } from '../useMoments.js';
import { useWords } from '../useWords.js';
import { CancelSchedule } from './CancelButtons.js';
import { ConflictCard } from './ConflictCard.js';
import { FactList } from './FactList.js';
import { LetterCard } from './LetterCard.js';
import { OccurrenceTable } from './OccurrenceTable.js';
import { PreFlightCard } from './PreFlightCard.js';

const EVERY_MS = 10_000;

/** A schedule: its dates with who comes, what would go wrong, who was told. */
export const ScheduleShow = () => {
  const W = useWords();
  const textIn = useText();
  const { can } = useMe();
  const { id = '' } = useParams();
  const {
    data: schedule,
    error,
    refetch,
  } = useGetOne<DrillScheduleDetail>(
    'drill-schedules',
    { id, meta: { detail: true } },
    { refetchInterval: EVERY_MS },
  );
  const { data: scenario } = useGetOne<Scenario>(
    'scenarios',
    { id: schedule?.scenario.id ?? '' },
    { enabled: !!schedule },
  );
  if (error) return <LoadFailed error={error} onRetry={() => void refetch()} />;
  if (!schedule) return <Skeleton variant="rounded" height={520} />;
  const isOpen = schedule.cancelledAt === null;
  const mayEdit = isOpen && can('drill-schedules', 'edit');
  const isPlanned = schedule.planned > 0;
  return (
    <Box sx={{ display: 'grid', gap: 2, maxWidth: 1280, pt: 1, '& > *': { minWidth: 0 } }}>
      <Title title={schedule.title} />
      <Box sx={{ display: 'flex', gap: 1, alignItems: 'center', flexWrap: 'wrap' }}>
        <ScheduleStateChip schedule={schedule} />
        <Typography variant="body2" color="text.secondary" sx={{ flex: 1 }}>
          {textIn(schedule.scenario.title)}
        </Typography>
        {mayEdit && isPlanned && <CancelSchedule schedule={schedule} />}
        {mayEdit && (
          <Button component={Link} to={`/drill-schedules/${id}`} variant="contained">
            {W('edit')}
          </Button>
        )}
      </Box>
      {!isOpen && <Alert severity="info">{W('is_cancelled')}</Alert>}
      <Box sx={COLUMNS}>
        <OccurrenceTable schedule={schedule} seats={scenario?.seats ?? []} mayEdit={mayEdit} />
        <Box sx={{ display: 'grid', gap: 2, '& > *': { minWidth: 0 } }}>
          {isOpen && isPlanned && <PreFlightCard schedule={schedule} />}
          {isOpen && isPlanned && <ConflictCard schedule={schedule} />}
          <LetterCard schedule={schedule} mayRetry={can('drill-schedules', 'edit')} />
          <Facts schedule={schedule} version={scenario?.publishedVersion?.number ?? null} />
        </Box>
      </Box>
    </Box>
  );
};

const Facts = ({ schedule, version }: { schedule: DrillScheduleDetail; version: number | null }) => {
  const W = useWords();
  const locale = useLocale();
  const { own, isOther } = useMoments(schedule.timeZone);
  const { hours, blackout, rrule, noNoticeDays } = schedule;
  const days = startDay(schedule);
  return (
    <SectionCard title={W('facts')}>
      <FactList
        facts={[
          [W('fields.rrule'), rrule === null ? W('once') : rruleInWords(rrule, days, locale)],
          [
            W('fields.timeZone'),
            isOther ? W('zone_and_own', { zone: schedule.timeZone, own }) : schedule.timeZone,
          ],
          [
            W('hours_short'),
            W('hours_value', { from: hours.from, to: hours.to, smart_count: hours.days.length }),
          ],
          [W('blackout_short'), blackout.length > 0 ? blackout.join(W('separator')) : W('none')],
          [
            W('announced'),
            noNoticeDays === null ? W('announced_yes') : W('announced_no', { days: noNoticeDays }),
          ],
          [
            W('fields.version'),
            version === null ? W('version_none') : W('version_value', { number: version }),
          ],
          [W('fields.createdBy'), schedule.createdBy.name],
        ]}
      />
    </SectionCard>
  );
};

const COLUMNS = {
  display: 'grid',
  gap: 2,
  gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 1fr) 380px' },
  alignItems: 'start',
  '& > *': { minWidth: 0 },
} as const;
