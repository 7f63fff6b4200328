import { Box } from '@mui/material';

/** In groups of four, as it is read out on the telephone; copied as it is written. */
export const Fingerprint = ({ value }: { value: string }) => (
  <Box
    component="code"
    sx={{ fontSize: 13, lineHeight: 1.7, overflowWrap: 'anywhere', fontVariantNumeric: 'tabular-nums' }}
  >
    {value.match(/.{1,4}/g)?.join(' ') ?? value}
  </Box>
);
