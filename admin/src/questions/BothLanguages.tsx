import { Box } from '@mui/material';
import type { Text } from '../providers/contract.js';

/** A text in Chinese and English, one above the other or side by side where there is room. */
export const BothLanguages = ({ text, strong }: { text: Text; strong?: boolean }) => (
  <Box
    sx={{
      display: 'grid',
      gap: '4px 24px',
      gridTemplateColumns: { md: '1fr 1fr' },
      lineHeight: 1.65,
      fontWeight: strong ? 600 : 400,
    }}
  >
    <span lang="zh-CN">{text.zh}</span>
    <span lang="en">{text.en}</span>
  </Box>
);
