import {
  Alert,
  Box,
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  Typography,
} from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useDataProvider, useTranslate } from 'react-admin';
import type { Delivery } from '../providers/contract.js';
import type { ReadyroomDataProvider } from '../providers/dataProvider.js';
import { useFormat } from '../shared/useFormat.js';
import { useText } from '../shared/useLocale.js';
import { wordless } from './wordless.js';

/** The message itself, how often it was tried, and what of it was left out and why. */
export const DeliveryDetail = ({ delivery, onClose }: { delivery: Delivery; onClose: () => void }) => {
  const translate = useTranslate();
  const textIn = useText();
  const T = (key: string, options?: object) => translate(`resources.deliveries.${key}`, options);
  return (
    <Dialog open onClose={onClose} aria-labelledby="delivery-title" fullWidth maxWidth="md">
      <DialogTitle id="delivery-title">
        {delivery.message ? textIn(delivery.message.title) : T(wordless(delivery.state))}
      </DialogTitle>
      <DialogContent sx={{ display: 'grid', gap: 1 }}>
        {delivery.repeated && <Alert severity="warning">{T('repeated')}</Alert>}
        {delivery.message && (
          <Typography sx={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>
            {textIn(delivery.message.body)}
          </Typography>
        )}
        {delivery.attempts > 0 && (
          <Typography variant="body2" color="text.secondary">
            {T('attempts', { smart_count: delivery.attempts })}
          </Typography>
        )}
        {delivery.kind === 'reminder' && <Behind id={delivery.id} />}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{translate('common.close')}</Button>
      </DialogActions>
    </Dialog>
  );
};

const Behind = ({ id }: { id: string }) => {
  const translate = useTranslate();
  const textIn = useText();
  const format = useFormat();
  const api = useDataProvider<ReadyroomDataProvider>();
  const { data } = useQuery({
    queryKey: ['deliveries', id, 'reminders'],
    queryFn: ({ signal }) => api.listRemindersOf(id, signal),
  });
  if (!data || data.items.length === 0) return null;
  const T = (key: string, options?: object) => translate(`resources.deliveries.${key}`, options);
  return (
    <>
      <Typography variant="subtitle2" component="h3">
        {T('behind')}
      </Typography>
      <Box component="ul" sx={{ m: 0, pl: 2.5, lineHeight: 1.8 }}>
        {data.items.map((one, at) => (
          <li key={at}>
            {one.person?.name ?? T('outside')} · {textIn(one.program.title)} ·{' '}
            {T(one.anchor === 'due' ? 'due_on' : 'valid_until', { day: format.day(one.anchorOn) })}
            {one.why && ` · ${T(`why.${one.why}`)}`}
            {one.state === 'suppressed' && ` · ${T('state.suppressed')}: ${T(`reason.${one.reason}`)}`}
          </li>
        ))}
      </Box>
    </>
  );
};
