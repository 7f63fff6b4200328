import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useFormat } from '../shared/useFormat.js';

/** A share of 0-100 as number and short bar; a dash before there is one. */
export const ShareBar = ({ percent }: { percent: number | null }) => {
  const translate = useTranslate();
  const format = useFormat();
  if (percent === null)
    return (
      <Box component="span" sx={{ color: 'text.secondary' }}>
        {translate('common.none')}
      </Box>
    );
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, minWidth: 130 }}>
      <Box
        aria-hidden
        sx={{ flex: 1, height: 6, borderRadius: 3, bgcolor: 'action.selected', overflow: 'hidden' }}
      >
        <Box sx={{ height: 1, width: `${percent}%`, bgcolor: 'primary.main' }} />
      </Box>
      <Box component="span" sx={{ width: '4.2em', textAlign: 'right', fontVariantNumeric: 'tabular-nums' }}>
        {translate('common.percent', { value: format.number(percent) })}
      </Box>
    </Box>
  );
};
