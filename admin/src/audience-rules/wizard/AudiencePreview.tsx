import { Alert, Box, Card, LinearProgress, Skeleton, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { TIERS } from '../../shared/TierChip.js';
import { useErrorText } from '../../shared/useErrorText.js';
import { useFormat } from '../../shared/useFormat.js';
import { Warnings } from './Warnings.js';
import type { Preview } from './usePreview.js';

const SHOWN = 12;

/** Beside the wizard: how many people, by tier, and the first names. */
export const AudiencePreview = ({ preview: { data, isFetching, error } }: { preview: Preview }) => {
  const translate = useTranslate();
  const format = useFormat();
  const textOf = useErrorText();
  const T = (key: string, values?: object) => translate(`resources.audience-rules.who.${key}`, values);
  return (
    <Card component="section" aria-labelledby="audience-preview" sx={{ p: 2.5 }}>
      <Typography id="audience-preview" variant="subtitle2" component="h2">
        {T('preview')}
      </Typography>
      {error ? <Alert severity="warning">{textOf(error)}</Alert> : null}
      <Box sx={{ height: 4 }}>{isFetching && <LinearProgress aria-label={T('preview')} />}</Box>
      <Box role="status" aria-busy={isFetching}>
        {!data && !isFetching && !error && (
          <Typography variant="body2" color="text.secondary">
            {T('nobody')}
          </Typography>
        )}
        {!data && isFetching && <Skeleton height={60} />}
        {data && (
          <>
            <Typography sx={{ fontSize: 28, fontWeight: 680 }}>{format.people(data.people)}</Typography>
            <Typography variant="body2" color="text.secondary">
              {TIERS.map((tier) => `${translate(`tier.${tier}`)} ${format.number(data.byTier[tier])}`).join(
                ' · ',
              )}
            </Typography>
          </>
        )}
      </Box>
      {data && <Warnings warnings={data.warnings} />}
      {data && data.sample.length > 0 && (
        <>
          <Typography variant="subtitle2" component="h3" sx={{ mt: 2 }}>
            {T('sample')}
          </Typography>
          <Box component="ul" sx={{ listStyle: 'none', p: 0, m: 0 }}>
            {data.sample.slice(0, SHOWN).map((person) => (
              <Box component="li" key={person.id} sx={{ py: 0.25, fontSize: 13.5 }}>
                {person.name}{' '}
                <Box component="span" sx={{ color: 'text.secondary' }}>
                  {person.employeeNo} · {person.departmentPath}
                </Box>
              </Box>
            ))}
          </Box>
          {data.people > SHOWN && (
            <Typography variant="body2" color="text.secondary">
              {T('and_more', { count: format.number(data.people - SHOWN) })}
            </Typography>
          )}
        </>
      )}
      <Typography variant="body2" color="text.secondary" sx={{ mt: 2 }}>
        {T('joiners')}
      </Typography>
    </Card>
  );
};
