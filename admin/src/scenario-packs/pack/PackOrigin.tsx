import { Box, Chip, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { ReactNode } from 'react';
import type { ScenarioPackDetail } from '../../providers/contract.js';
import { useFormat } from '../../shared/useFormat.js';
import { Fingerprint } from '../Fingerprint.js';

/** Who signed a pack, by a key that cannot lie and a name that can. */
export const PackOrigin = ({
  pack: { manifest, signer, fileName, uploadedAt, uploadedBy },
}: {
  pack: ScenarioPackDetail;
}) => {
  const translate = useTranslate();
  const format = useFormat();
  const T = (key: string, options?: object) => translate(`scenario_pack.origin.${key}`, options);
  const redacted = manifest.redacted.map((kind) => translate(`scenario_pack.kind.${kind}`));
  const lines: [key: string, value: ReactNode][] = [
    [
      'signer',
      <>
        {signer.name}{' '}
        <Chip
          size="small"
          variant="outlined"
          color={signer.trusted ? 'success' : 'warning'}
          label={T(signer.trusted ? 'trusted' : 'unknown')}
        />
      </>,
    ],
    ['fingerprint', <Fingerprint key="f" value={signer.fingerprint} />],
    ['calls_itself', manifest.exporter],
    ['made', format.instant(manifest.created)],
    ['version', String(manifest.version)],
    ['redacted', redacted.length ? redacted.join(translate('common.separator')) : T('nothing')],
    ['file', fileName],
    ['uploaded', `${uploadedBy.name} · ${format.instant(uploadedAt)}`],
  ];
  return (
    <>
      <Box
        component="dl"
        sx={{
          m: 0,
          display: 'grid',
          gap: 1,
          columnGap: 2,
          gridTemplateColumns: { xs: '1fr', sm: 'max-content 1fr' },
          '& dd': { m: 0, minWidth: 0, overflowWrap: 'anywhere' },
          '& dt': { color: 'text.secondary' },
        }}
      >
        {lines.map(([key, value]) => (
          <Box key={key} sx={{ display: 'contents' }}>
            <dt>{T(key)}</dt>
            <dd>{value}</dd>
          </Box>
        ))}
      </Box>
      <Typography variant="body2" color="text.secondary" sx={{ mt: 1.5 }}>
        {T('help')}
      </Typography>
    </>
  );
};
