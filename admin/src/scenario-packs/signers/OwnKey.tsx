import ContentCopyOutlined from '@mui/icons-material/ContentCopyOutlined';
import { Box, Button, Card, Typography } from '@mui/material';
import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useDataProvider, useNotify, useRefresh, useTranslate } from 'react-admin';
import type { PackSigner } from '../../providers/contract.js';
import type { ReadyroomDataProvider } from '../../providers/dataProvider.js';
import { useNotifyError } from '../../shared/useErrorText.js';
import { useMe } from '../../shared/useMe.js';
import { Fingerprint } from '../Fingerprint.js';

/** The public half of the own key, for partners to compare packs with. */
export const OwnKey = ({ signer }: { signer: PackSigner | null }) => {
  const translate = useTranslate();
  const notify = useNotify();
  const refresh = useRefresh();
  const { can } = useMe();
  const dataProvider = useDataProvider<ReadyroomDataProvider>();
  const T = (key: string) => translate(`signers.own.${key}`);
  const { mutate, isPending } = useMutation({
    mutationFn: () => dataProvider.makeOwnSigner(),
    onSuccess: () => refresh(),
    onError: useNotifyError(),
  });
  const copy = async (text: string) => {
    await navigator.clipboard.writeText(text);
    notify('common.copied', { type: 'success' });
  };
  return (
    <Card component="section" aria-label={T('title')} sx={{ p: 2.5, display: 'grid', gap: 1.5 }}>
      <Typography variant="subtitle2" component="h2">
        {T('title')}
      </Typography>
      <Typography variant="body2" color="text.secondary">
        {T('text')}
      </Typography>
      {signer ? (
        <>
          <Labelled label={translate('signers.fingerprint')}>
            <Fingerprint value={signer.fingerprint} />
          </Labelled>
          <Labelled label={T('public_key')}>
            <Box component="code" sx={{ overflowWrap: 'anywhere' }}>
              {signer.publicKey}
            </Box>{' '}
            <Button
              size="small"
              startIcon={<ContentCopyOutlined />}
              onClick={() => void copy(signer.publicKey)}
            >
              {T('copy')}
            </Button>
          </Labelled>
        </>
      ) : (
        <Box>
          <Typography sx={{ mb: 1 }}>{T('none')}</Typography>
          {can('scenario-packs', 'write') && (
            <Button variant="outlined" loading={isPending} onClick={() => mutate()}>
              {T('make')}
            </Button>
          )}
        </Box>
      )}
    </Card>
  );
};

const Labelled = ({ label, children }: { label: string; children: ReactNode }) => (
  <div>
    <Typography variant="body2" color="text.secondary">
      {label}
    </Typography>
    {children}
  </div>
);
