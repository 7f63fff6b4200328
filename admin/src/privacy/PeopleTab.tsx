import { Box, Button, Card, List, ListItem, ListItemText, Skeleton, Typography } from '@mui/material';
import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router';
import type { Retention } from '../providers/contract.js';
import { LoadFailed } from '../shared/LoadFailed.js';
import { PersonLink } from '../shared/PersonLink.js';
import { listLink } from '../shared/listLink.js';
import { useFormat } from '../shared/useFormat.js';
import { useMe } from '../shared/useMe.js';
import { EraseButton } from './EraseButton.js';
import { RETENTION_KEY, useRetention } from './useRetention.js';

/** People who left long enough ago to be erased, and those who were. */
export const PeopleTab = () => {
  const translate = useTranslate();
  const { can } = useMe();
  const { data, error, refetch } = useRetention();
  if (error) return <LoadFailed error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton variant="rounded" height={240} />;
  const months = data.settings.eraseAfterMonths;
  return (
    <Box sx={{ display: 'grid', gap: 2, maxWidth: 720 }}>
      <Typography color="text.secondary">
        {months === null ? translate('privacy.people_unset') : translate('privacy.people_lead', { months })}
        {can('privacy', 'erase') && ` ${translate('privacy.people_anybody')}`}
      </Typography>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
        {months === null && can('privacy', 'edit') && (
          <Button component={Link} to="/privacy?tab=retention" variant="outlined">
            {translate('privacy.to_retention')}
          </Button>
        )}
        {can('people', 'list') && (
          <Button component={Link} to={listLink('people', { status: 'left' })} variant="outlined">
            {translate('privacy.to_people')}
          </Button>
        )}
      </Box>
      {months !== null && <Proposed retention={data} />}
      <Erased retention={data} />
    </Box>
  );
};

const Proposed = ({ retention: { proposed, proposedTotal } }: { retention: Retention }) => {
  const translate = useTranslate();
  const { instant } = useFormat();
  const { can } = useMe();
  const client = useQueryClient();
  if (proposed.length === 0) return <Typography>{translate('privacy.people_none')}</Typography>;
  return (
    <Listed title={translate('privacy.people_proposed')} shown={proposed.length} total={proposedTotal}>
      {proposed.map(({ id, name, employeeNo, leftAt }) => (
        <ListItem key={id} sx={{ gap: 1, flexWrap: 'wrap' }}>
          <ListItemText
            primary={can('people', 'list') ? <PersonLink id={id}>{name}</PersonLink> : name}
            secondary={`${employeeNo} · ${translate('privacy.left_on', { date: instant(leftAt) })}`}
          />
          {can('privacy', 'erase') && (
            <EraseButton
              personId={id}
              onErased={() => void client.invalidateQueries({ queryKey: RETENTION_KEY })}
            />
          )}
        </ListItem>
      ))}
    </Listed>
  );
};

const Erased = ({ retention: { erased, erasedTotal } }: { retention: Retention }) => {
  const translate = useTranslate();
  const { instant } = useFormat();
  if (erased.length === 0)
    return <Typography color="text.secondary">{translate('privacy.people_nobody_erased')}</Typography>;
  return (
    <Listed title={translate('privacy.people_erased')} shown={erased.length} total={erasedTotal}>
      {erased.map(({ id, pseudonym, erasedAt, by }) => (
        <ListItem key={id}>
          <ListItemText
            primary={pseudonym}
            secondary={
              by
                ? translate('privacy.erased_on', { date: instant(erasedAt), name: by.name })
                : translate('privacy.erased_by_itself', { date: instant(erasedAt) })
            }
          />
        </ListItem>
      ))}
    </Listed>
  );
};

interface ListedProps {
  title: string;
  shown: number;
  total: number;
  children: ReactNode;
}

const Listed = ({ title, shown, total, children }: ListedProps) => {
  const translate = useTranslate();
  return (
    <section>
      <Typography variant="subtitle1" component="h2" gutterBottom>
        {title}
      </Typography>
      <Card>
        <List>{children}</List>
      </Card>
      {total > shown && (
        <Typography variant="body2" sx={{ mt: 1 }}>
          {translate('privacy.people_more', { shown, total })}
        </Typography>
      )}
    </section>
  );
};
