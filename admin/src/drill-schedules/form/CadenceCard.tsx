import { Box, Button, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useDataProvider, useTranslate } from 'react-admin';
import type { ReadyroomDataProvider } from '../../providers/dataProvider.js';
import { useFormat } from '../../shared/useFormat.js';
import { useText } from '../../shared/useLocale.js';
import { startDay, type Draft } from '../draft.js';
import { repeatOf } from '../rule/rule.js';
import { useWords } from '../useWords.js';
import { SectionCard } from '../SectionCard.js';

interface Props {
  draft: Draft;
  onChange: (part: Partial<Draft>) => void;
}

/** How often each tier should drill, and why. Nothing to show is no reason to stop planning. */
export const CadenceCard = ({ draft, onChange }: Props) => {
  const translate = useTranslate();
  const W = useWords();
  const textIn = useText();
  const format = useFormat();
  const dataProvider = useDataProvider<ReadyroomDataProvider>();
  const { data } = useQuery({ queryKey: ['drill-cadence'], queryFn: () => dataProvider.getDrillCadence() });
  if (!data) return null;
  return (
    <SectionCard title={W('cadence')}>
      {data.tiers.map(({ tier, everyMonths, rrule, reason, lastRunAt }) => (
        <Box key={tier} sx={{ py: 1, borderBottom: 1, borderColor: 'divider' }}>
          <Box sx={{ display: 'flex', gap: 1, alignItems: 'center' }}>
            <Typography component="h3" variant="body2" sx={{ fontWeight: 600, flex: 1 }}>
              {W('cadence_of', { tier: translate(`tier.${tier}`), smart_count: everyMonths })}
            </Typography>
            <Button
              size="small"
              variant="outlined"
              aria-label={W('cadence_use_named', { tier: translate(`tier.${tier}`) })}
              onClick={() => onChange({ repeat: repeatOf(rrule, startDay(draft)) })}
            >
              {W('cadence_use')}
            </Button>
          </Box>
          <Typography variant="body2">{textIn(reason)}</Typography>
          <Typography variant="body2" color="text.secondary">
            {lastRunAt ? W('cadence_last', { when: format.instant(lastRunAt) }) : W('cadence_never')}
          </Typography>
        </Box>
      ))}
      <Typography
        variant="caption"
        component="p"
        color="text.secondary"
        sx={{ mt: 1, overflowWrap: 'anywhere' }}
      >
        {textIn(data.source)}
      </Typography>
    </SectionCard>
  );
};
