import {
  Alert,
  Box,
  Button,
  Card,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  Typography,
} from '@mui/material';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Title, useDataProvider, useNotify, useTranslate } from 'react-admin';
import { useNavigate } from 'react-router';
import type { BriefingTemplate } from '../providers/contract.js';
import type { ReadyroomDataProvider } from '../providers/dataProvider.js';
import { randomUuid } from '../shared/randomUuid.js';
import { useErrorText } from '../shared/useErrorText.js';
import { useFormat } from '../shared/useFormat.js';
import { useText } from '../shared/useLocale.js';
import { audienceOf, EVERYBODY } from './audience.js';
import { AudienceFields } from './AudienceFields.js';
import { documentOf, draftOf, EMPTY, filled, gapsIn, isFilled, isWhole, type Filling } from './document.js';
import { DocumentFields } from './DocumentFields.js';
import { PhonePreview } from './PhonePreview.js';
import { ReachCard, useReach } from './ReachCard.js';
import { GapFields, TemplateChoice } from './TemplateFields.js';

/**
 * Writes a flash briefing, from a template or from nothing, shows whom it would reach and how it will look, and sends it.
 * The draft has its id from the start, so that pressing twice sends once.
 */
export const SendPage = () => {
  const translate = useTranslate();
  const api = useDataProvider<ReadyroomDataProvider>();
  const navigate = useNavigate();
  const notify = useNotify();
  const textOf = useErrorText();
  const textIn = useText();
  const format = useFormat();
  const [id] = useState(randomUuid);
  const [template, setTemplate] = useState<BriefingTemplate | null>(null);
  const [document, setDocument] = useState(EMPTY);
  const [filling, setFilling] = useState<Filling>({});
  const [reach, setReach] = useState(EVERYBODY);
  const [asking, setAsking] = useState(false);
  const T = (key: string, options?: object) => translate(`briefings.${key}`, options);
  const reached = useReach(reach);
  const asked = template?.placeholders.map(({ key }) => key) ?? [];
  // In the order of the template; what somebody added by hand comes last.
  const gaps = gapsIn(document).sort(
    (a, b) => (asked.indexOf(a) + 1 || Infinity) - (asked.indexOf(b) + 1 || Infinity) || 0,
  );
  const open = gaps.filter((key) => !isFilled(key, filling));
  const ready = filled(document, filling);
  const people = reached.data?.people ?? 0;
  const send = useMutation({
    mutationFn: () =>
      api.sendBriefing({
        id,
        document: documentOf(ready),
        audience: audienceOf(reach),
        shift: reach.shift,
        withinMinutes: reach.withinMinutes,
        joiners: reach.joiners,
      }),
    onSuccess: ({ briefing }) => {
      if (briefing.id !== id) notify('briefings.already_running', { type: 'info' });
      void navigate(`/briefings/${briefing.id}/show`);
    },
  });
  const begin = (chosen: BriefingTemplate | null) => {
    setTemplate(chosen);
    setDocument(chosen ? draftOf(chosen.document) : EMPTY);
    if (chosen) setReach((now) => ({ ...now, shift: chosen.shift, withinMinutes: chosen.withinMinutes }));
  };
  const isEdited = JSON.stringify(document) !== JSON.stringify(template ? draftOf(template.document) : EMPTY);
  const missing = !isWhole(document)
    ? T('incomplete')
    : open.length > 0
      ? T('gaps_open', { smart_count: open.length })
      : null;
  return (
    <Box sx={{ display: 'grid', gap: 2, maxWidth: 1320, pt: 1 }}>
      <Title title={T('new')} />
      <Alert severity="warning">{T('real')}</Alert>
      <Box
        sx={{
          display: 'grid',
          gap: 2,
          alignItems: 'start',
          gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 1fr) 360px' },
        }}
      >
        <Box sx={{ display: 'grid', gap: 2, '& > *': { minWidth: 0 } }}>
          <Card component="section" aria-labelledby="briefing-what" sx={{ p: 2.5, display: 'grid', gap: 2 }}>
            <Typography id="briefing-what" variant="subtitle2" component="h2">
              {T('what')}
            </Typography>
            <TemplateChoice value={template} isEdited={isEdited} onChange={begin} />
            {gaps.length > 0 && (
              <Box component="section" aria-labelledby="briefing-gaps" sx={{ display: 'grid', gap: 1.5 }}>
                <Typography id="briefing-gaps" variant="subtitle2" component="h3">
                  {T('gaps')}
                </Typography>
                <GapFields gaps={gaps} template={template} filling={filling} onChange={setFilling} />
                <Typography variant="subtitle2" component="h3" sx={{ mt: 1 }}>
                  {T('texts')}
                </Typography>
              </Box>
            )}
            <DocumentFields document={document} onChange={setDocument} />
          </Card>
          <Card component="section" aria-labelledby="briefing-who" sx={{ p: 2.5, display: 'grid', gap: 2 }}>
            <Typography id="briefing-who" variant="subtitle2" component="h2">
              {T('who')}
            </Typography>
            <AudienceFields reach={reach} onChange={(part) => setReach((now) => ({ ...now, ...part }))} />
          </Card>
        </Box>
        <Box sx={{ display: 'grid', gap: 2, position: { lg: 'sticky' }, top: 72, '& > *': { minWidth: 0 } }}>
          <ReachCard reached={reached} reach={reach} />
          <Box sx={{ display: 'grid', gap: 1 }}>
            <Button
              variant="contained"
              color="error"
              size="large"
              disabled={missing !== null || people === 0 || !reached.isCurrent}
              onClick={() => setAsking(true)}
            >
              {T('send')}
            </Button>
            {missing && (
              <Typography variant="body2" color="text.secondary" role="status">
                {missing}
              </Typography>
            )}
          </Box>
          <PhonePreview document={ready} placeholders={template?.placeholders ?? []} />
        </Box>
      </Box>
      <Dialog open={asking} onClose={() => !send.isPending && setAsking(false)} aria-labelledby="send-title">
        <DialogTitle id="send-title">{T('confirm_title', { people: format.people(people) })}</DialogTitle>
        <DialogContent sx={{ display: 'grid', gap: 2 }}>
          <Typography sx={{ fontWeight: 600 }}>{textIn(ready.title)}</Typography>
          {people === reached.data?.of && (
            <Alert severity="warning">{T('reaches_all', { people: format.people(people) })}</Alert>
          )}
          <Typography>{T('confirm_text', { n: reach.withinMinutes })}</Typography>
          {send.error ? <Alert severity="error">{textOf(send.error)}</Alert> : null}
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
