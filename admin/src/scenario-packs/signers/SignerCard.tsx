import { Box, Button, Chip, Typography } from '@mui/material';
import { useState } from 'react';
import { useDataProvider, useTranslate } from 'react-admin';
import { Link } from 'react-router';
import type { PackSigner } from '../../providers/contract.js';
import type { ReadyroomDataProvider } from '../../providers/dataProvider.js';
import { listLink } from '../../shared/listLink.js';
import { useFormat } from '../../shared/useFormat.js';
import { useMe } from '../../shared/useMe.js';
import { DecideDialog } from '../DecideDialog.js';
import { Decisions } from '../Decisions.js';
import { Fingerprint } from '../Fingerprint.js';

/** A key of somebody else: who they say they are, and who vouches for them. */
export const SignerCard = ({ signer }: { signer: PackSigner }) => {
  const translate = useTranslate();
  const format = useFormat();
  const { can } = useMe();
  const dataProvider = useDataProvider<ReadyroomDataProvider>();
  const [isAsking, setAsking] = useState(false);
  const { id, name, fingerprint, trusted, firstSeenAt, packs, decisions } = signer;
  const T = (key: string, options?: object) => translate(`signers.${key}`, options);
  const what = trusted ? 'distrust' : 'trust';
  const decide = (reason: string) =>
    trusted ? dataProvider.distrustSigner(id, reason) : dataProvider.trustSigner(id, reason);
  return (
    <Box
      component="article"
      aria-label={name}
      sx={{
        py: 2,
        borderTop: 1,
        borderColor: 'divider',
        display: 'grid',
        gap: 1,
        '&:first-of-type': { borderTop: 0 },
      }}
    >
      <Box sx={{ display: 'flex', gap: 1, alignItems: 'center', flexWrap: 'wrap' }}>
        <Typography component="h3" sx={{ fontWeight: 650, overflowWrap: 'anywhere' }}>
          {name}
        </Typography>
        <Chip
          size="small"
          variant="outlined"
          color={trusted ? 'success' : 'warning'}
          label={translate(`scenario_pack.origin.${trusted ? 'trusted' : 'unknown'}`)}
        />
        <Box sx={{ flex: 1 }} />
        {packs > 0 && (
          <Button component={Link} size="small" to={listLink('scenario-packs', { q: name })}>
            {T('packs', { smart_count: packs })}
          </Button>
        )}
        {can('signers', 'trust') && (
          <Button
            size="small"
            variant={trusted ? 'text' : 'outlined'}
            color={trusted ? 'error' : 'primary'}
            onClick={() => setAsking(true)}
            aria-label={`${translate(`scenario_pack.${what}.confirm`)}: ${name}`}
          >
            {translate(`scenario_pack.${what}.confirm`)}
          </Button>
        )}
      </Box>
      <Fingerprint value={fingerprint} />
      <Typography variant="body2" color="text.secondary">
        {T('first_seen', { instant: format.instant(firstSeenAt) })}
      </Typography>
      {decisions.length > 0 && <Decisions decisions={decisions} />}
      {isAsking && (
        <DecideDialog what={what} name={name} onClose={() => setAsking(false)} decide={decide}>
          <Fingerprint value={fingerprint} />
        </DecideDialog>
      )}
    </Box>
  );
};
