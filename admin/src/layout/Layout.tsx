import { Box, Drawer, Toolbar, useMediaQuery, type Theme } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { useLocation } from 'react-router';
import { PersonDrawer } from '../people/PersonDrawer.js';
import { NoticePage } from '../privacy/index.js';
import { hasConsole } from '../providers/permissions.js';
import { Guard } from '../shared/Guard.js';
import { LoadFailed } from '../shared/LoadFailed.js';
import { useLanguageOf } from '../shared/useLanguageOf.js';
import { useMe } from '../shared/useMe.js';
import { ChangePasswordPage } from './ChangePasswordPage.js';
import { MainMenu } from './MainMenu.js';
import { NoConsole } from './NoConsole.js';
import { SkipLink } from './SkipLink.js';
import { TopBar } from './TopBar.js';
import { useDocumentTitle } from './useDocumentTitle.js';

const MENU_WIDTH = 232;

/** Menu at the side (in a drawer below 900 px), bar on top, one `main`. */
export const Layout = ({ children }: { children: ReactNode }) => {
  const translate = useTranslate();
  const isWide = useMediaQuery<Theme>((theme) => theme.breakpoints.up('md'));
  const [isMenuOpen, setMenuOpen] = useState(false);
  const { pathname } = useLocation();
  const { me, error, reload } = useMe();
  useLanguageOf(me?.locale);
  useDocumentTitle();

  if (me?.mustAcceptNotice) return <NoticePage />;
  if (me?.mustChangePassword) return <ChangePasswordPage forced />;
  if (me && !hasConsole(me)) return <NoConsole me={me} />;
  return (
    <Box sx={{ display: 'flex', minHeight: '100vh', bgcolor: 'background.default', color: 'text.primary' }}>
      <SkipLink />
      <Drawer
        variant={isWide ? 'permanent' : 'temporary'}
        open={isWide || isMenuOpen}
        onClose={() => setMenuOpen(false)}
        slotProps={{
          paper: {
            'aria-label': isWide ? undefined : translate('menu.label'),
            sx: { width: MENU_WIDTH, bgcolor: 'background.paper' },
          },
        }}
        sx={{ width: { md: MENU_WIDTH }, flexShrink: 0, '@media print': { display: 'none' } }}
      >
        <MainMenu onNavigate={() => setMenuOpen(false)} />
      </Drawer>
      <Box sx={{ flex: 1, minWidth: 0, display: 'flex', flexDirection: 'column' }}>
        <TopBar onMenu={isWide ? undefined : () => setMenuOpen(true)} />
        <Toolbar variant="dense" sx={{ '@media print': { display: 'none' } }} />
        <Box
          component="main"
          id="main-content"
          tabIndex={-1}
          sx={{
            flex: 1,
            minWidth: 0,
            px: { xs: 2, md: 3 },
            pb: 6,
            pt: 1,
            width: '100%',
            maxWidth: 1480,
            mx: 'auto',
            outline: 'none',
          }}
        >
          <Guard place={pathname}>{error ? <LoadFailed error={error} onRetry={reload} /> : children}</Guard>
        </Box>
      </Box>
      <PersonDrawer />
    </Box>
  );
};
