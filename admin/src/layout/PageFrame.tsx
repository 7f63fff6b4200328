import { Box, Card } from '@mui/material';
import type { ReactNode } from 'react';
import { Notification } from 'react-admin';
import { Brand } from './Brand.js';
import { LanguageMenu } from './LanguageMenu.js';

/** A page without menu: signing in, choosing a password, nothing to do here. */
export const PageFrame = ({
  children,
  signedOut,
  wide,
}: {
  children: ReactNode;
  signedOut?: boolean;
  /** For a text to read. */
  wide?: boolean;
}) => (
  <Box
    sx={{
      minHeight: '100vh',
      display: 'flex',
      flexDirection: 'column',
      bgcolor: 'background.default',
      color: 'text.primary',
    }}
  >
    <Box
      component="header"
      sx={{ display: 'flex', justifyContent: 'space-between', px: { xs: 2, md: 4 }, py: 2 }}
    >
      <Brand />
      <LanguageMenu signedOut={signedOut} />
    </Box>
    <Box
      component="main"
      id="main-content"
      sx={{ flex: 1, display: 'grid', placeItems: 'center', px: 2, pb: '14vh' }}
    >
      <Card sx={{ width: '100%', maxWidth: wide ? 720 : 400, p: { xs: 3, sm: 4 } }}>{children}</Card>
    </Box>
    {signedOut && <Notification />}
  </Box>
);
