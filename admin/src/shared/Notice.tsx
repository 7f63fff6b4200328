import type { SvgIconComponent } from '@mui/icons-material';
import { Box, Typography } from '@mui/material';
import type { ReactNode } from 'react';

interface Props {
  icon?: SvgIconComponent;
  title: string;
  text?: ReactNode;
  /** One button, at most two. */
  children?: ReactNode;
}

/** A calm page-filling message: nothing here, not allowed, could not be loaded. */
export const Notice = ({ icon: Icon, title, text, children }: Props) => (
  <Box sx={{ maxWidth: 520, mx: 'auto', my: { xs: 4, md: 9 }, px: 2, textAlign: 'center' }}>
    {Icon && (
      <Box
        sx={{
          display: 'inline-flex', p: 1.75, mb: 2, borderRadius: '50%', bgcolor: 'action.hover', color: 'primary.main',
        }} // prettier-ignore
      >
        <Icon sx={{ fontSize: 30 }} aria-hidden />
      </Box>
    )}
    <Typography variant="h6" component="h2" gutterBottom>
      {title}
    </Typography>
    {text && (
      <Typography color="text.secondary" component="div" sx={{ mb: 2.5 }}>
        {text}
      </Typography>
    )}
    {children && (
      <Box sx={{ display: 'flex', gap: 1, justifyContent: 'center', flexWrap: 'wrap' }}>{children}</Box>
    )}
  </Box>
);
