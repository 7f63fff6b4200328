import { Chip } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { Tier } from '../providers/contract.js';

export const TIERS = ['executive', 'manager', 'frontline'] as const satisfies readonly Tier[];

/** A tier by its name; the weight of the outline is decoration, the word carries the meaning. */
export const TierChip = ({ tier }: { tier: Tier }) => {
  const translate = useTranslate();
  return (
    <Chip
      size="small"
      variant={tier === 'executive' ? 'filled' : 'outlined'}
      color={tier === 'frontline' ? 'default' : 'primary'}
      label={translate(`tier.${tier}`)}
    />
  );
};
