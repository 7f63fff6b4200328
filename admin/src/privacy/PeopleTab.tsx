import { Box, Card, List, ListItem, ListItemText, Skeleton, Typography } from '@mui/material';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslate } from 'react-admin';
import { LoadFailed } from '../shared/LoadFailed.js';
import { useFormat } from '../shared/useFormat.js';
import { useMe } from '../shared/useMe.js';
import { EraseButton } from './EraseButton.js';
import { RETENTION_KEY, useRetention } from './useRetention.js';

/** People who left long enough ago to be erased. */
export const PeopleTab = () => {
  const translate = useTranslate();
  const { instant } = useFormat();
  const { can } = useMe();
  const client = useQueryClient();
  const { data, error, refetch } = useRetention();
  if (error) return <LoadFailed error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton variant="rounded" height={240} />;
  const { proposed, proposedTotal, erased } = data;
  const months = data.settings.eraseAfterMonths;
  return (
    <Box sx={{ display: 'grid', gap: 2, maxWidth: 720 }}>
      <Typography color="text.secondary">
        {months === null ? translate('privacy.people_unset') : translate('privacy.people_lead', { months })}
      </Typography>
      {months !== null && proposed.length === 0 && (
        <Typography>{translate('privacy.people_none')}</Typography>
      )}
      {proposed.length > 0 && (
        <Card>
          <List>
            {proposed.map(({ id, name, employeeNo, leftAt }) => (
              <ListItem
                key={id}
                secondaryAction={
                  can('privacy', 'erase') && (
                    <EraseButton
                      personId={id}
                      onErased={() => void client.invalidateQueries({ queryKey: RETENTION_KEY })}
                    />
                  )
                }
              >
                <ListItemText
                  primary={name}
                  secondary={`${employeeNo} · ${translate('privacy.left_on', { date: instant(leftAt) })}`}
                />
              </ListItem>
            ))}
          </List>
        </Card>
      )}
      {proposedTotal > proposed.length && (
        <Typography variant="body2">
          {translate('privacy.people_more', { shown: proposed.length, total: proposedTotal })}
        </Typography>
      )}
      <Typography variant="body2" color="text.secondary">
        {translate('privacy.erased_so_far', erased)}
      </Typography>
    </Box>
  );
};
