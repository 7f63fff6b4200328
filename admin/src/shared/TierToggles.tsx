import { ToggleButton, ToggleButtonGroup } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { Tier } from '../providers/contract.js';
import { TIERS } from './TierChip.js';

interface Props {
  label: string;
  value: readonly Tier[];
  onChange: (tier: Tier[]) => void;
}

/** Tiers that figures are cut to. */
export const TierToggles = ({ label, value, onChange }: Props) => {
  const translate = useTranslate();
  return (
    <ToggleButtonGroup
      size="small"
      value={value}
      onChange={(_event, tier: Tier[]) => onChange(tier)}
      aria-label={label}
    >
      {TIERS.map((tier) => (
        <ToggleButton key={tier} value={tier} sx={{ textTransform: 'none', px: 1.5, minHeight: 40 }}>
          {translate(`tier.${tier}`)}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
};
