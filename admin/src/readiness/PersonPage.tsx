import { Box, Button, Card, Skeleton, Tab, Tabs, Typography } from '@mui/material';
import { useState } from 'react';
import { Title, useTranslate } from 'react-admin';
import { Link as RouterLink, useParams } from 'react-router';
import type { PersonReadiness, ReadinessNumber } from '../providers/contract.js';
import { LoadFailed } from '../shared/LoadFailed.js';
import { TierChip } from '../shared/TierChip.js';
import { useDetail } from '../shared/useDetail.js';
import { useFormat } from '../shared/useFormat.js';
import { EvidenceTable } from './EvidenceTable.js';

const OVERALL = 'overall';

/** The readiness of a person, and every piece that it rests on. */
export const PersonPage = () => {
  const translate = useTranslate();
  const format = useFormat();
  const { id = '' } = useParams();
  const [about, setAbout] = useState<string>(OVERALL);
  const { data, error, refetch } = useDetail<PersonReadiness & { id: string }>('readiness-people', id);
  const T = (key: string, options?: object) => translate(`resources.readiness-person.${key}`, options);
  if (error) return <LoadFailed error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton variant="rounded" height={420} />;
  const { person, departmentPath, tier, asOf, overall, types, confidence } = data;
  const numbers: { about: string; name: string; readiness: ReadinessNumber }[] = [
    { about: OVERALL, name: translate('resources.readiness.overall'), readiness: overall },
    ...types.map(({ crisisType, readiness }) => ({
      about: crisisType,
      name: translate(`resources.readiness.type.${crisisType}`),
      readiness,
    })),
  ];
  const shown = numbers.find((number) => number.about === about)!;
  return (
    <Box sx={{ display: 'grid', gap: 2, pt: 1, maxWidth: 1000, '& > *': { minWidth: 0 } }}>
      <Title title={T('title', { name: person.name })} />
      <Box sx={{ display: 'flex', gap: 1.5, alignItems: 'center', flexWrap: 'wrap' }}>
        <TierChip tier={tier} />
        <Typography color="text.secondary" sx={{ flex: 1 }}>
          {departmentPath} · {person.employeeNo} ·{' '}
          {translate('resources.readiness.as_of', { instant: format.instant(asOf) })}
        </Typography>
        <Button component={RouterLink} to="/readiness-people">
          {T('back')}
        </Button>
      </Box>
      <Card component="section" aria-label={T('rests_on')} sx={{ p: 2.5, display: 'grid', gap: 1.5 }}>
        <Tabs
          value={about}
          onChange={(_event, to: string) => setAbout(to)}
          aria-label={T('number')}
          variant="scrollable"
          sx={{ borderBottom: 1, borderColor: 'divider' }}
        >
          {numbers.map(({ about: key, name, readiness: { value } }) => (
            <Tab
              key={key}
              value={key}
              id={`number-${key}`}
              aria-controls="number-shown"
              label={`${name} ${value === null ? '—' : format.number(value)}`}
            />
          ))}
        </Tabs>
        <Box role="tabpanel" id="number-shown" aria-labelledby={`number-${about}`}>
          {shown.readiness.value === null ? (
            <Typography>
              {about === OVERALL ? translate('resources.readiness-people.basis.none') : T('not_drilled')}
            </Typography>
          ) : (
            <EvidenceTable number={shown.readiness} />
          )}
        </Box>
        <Typography variant="body2" color="text.secondary">
          {T('rests_text')} {T('decay')}
        </Typography>
      </Card>
      {confidence && (
        <Card component="section" aria-label={T('confidence')} sx={{ p: 2.5 }}>
          <Typography variant="subtitle2" component="h2">
            {T('confidence')}
          </Typography>
          <Typography>
            {T('confidence_text', {
              when: format.instant(confidence.at),
              self: format.number(confidence.selfRated),
              measured: format.number(confidence.measured),
              gap: format.number(confidence.gap),
            })}
          </Typography>
        </Card>
      )}
    </Box>
  );
};
