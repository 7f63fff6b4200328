import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';

const INK = '#24211d';

/** Striped, in words, in both languages, and never away while a drill is on the screen. */
export const DrillBanner = ({ title, size = 15 }: { title: string; size?: number | string }) => {
  const translate = useTranslate();
  return (
    <Box
      sx={{
        display: 'flex', justifyContent: 'center', flexShrink: 0, overflow: 'hidden',
        background: `repeating-linear-gradient(135deg, ${INK} 0 14px, #f2c230 14px 28px)`,
      }} // prettier-ignore
    >
      <Box
        sx={{
          bgcolor: INK, color: '#fff', px: 3, py: 0.5, fontSize: size, fontWeight: 700, maxWidth: '80%',
          overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap',
        }} // prettier-ignore
      >
        {translate('drill.mark')}
        <Box component="span" sx={{ fontWeight: 450, ml: 1.5 }}>
          {title}
        </Box>
      </Box>
    </Box>
  );
};
