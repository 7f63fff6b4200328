import { Checkbox, FormControl, FormControlLabel, FormGroup, FormHelperText, FormLabel } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { Tier } from '../providers/contract.js';
import { TIERS } from './TierChip.js';

interface Props {
  label: string;
  help: string;
  value: readonly Tier[];
  /** The tiers chosen, in their own order. */
  onChange: (tiers: Tier[]) => void;
}

/** The tiers of an audience, any number of them. */
export const TierChecks = ({ label, help, value, onChange }: Props) => {
  const translate = useTranslate();
  return (
    <FormControl component="fieldset" margin="none">
      <FormLabel component="legend">{label}</FormLabel>
      <FormGroup row>
        {TIERS.map((tier) => (
          <FormControlLabel
            key={tier}
            label={translate(`tier.${tier}`)}
            control={
              <Checkbox
                checked={value.includes(tier)}
                onChange={(_event, on) =>
                  onChange(TIERS.filter((one) => (one === tier ? on : value.includes(one))))
                }
              />
            }
          />
        ))}
      </FormGroup>
      <FormHelperText sx={{ mx: 0 }}>{help}</FormHelperText>
    </FormControl>
  );
};
