import { Box, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';

export const Brand = () => {
  const translate = useTranslate();
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, whiteSpace: 'nowrap' }}>
      <Box component="img" src="/admin/icon.svg" alt="" sx={{ width: 26, height: 26 }} />
      <Typography component="span" sx={{ fontWeight: 700, fontSize: 17, letterSpacing: '-0.01em' }}>
        {translate('app.name')}
      </Typography>
      <Typography component="span" variant="caption" color="text.secondary" sx={{ mt: 0.25 }}>
        {translate('app.console')}
      </Typography>
    </Box>
  );
};
