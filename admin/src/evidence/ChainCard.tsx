import { Alert, Box, Button, Card, LinearProgress, Skeleton, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useDataProvider, useTranslate } from 'react-admin';
import type { EvidenceState } from '../providers/contract.js';
import type { ReadyroomDataProvider } from '../providers/dataProvider.js';
import { LoadFailed } from '../shared/LoadFailed.js';
import { useErrorText } from '../shared/useErrorText.js';
import { useFormat } from '../shared/useFormat.js';
import { AnchorTable } from './AnchorTable.js';
import { useCheck } from './useCheck.js';

const REFRESH_MS = 10_000;

/** How far the chain goes, whether what is stored still fits it, and the anchors to put away. */
export const ChainCard = () => {
  const translate = useTranslate();
  const api = useDataProvider<ReadyroomDataProvider>();
  const { data, error, refetch } = useQuery({
    queryKey: ['evidence-state'],
    queryFn: ({ signal }) => api.getEvidenceState(signal),
    refetchInterval: REFRESH_MS,
  });
  return (
    <Card component="section" aria-labelledby="chain-title" sx={{ p: 2.5, mt: 1, mb: 2 }}>
      <Typography id="chain-title" variant="h6" component="h2">
        {translate('resources.evidence.chain')}
      </Typography>
      <Typography color="text.secondary" sx={{ maxWidth: 760, mb: 1.5 }}>
        {translate('resources.evidence.lead')}
      </Typography>
      {error && <LoadFailed error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton variant="rounded" height={80} />}
      {data && <State state={data} />}
      {data?.anchor && <AnchorTable last={data.anchor.number} />}
      <Typography variant="body2" color="text.secondary" sx={{ mt: 2, '@media print': { display: 'none' } }}>
        {translate('resources.evidence.export.hint')} <code>npm run evidence:verify -- FILE</code>
      </Typography>
    </Card>
  );
};

const State = ({ state }: { state: EvidenceState }) => {
  const translate = useTranslate();
  const format = useFormat();
  const textOf = useErrorText();
  const check = useCheck();
  const T = (key: string, options?: object) => translate(`resources.evidence.${key}`, options);
  const facts = [
    ['entries', format.number(state.entries)],
    ['waiting', format.number(state.waiting)],
    ['last', format.instant(state.lastRecordedAt)],
    ['bundles', format.number(state.bundles)],
  ] as const;
  return (
    <>
      <Box component="dl" sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 4, rowGap: 1.5, m: 0 }}>
        {facts.map(([key, value]) => (
          <Box key={key}>
            <Typography component="dt" variant="body2" color="text.secondary">
              {T(`state.${key}`)}
            </Typography>
            <Typography component="dd" sx={{ m: 0, fontWeight: 600, fontVariantNumeric: 'tabular-nums' }}>
              {value}
            </Typography>
          </Box>
        ))}
      </Box>
      <Button
        variant="outlined"
        loading={check.isRunning}
        disabled={state.entries === 0}
        onClick={check.start}
        sx={{ mt: 2, '@media print': { display: 'none' } }}
      >
        {T('check')}
      </Button>
      <Box aria-live="polite" sx={{ mt: 1.5 }}>
        {check.isRunning && (
          <LinearProgress
            variant="determinate"
            aria-label={T('check')}
            value={check.lastSeq ? (100 * check.checked) / check.lastSeq : 0}
          />
        )}
        {check.error && <Alert severity="error">{textOf(check.error)}</Alert>}
        {check.isDone && !check.fault && (
          <Alert severity="success">{T('holds', { count: format.number(check.checked) })}</Alert>
        )}
        {check.fault && (
          <Alert severity="error">
            {T(`fault.${check.fault.what}`, { seq: format.number(check.fault.seq) })}
          </Alert>
        )}
      </Box>
    </>
  );
};
