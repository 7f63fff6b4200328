import { Box, Button, Skeleton, Typography } from '@mui/material';
import { Title, useTranslate } from 'react-admin';
import { Link as RouterLink, useParams, useSearchParams } from 'react-router';
import type { Certification } from '../../providers/contract.js';
import { ExportButton } from '../../shared/ExportButton.js';
import { listLink } from '../../shared/listLink.js';
import { LoadFailed } from '../../shared/LoadFailed.js';
import { TierChip } from '../../shared/TierChip.js';
import { useMe } from '../../shared/useMe.js';
import { Decisions } from './Decisions.js';
import { OtherPrograms } from './OtherPrograms.js';
import { ProgramCard } from './ProgramCard.js';
import { useCertifications } from '../exceptions/useCertifications.js';

/** The programs of a person: periods, waivers, why, and what may be decided about them. */
export const PersonProgramsPage = () => {
  const translate = useTranslate();
  const { id = '' } = useParams();
  const { can } = useMe();
  const [search] = useSearchParams();
  const { data, error, refetch } = useCertifications(id);
  const T = (key: string, options?: object) => translate(`resources.certification.${key}`, options);
  if (error) return <LoadFailed error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton variant="rounded" height={420} />;
  const { person } = data;
  return (
    <Box sx={{ display: 'grid', gap: 2, pt: 1, maxWidth: 1000, '& > *': { minWidth: 0 } }}>
      <Title title={T('person_title', { name: person.name })} />
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, alignItems: 'center' }}>
        <TierChip tier={person.tier} />
        <Typography color="text.secondary" sx={{ flex: 1 }}>
          {`${person.departmentPath} · ${person.employeeNo}`}
        </Typography>
        <ExportButton
          path={`people/${id}/transcript`}
          query={{}}
          formats={['pdf', 'xlsx']}
          label={T('transcript')}
        />
        <Button size="small" component={RouterLink} to={listLink('certification-people', {})}>
          {T('to_rows')}
        </Button>
      </Box>
      {data.total === 0 && <Typography color="text.secondary">{T('no_programs')}</Typography>}
      {inOrder(data.items, search.get('program')).map((certification) => (
        <ProgramCard
          key={certification.program.id}
          personId={id}
          certification={certification}
          today={data.today}
        />
      ))}
      {can('audit', 'list') && <Decisions personId={id} certifications={data.items} />}
      <OtherPrograms personId={id} known={data.items.map(({ program }) => program.id)} />
    </Box>
  );
};

/** The one that was asked for first, then what is asked now; nothing that is decided here moves them. */
const inOrder = (certifications: Certification[], first: string | null): Certification[] =>
  [...certifications].sort(
    (a, b) =>
      Number(b.program.id === first) - Number(a.program.id === first) ||
      Number(b.assigned) - Number(a.assigned) ||
      a.program.slug.localeCompare(b.program.slug),
  );
