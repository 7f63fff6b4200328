import { Box, FormControlLabel, MenuItem, Switch, TextField, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { ProgramDocument, Tier } from '../../providers/contract.js';
import { TIERS } from '../../shared/TierChip.js';
import { usePolicyText } from '../usePolicyText.js';
import type { Fault } from './draft.js';
import { FaultList } from './FaultList.js';

interface Props {
  document: ProgramDocument;
  onChange: (part: Partial<ProgramDocument>) => void;
  faults: readonly Fault[];
}

const GRID = { display: 'grid', gap: '0 16px', gridTemplateColumns: { xs: '1fr 1fr', md: 'repeat(4, 1fr)' } };

/** How long it holds and how it is renewed; the same in words beside it. */
export const PolicyFields = ({ document, onChange, faults }: Props) => {
  const translate = useTranslate();
  const policyText = usePolicyText();
  const T = (key: string) => translate(`programs_editor.policy.${key}`);
  const { renewal, refresherDays, drillEveryMonths } = document;
  const renew = (part: Partial<ProgramDocument['renewal']>) => onChange({ renewal: { ...renewal, ...part } });
  const everyMonths = (tier: Tier, months: number) => {
    const { [tier]: _, ...others } = drillEveryMonths;
    onChange({ drillEveryMonths: months ? { ...others, [tier]: months } : others });
  };
  const number = (
    label: string,
    value: number,
    change: (value: number) => void,
    min: number,
    max: number,
  ) => (
    <TextField
      type="number"
      label={label}
      value={Number.isNaN(value) ? '' : value}
      onChange={(event) => change(event.target.value === '' ? Number.NaN : Number(event.target.value))}
      slotProps={{ htmlInput: { min, max } }}
    />
  );
  return (
    <Box sx={{ display: 'grid', gap: 1 }}>
      <FormControlLabel
        label={T('limited')}
        control={
          <Switch
            checked={renewal.validityMonths !== null}
            onChange={(_event, on) => renew({ validityMonths: on ? 12 : null })}
          />
        }
      />
      {renewal.validityMonths !== null && (
        <Box sx={GRID}>
          {number(
            T('validity'),
            renewal.validityMonths,
            (validityMonths) => renew({ validityMonths }),
            1,
            120,
          )}
          {number(T('window'), renewal.windowDays, (windowDays) => renew({ windowDays }), 0, 365)}
          {number(T('grace'), renewal.graceDays, (graceDays) => renew({ graceDays }), 0, 180)}
          <TextField
            select
            label={T('anchor')}
            value={renewal.anchor}
            onChange={(event) => renew({ anchor: event.target.value as typeof renewal.anchor })}
          >
            {(['fixed', 'rolling'] as const).map((anchor) => (
              <MenuItem key={anchor} value={anchor}>
                {T(anchor)}
              </MenuItem>
            ))}
          </TextField>
        </Box>
      )}
      <FormControlLabel
        label={T('weak')}
        control={
          <Switch
            checked={refresherDays !== null}
            onChange={(_event, on) => onChange({ refresherDays: on ? 30 : null })}
          />
        }
      />
      {refresherDays !== null && (
        <Box sx={GRID}>
          {number(T('weak_days'), refresherDays, (days) => onChange({ refresherDays: days }), 1, 365)}
        </Box>
      )}
      <Box component="fieldset" sx={{ border: 0, p: 0, m: 0 }}>
        <Typography component="legend" variant="body2" sx={{ p: 0 }}>
          {T('cadence')}
        </Typography>
        <Box sx={GRID}>
          {TIERS.map((tier) => (
            <TextField
              key={tier}
              type="number"
              label={translate(`tier.${tier}`)}
              value={drillEveryMonths[tier] ?? ''}
              onChange={(event) => everyMonths(tier, Number(event.target.value))}
              slotProps={{ htmlInput: { min: 1, max: 60 } }}
            />
          ))}
        </Box>
        <Typography variant="body2" color="text.secondary">
          {T('cadence_help')}
        </Typography>
      </Box>
      <FaultList faults={faults.filter(({ path }) => path.startsWith('renewal'))} />
      <Box sx={{ bgcolor: 'action.hover', borderRadius: 1.5, p: 1.5 }}>
        <Typography variant="subtitle2" component="h3">
          {T('in_words')}
        </Typography>
        <Box component="ul" sx={{ m: 0, pl: 2.5, fontSize: 13.5, lineHeight: 1.7 }}>
          {policyText(document).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </Box>
      </Box>
    </Box>
  );
};
