import { Autocomplete, Box, TextField, ToggleButton, ToggleButtonGroup } from '@mui/material';
import { useMemo } from 'react';
import { useTranslate } from 'react-admin';
import { startDay, type Draft } from '../draft.js';
import { repeatOf, rruleOf, WEEKLY, type Repeat } from '../rule/rule.js';
import { useWords } from '../useWords.js';
import { SectionCard } from '../SectionCard.js';
import { RuleFields } from './RuleFields.js';

interface Props {
  draft: Draft;
  onChange: (part: Partial<Draft>) => void;
}
const KINDS = ['once', 'rule', 'own'] as const;

/** The first date, the zone whose clocks count, and whether it comes again. */
export const WhenCard = ({ draft, onChange }: Props) => {
  const translate = useTranslate();
  const W = useWords();
  const zones = useMemo(() => ['UTC', ...Intl.supportedValuesOf('timeZone')], []);
  const { repeat } = draft;
  const day = startDay(draft);
  const choose = (kind: Repeat['kind']) => {
    if (kind === 'once') return onChange({ repeat: { kind } });
    const written = rruleOf(repeat, day);
    if (kind === 'own') return onChange({ repeat: { kind, text: written ?? 'FREQ=WEEKLY' } });
    const read = written === null ? null : repeatOf(written, day);
    onChange({ repeat: read?.kind === 'rule' ? read : { kind, rule: WEEKLY } });
  };
  return (
    <SectionCard title={W('when')}>
      <Box sx={{ display: 'grid', columnGap: 2, gridTemplateColumns: { sm: '1fr 1fr' } }}>
        <TextField
          type="datetime-local"
          required
          label={W('fields.startsAt')}
          value={draft.startsAt}
          onChange={(event) => onChange({ startsAt: event.target.value.slice(0, 16) })}
          slotProps={{ inputLabel: { shrink: true } }}
        />
        <Autocomplete
          options={zones}
          value={draft.timeZone}
          disableClearable
          onChange={(_event, timeZone) => onChange({ timeZone })}
          openText={translate('common.open')}
          closeText={translate('common.close')}
          noOptionsText={translate('list.none_found')}
          renderInput={(params) => <TextField {...params} label={W('fields.timeZone')} />}
        />
      </Box>
      <ToggleButtonGroup
        exclusive
        size="small"
        value={repeat.kind}
        aria-label={W('fields.rrule')}
        onChange={(_event, kind: Repeat['kind'] | null) => kind && choose(kind)}
        sx={{ my: 1 }}
      >
        {KINDS.map((kind) => (
          <ToggleButton key={kind} value={kind}>
            {W(`repeat.${kind}`)}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      {repeat.kind === 'rule' && (
        <RuleFields
          rule={repeat.rule}
          startDay={day}
          onChange={(rule) => onChange({ repeat: { kind: 'rule', rule } })}
        />
      )}
      {repeat.kind === 'own' && (
        <TextField
          label={W('own_rule')}
          helperText={W('own_rule_help')}
          value={repeat.text}
          onChange={(event) => onChange({ repeat: { kind: 'own', text: event.target.value } })}
          slotProps={{ htmlInput: { maxLength: 300, spellCheck: false } }}
        />
      )}
    </SectionCard>
  );
};
