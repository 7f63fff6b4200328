import { Autocomplete, TextField } from '@mui/material';
import { useMemo } from 'react';
import { useTranslate } from 'react-admin';

/** The zone whose clocks count. */
export const ZonePicker = ({ value, onChange }: { value: string; onChange: (zone: string) => void }) => {
  const translate = useTranslate();
  const zones = useMemo(() => [...new Set([value, 'UTC', ...Intl.supportedValuesOf('timeZone')])], [value]);
  return (
    <Autocomplete
      disableClearable
      options={zones}
      value={value}
      onChange={(_event, zone) => onChange(zone)}
      openText={translate('common.open')}
      closeText={translate('common.close')}
      noOptionsText={translate('list.none_found')}
      renderInput={(params) => (
        <TextField {...params} margin="none" size="small" label={translate('shifts.time_zone')} />
      )}
    />
  );
};
