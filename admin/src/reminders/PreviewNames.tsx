import {
  Box,
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  Skeleton,
  Typography,
} from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useDataProvider, useTranslate } from 'react-admin';
import type { PreviewPeopleBody } from '../providers/contract.js';
import type { ReadyroomDataProvider } from '../providers/dataProvider.js';
import { LoadFailed } from '../shared/LoadFailed.js';

interface Props {
  title: string;
  body: PreviewPeopleBody;
  onClose: () => void;
}

/** The people behind one number of the preview, and who would be told. */
export const PreviewNames = ({ title, body, onClose }: Props) => {
  const translate = useTranslate();
  const api = useDataProvider<ReadyroomDataProvider>();
  const { data, error, refetch } = useQuery({
    queryKey: ['reminders', 'names', body],
    queryFn: ({ signal }) => api.previewReminderPeople(body, signal),
  });
  const T = (key: string, options?: object) => translate(`reminders.${key}`, options);
  return (
    <Dialog open onClose={onClose} aria-labelledby="names-title" fullWidth maxWidth="sm">
      <DialogTitle id="names-title">{title}</DialogTitle>
      <DialogContent>
        {error && <LoadFailed error={error} onRetry={() => void refetch()} />}
        {!data && !error && <Skeleton variant="rounded" height={160} />}
        {data && data.total > data.items.length && (
          <Typography variant="body2" sx={{ mb: 1 }}>
            {T('names_more', { total: data.total, shown: data.items.length })}
          </Typography>
        )}
        <Box component="ul" sx={{ m: 0, pl: 2.5, lineHeight: 1.8 }}>
          {data?.items.map(({ person, department, recipients, why }) => (
            <li key={person.id}>
              {person.name}
              <Box component="span" sx={{ color: 'text.secondary', fontSize: 13, ml: 1 }}>
                {department} · {T('goes_to', { names: recipients.join(translate('common.separator')) })}
                {why && ` · ${translate(`resources.deliveries.why.${why}`)}`}
              </Box>
            </li>
          ))}
        </Box>
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{translate('common.close')}</Button>
      </DialogActions>
    </Dialog>
  );
};
