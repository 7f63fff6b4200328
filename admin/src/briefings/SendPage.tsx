import {
  Alert,
  Box,
  Button,
  Card,
  Checkbox,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  FormControlLabel,
  MenuItem,
  TextField,
  Typography,
} from '@mui/material';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Title, useDataProvider, useTranslate } from 'react-admin';
import { useNavigate } from 'react-router';
import type { AudienceCondition, BriefingShift, Tier } from '../providers/contract.js';
import type { ReadyroomDataProvider } from '../providers/dataProvider.js';
import { DepartmentPicker } from '../shared/DepartmentPicker.js';
import { randomUuid } from '../shared/randomUuid.js';
import { TIERS } from '../shared/TierChip.js';
import { useErrorText } from '../shared/useErrorText.js';
import { documentOf, EMPTY, isWhole, type DocumentDraft } from './document.js';
import { DocumentFields } from './DocumentFields.js';

const SHIFTS: readonly BriefingShift[] = ['all', 'only', 'also'];
const MINUTES = [5, 10, 15, 30, 60, 120];

/** Writes a flash briefing, shows whom it would reach, and sends it. The draft has its id from the start. */
export const SendPage = () => {
  const translate = useTranslate();
  const api = useDataProvider<ReadyroomDataProvider>();
  const navigate = useNavigate();
  const textOf = useErrorText();
  const [id] = useState(randomUuid);
  const [document, setDocument] = useState<DocumentDraft>(EMPTY);
  const [tiers, setTiers] = useState<Tier[]>([]);
  const [departments, setDepartments] = useState<string[]>([]);
  const [shift, setShift] = useState<BriefingShift>('all');
  const [withinMinutes, setMinutes] = useState(15);
  const [asking, setAsking] = useState(false);
  const T = (key: string, options?: object) => translate(`briefings.${key}`, options);
  const audience: AudienceCondition = {
    all: [
      ...(tiers.length > 0 ? [{ tier: tiers }] : []),
      ...(departments.length > 0 ? [{ department: departments }] : []),
    ],
  };
  const reach = { audience, shift };
  const preview = useQuery({
    queryKey: ['briefing-preview', reach],
    queryFn: ({ signal }) => api.previewBriefing(reach, signal),
  });
  const send = useMutation({
    mutationFn: () =>
      api.sendBriefing({ id, document: documentOf(document), ...reach, withinMinutes, joiners: true }),
    onSuccess: () => void navigate(`/briefings/${id}/show`),
  });
  const people = preview.data?.people ?? 0;
  return (
    <Box sx={{ display: 'grid', gap: 2, maxWidth: 1000, pt: 1, '& > *': { minWidth: 0 } }}>
      <Title title={T('new')} />
      <Alert severity="warning">{T('real')}</Alert>
      <Card component="section" sx={{ p: 2.5 }}>
        <Typography variant="subtitle2" component="h2" sx={{ mb: 2 }}>
          {T('what')}
        </Typography>
        <DocumentFields document={document} onChange={setDocument} />
      </Card>
      <Card component="section" sx={{ p: 2.5, display: 'grid', gap: 2 }}>
        <Typography variant="subtitle2" component="h2">
          {T('who')}
        </Typography>
        <Box role="group" aria-label={T('tiers')}>
          {TIERS.map((tier) => (
            <FormControlLabel
              key={tier}
              label={translate(`tier.${tier}`)}
              control={
                <Checkbox
                  checked={tiers.includes(tier)}
                  onChange={(_event, on) =>
                    setTiers(TIERS.filter((one) => (one === tier ? on : tiers.includes(one))))
                  }
                />
              }
            />
          ))}
          <Typography variant="body2" color="text.secondary">
            {T('none_is_all')}
          </Typography>
        </Box>
        <DepartmentPicker
          multiple
          label={T('departments')}
          value={departments}
          onChange={setDepartments}
          helperText={T('none_is_all')}
        />
        <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: '1fr', sm: '2fr 1fr' } }}>
          <TextField
            select
            margin="none"
            label={T('shift_label')}
            value={shift}
            onChange={({ target }) => setShift(target.value as BriefingShift)}
          >
            {SHIFTS.map((one) => (
              <MenuItem key={one} value={one}>
                {T(`shift.${one}`)}
              </MenuItem>
            ))}
          </TextField>
          <TextField
            select
            margin="none"
            label={T('within')}
            value={withinMinutes}
            onChange={({ target }) => setMinutes(Number(target.value))}
          >
            {MINUTES.map((n) => (
              <MenuItem key={n} value={n}>
                {T('minutes', { n })}
              </MenuItem>
            ))}
          </TextField>
        </Box>
        <Box role="status">
          {preview.error ? <Alert severity="error">{textOf(preview.error)}</Alert> : null}
          {preview.data && (
            <Alert severity={people === 0 ? 'error' : 'info'}>
              {people === 0
                ? T('nobody')
                : T('reach', { ...preview.data, names: preview.data.names.join(T('comma')) })}
            </Alert>
          )}
        </Box>
      </Card>
      <Box>
        <Button
          variant="contained"
          color="error"
          size="large"
          disabled={!isWhole(document) || people === 0}
          onClick={() => setAsking(true)}
        >
          {T('send')}
        </Button>
        {!isWhole(document) && (
          <Typography variant="body2" color="text.secondary" sx={{ mt: 1 }}>
            {T('incomplete')}
          </Typography>
        )}
      </Box>
      <Dialog open={asking} onClose={() => !send.isPending && setAsking(false)} aria-labelledby="send-title">
        <DialogTitle id="send-title">{T('confirm_title', { people })}</DialogTitle>
        <DialogContent>
          <Typography>{T('confirm_text', { n: withinMinutes })}</Typography>
          {send.error ? (
            <Alert severity="error" sx={{ mt: 2 }}>
              {textOf(send.error)}
            </Alert>
          ) : null}
        </DialogContent>
        <DialogActions>
          <Button onClick={() => setAsking(false)} disabled={send.isPending}>
            {translate('ra.action.cancel')}
          </Button>
          <Button variant="contained" color="error" loading={send.isPending} onClick={() => send.mutate()}>
            {T('confirm')}
          </Button>
        </DialogActions>
      </Dialog>
    </Box>
  );
};
