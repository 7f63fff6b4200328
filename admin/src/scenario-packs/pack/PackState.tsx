import { Alert, AlertTitle, Box, Button } from '@mui/material';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useDataProvider, useNotify, useRefresh, useTranslate } from 'react-admin';
import { Link, useNavigate } from 'react-router';
import type { ScenarioPackDetail } from '../../providers/contract.js';
import type { ReadyroomDataProvider } from '../../providers/dataProvider.js';
import { useNotifyError } from '../../shared/useErrorText.js';
import { useMe } from '../../shared/useMe.js';
import { DecideDialog } from '../DecideDialog.js';
import { Fingerprint } from '../Fingerprint.js';

const SEVERITY = { quarantined: 'warning', ready: 'info', accepted: 'success', rejected: 'info' } as const;
type Asking = 'trust' | 'reject' | 'reopen';

/** Where the pack stands, who can take it further, and the buttons for whoever may. */
export const PackState = ({ pack }: { pack: ScenarioPackDetail }) => {
  const translate = useTranslate();
  const { can } = useMe();
  const dataProvider = useDataProvider<ReadyroomDataProvider>();
  const [asking, setAsking] = useState<Asking | null>(null);
  const { id, status, signer, version, slugTakenBy, document } = pack;
  const T = (key: string, options?: object) => translate(`scenario_pack.${key}`, options);
  const decide = {
    trust: (reason: string) => dataProvider.trustSigner(signer.id, reason),
    reject: (reason: string) => dataProvider.rejectScenarioPack(id, reason),
    reopen: (reason: string) => dataProvider.reopenScenarioPack(id, reason),
  };
  const mayWrite = can('scenario-packs', 'write');
  const mayTrust = can('signers', 'trust');
  return (
    <>
      <Alert
        severity={SEVERITY[status]}
        variant="outlined"
        sx={{ bgcolor: 'background.paper', '& .MuiAlert-message': { width: 1 } }}
      >
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
          <Box sx={{ flex: '1 1 360px', color: 'text.primary' }}>
            <AlertTitle component="h2" sx={{ fontSize: '1rem', fontWeight: 650, mb: 0.25 }}>
              {T(`state.${status}.title`)}
            </AlertTitle>
            {T(`state.${status}.text`, { name: signer.name })}
            {status === 'quarantined' && !mayTrust && <> {T('state.ask_admin')}</>}
            {status === 'ready' && slugTakenBy && (
              <> {T('state.slug_taken', { slug: document.slug, other: slugTakenBy.slug })}</>
            )}
          </Box>
          {status === 'quarantined' && mayTrust && (
            <Button variant="contained" onClick={() => setAsking('trust')}>
              {T('trust.button')}
            </Button>
          )}
          {status === 'ready' && mayWrite && !slugTakenBy && <AcceptButton pack={pack} />}
          {(status === 'quarantined' || status === 'ready') && mayWrite && (
            <Button color="error" onClick={() => setAsking('reject')}>
              {T('reject.button')}
            </Button>
          )}
          {status === 'rejected' && mayWrite && (
            <Button onClick={() => setAsking('reopen')}>{T('reopen.button')}</Button>
          )}
          {version && (
            <Button
              component={Link}
              variant="contained"
              to={`/scenarios/${document.id}/show?version=${version.id}`}
            >
              {T('open_draft', { number: version.number })}
            </Button>
          )}
        </Box>
      </Alert>
      {asking && (
        <DecideDialog
          what={asking}
          name={signer.name}
          onClose={() => setAsking(null)}
          decide={decide[asking]}
        >
          {asking === 'trust' && <Fingerprint value={signer.fingerprint} />}
        </DecideDialog>
      )}
    </>
  );
};

const AcceptButton = ({ pack: { id, document } }: { pack: ScenarioPackDetail }) => {
  const translate = useTranslate();
  const notify = useNotify();
  const refresh = useRefresh();
  const navigate = useNavigate();
  const dataProvider = useDataProvider<ReadyroomDataProvider>();
  const { mutate, isPending } = useMutation({
    mutationFn: () => dataProvider.acceptScenarioPack(id),
    onSuccess: ({ version }) => {
      notify('scenario_pack.accept.done', {
        type: 'success',
        messageArgs: { number: version?.number ?? '' },
      });
      refresh();
      void navigate(`/scenarios/${document.id}/show${version ? `?version=${version.id}` : ''}`);
    },
    onError: useNotifyError(),
  });
  return (
    <Button variant="contained" loading={isPending} onClick={() => mutate()}>
      {translate('scenario_pack.accept.button')}
    </Button>
  );
};
