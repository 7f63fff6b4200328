import { MenuItem, TextField, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { Scenario } from '../../providers/contract.js';
import { useText } from '../../shared/useLocale.js';
import type { Draft } from '../draft.js';
import { useWords } from '../useWords.js';
import { SectionCard } from '../SectionCard.js';

interface Props {
  draft: Draft;
  onChange: (part: Partial<Draft>) => void;
  scenarios: readonly Scenario[];
  scenario: Scenario | undefined;
}

/** The scenario stays once people are invited; the version is the one published on the day. */
export const WhatCard = ({ draft, onChange, scenarios, scenario }: Props) => {
  const translate = useTranslate();
  const textIn = useText();
  const W = useWords();
  return (
    <SectionCard title={W('what')}>
      <TextField
        select
        required
        label={W('fields.scenario')}
        value={scenario ? draft.scenarioId : ''}
        onChange={(event) => onChange({ scenarioId: event.target.value })}
        disabled={scenarios.length === 1 && scenario !== undefined}
        helperText={scenario ? textIn(scenario.summary) : undefined}
      >
        {scenarios.map(({ id, title, minutes, crisisType }) => (
          <MenuItem key={id} value={id}>
            {translate('resources.drill-runs.scenario_option', {
              title: textIn(title),
              crisis: translate(`resources.scenarios.crisis.${crisisType}`),
              minutes,
            })}
          </MenuItem>
        ))}
      </TextField>
      {scenario?.publishedVersion && (
        <Typography variant="body2" color="text.secondary" sx={{ mb: 1 }}>
          {W('version_now', { number: scenario.publishedVersion.number, minutes: scenario.minutes })}
        </Typography>
      )}
      <TextField
        label={W('fields.title')}
        value={draft.title}
        onChange={(event) => onChange({ title: event.target.value })}
        helperText={W('title_help')}
        slotProps={{ htmlInput: { maxLength: 120 } }}
      />
    </SectionCard>
  );
};
