import { Box, Chip, LinearProgress, List, ListItem, Skeleton, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useDataProvider, useTranslate } from 'react-admin';
import type { ReadyroomDataProvider } from '../providers/dataProvider.js';
import { LoadFailed } from '../shared/LoadFailed.js';
import { useFormat } from '../shared/useFormat.js';
import { useText } from '../shared/useLocale.js';

/** What is assigned to a person, and how far they are. */
export const PersonTraining = ({ personId }: { personId: string }) => {
  const translate = useTranslate();
  const textIn = useText();
  const format = useFormat();
  const dataProvider = useDataProvider<ReadyroomDataProvider>();
  const { data, error, refetch } = useQuery({
    queryKey: ['person-training', personId],
    queryFn: () => dataProvider.getTrainingOf(personId),
  });
  if (error) return <LoadFailed error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton variant="rounded" height={160} />;
  if (data.total === 0)
    return <Typography color="text.secondary">{translate('resources.people.no_training')}</Typography>;
  return (
    <List disablePadding>
      {data.items.map((row) => {
        const notes = [
          row.completedAt
            ? translate('resources.people.completed_on', { day: format.instant(row.completedAt) })
            : row.dueOn && translate('resources.people.due', { day: format.day(row.dueOn) }),
          row.scorePercent !== null && translate('resources.people.score', { score: row.scorePercent }),
        ].filter(Boolean);
        return (
          <ListItem
            key={row.id}
            disableGutters
            sx={{ display: 'block', borderBottom: 1, borderColor: 'divider', py: 1.5 }}
          >
            <Box sx={{ display: 'flex', gap: 1, justifyContent: 'space-between' }}>
              <Typography sx={{ fontWeight: 600 }}>{textIn(row.course.title)}</Typography>
              <Chip
                size="small"
                color={row.overdue ? 'error' : row.progress === 'completed' ? 'success' : 'default'}
                variant="outlined"
                label={translate(`progress.${row.overdue ? 'overdue' : row.progress}`)}
              />
            </Box>
            <Typography variant="body2" color="text.secondary">
              {notes.join(' · ')}
            </Typography>
            {row.progress === 'in_progress' && (
              <LinearProgress
                variant="determinate"
                value={row.percent}
                sx={{ mt: 1 }}
                aria-label={textIn(row.course.title)}
              />
            )}
          </ListItem>
        );
      })}
    </List>
  );
};
