import { Box, Card, Link, Skeleton, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { useDataProvider, useResourceDefinitions, useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router';
import type { AuditList, Certification } from '../../providers/contract.js';
import type { ReadyroomDataProvider } from '../../providers/dataProvider.js';
import { listLink } from '../../shared/listLink.js';
import { LoadFailed } from '../../shared/LoadFailed.js';
import { useFormat } from '../../shared/useFormat.js';
import { useText } from '../../shared/useLocale.js';

type Decision = AuditList['items'][number];

/** What an entry of the trail is about, in the words of this page. */
function aboutOf({ action, subjectId }: Decision, certifications: readonly Certification[]) {
  for (const { program, waivers } of certifications) {
    const waiver = waivers.find(({ id }) => id === subjectId);
    if (waiver) return { program, did: `${action === 'endWaiver' ? 'ended' : 'gave'}_${waiver.kind}` };
    if (program.id === subjectId && action === 'revokeCertification') return { program, did: 'revoked' };
  }
  return { program: null, did: 'other' };
}

interface Props {
  personId: string;
  certifications: readonly Certification[];
}

/** Who decided what about this person, as the audit trail has it. */
export const Decisions = ({ personId, certifications }: Props) => {
  const translate = useTranslate();
  const textIn = useText();
  const format = useFormat();
  const heading = useId();
  const { audit: trail } = useResourceDefinitions();
  const api = useDataProvider<ReadyroomDataProvider>();
  const { data, error, refetch } = useQuery({
    queryKey: ['decisions', personId],
    queryFn: ({ signal }) => api.getDecisionsAbout(personId, signal),
  });
  const T = (key: string, options?: object) => translate(`resources.certification.decisions.${key}`, options);
  return (
    <Card component="section" aria-labelledby={heading} sx={{ p: 2.5 }}>
      <Box sx={{ display: 'flex', alignItems: 'baseline', gap: 2 }}>
        <Typography id={heading} component="h2" variant="h6" gutterBottom sx={{ flex: 1 }}>
          {T('title')}
        </Typography>
        {trail?.hasList && (
          <Link component={RouterLink} to={listLink('audit', { personId })}>
            {T('more')}
          </Link>
        )}
      </Box>
      {error ? <LoadFailed error={error} onRetry={() => void refetch()} /> : null}
      {!data && !error && <Skeleton variant="rounded" height={60} />}
      {data?.total === 0 && <Typography color="text.secondary">{T('none')}</Typography>}
      <Box component="ul" sx={{ listStyle: 'none', p: 0, m: 0 }}>
        {data?.items.map((decision) => {
          const { program, did } = aboutOf(decision, certifications);
          return (
            <Box component="li" key={decision.id} sx={{ display: 'flex', gap: 2, py: 0.5 }}>
              <Typography color="text.secondary" sx={{ fontVariantNumeric: 'tabular-nums' }}>
                {format.instant(decision.at)}
              </Typography>
              <Typography>
                {T('line', {
                  name: decision.actor?.name ?? T('product'),
                  did: T(did),
                  program: program ? textIn(program.title) : '—',
                })}
              </Typography>
            </Box>
          );
        })}
      </Box>
    </Card>
  );
};
