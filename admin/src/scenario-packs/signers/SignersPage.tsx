import VpnKeyOutlined from '@mui/icons-material/VpnKeyOutlined';
import { Box, Button, Card, Skeleton, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Title, useDataProvider, useTranslate } from 'react-admin';
import { Link } from 'react-router';
import type { ReadyroomDataProvider } from '../../providers/dataProvider.js';
import { LoadFailed } from '../../shared/LoadFailed.js';
import { Notice } from '../../shared/Notice.js';
import { useMe } from '../../shared/useMe.js';
import { AddSigner } from './AddSigner.js';
import { OwnKey } from './OwnKey.js';
import { SignerCard } from './SignerCard.js';

/** Whose packs are taken: the own key to hand out, and the keys of others with who vouches for them. */
export const SignersPage = () => {
  const translate = useTranslate();
  const { can } = useMe();
  const dataProvider = useDataProvider<ReadyroomDataProvider>();
  const [isAdding, setAdding] = useState(false);
  const { data, error, refetch } = useQuery({
    queryKey: ['signers'],
    queryFn: ({ signal }) => dataProvider.listSigners(signal),
  });
  const T = (key: string, options?: object) => translate(`signers.${key}`, options);
  if (error) return <LoadFailed error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton variant="rounded" height={420} />;
  const others = data.items.filter(({ own }) => !own);
  return (
    <Box sx={{ display: 'grid', gap: 2, maxWidth: 1000, pt: 1, '& > *': { minWidth: 0 } }}>
      <Title title={T('name')} />
      <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap', alignItems: 'center' }}>
        <Typography color="text.secondary" sx={{ flex: '1 1 320px', lineHeight: 1.7 }}>
          {T('lead')}
        </Typography>
        <Button component={Link} to="/scenario-packs">
          {T('to_packs')}
        </Button>
        {can('signers', 'trust') && (
          <Button variant="contained" onClick={() => setAdding(true)}>
            {T('add.button')}
          </Button>
        )}
      </Box>
      <OwnKey signer={data.items.find(({ own }) => own) ?? null} />
      <Card component="section" aria-label={T('others')} sx={{ p: 2.5 }}>
        <Typography variant="subtitle2" component="h2" sx={{ mb: 1 }}>
          {T('others')}
        </Typography>
        {others.length === 0 ? (
          <Notice icon={VpnKeyOutlined} title={T('empty.title')} text={T('empty.text')} />
        ) : (
          others.map((signer) => <SignerCard key={signer.id} signer={signer} />)
        )}
      </Card>
      {isAdding && <AddSigner onClose={() => setAdding(false)} />}
    </Box>
  );
};
