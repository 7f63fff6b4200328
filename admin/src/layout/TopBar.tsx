import DarkModeOutlined from '@mui/icons-material/DarkModeOutlined';
import HelpOutlineOutlined from '@mui/icons-material/HelpOutlineOutlined';
import LightModeOutlined from '@mui/icons-material/LightModeOutlined';
import Menu from '@mui/icons-material/Menu';
import Search from '@mui/icons-material/Search';
import { AppBar, Box, Button, IconButton, Toolbar, Tooltip } from '@mui/material';
import { useState } from 'react';
import { LoadingIndicator, TitlePortal, useTheme, useTranslate } from 'react-admin';
import { useShortcut } from '../shared/useShortcut.js';
import { onPhones, visuallyHidden } from '../shared/visuallyHidden.js';
import { AccountMenu } from './AccountMenu.js';
import { CommandPalette } from './CommandPalette.js';
import { LanguageMenu } from './LanguageMenu.js';
import { ShortcutHelp } from './ShortcutHelp.js';

/** On a phone a title has two lines rather than a few characters. */
const TITLE = {
  fontSize: '1.2rem',
  fontWeight: 680,
  ...onPhones({
    fontSize: '1rem',
    whiteSpace: 'normal',
    lineHeight: 1.25,
    display: '-webkit-box',
    WebkitLineClamp: 2,
    WebkitBoxOrient: 'vertical',
  }),
};
const modKey = /Mac|iPhone|iPad/.test(navigator.userAgent) ? '⌘K' : 'Ctrl K';

export const TopBar = ({ onMenu }: { onMenu?: () => void }) => {
  const translate = useTranslate();
  const [theme, setTheme] = useTheme();
  const [isPaletteOpen, setPaletteOpen] = useState(false);
  const [isHelpOpen, setHelpOpen] = useState(false);
  useShortcut('mod+k', () => setPaletteOpen(true));
  useShortcut('?', () => setHelpOpen(true));
  return (
    <AppBar
      position="fixed"
      color="inherit"
      elevation={0}
      sx={{
        bgcolor: 'background.default', color: 'text.primary', left: { xs: 0, md: 232 }, right: 0, width: 'auto',
        '@media print': { display: 'none' },
      }} // prettier-ignore
    >
      <Toolbar variant="dense" sx={{ gap: 0.5, px: { xs: 1.5, md: 3 }, minHeight: 52 }} disableGutters>
        {onMenu && (
          <IconButton edge="start" onClick={onMenu} aria-label={translate('menu.open')}>
            <Menu />
          </IconButton>
        )}
        <TitlePortal component="h1" sx={TITLE} />
        <Box sx={{ '& .RaLoadingIndicator-loadedIcon': { display: 'none' }, '& button': { p: 1 } }}>
          <LoadingIndicator />
        </Box>
        <Button
          onClick={() => setPaletteOpen(true)}
          startIcon={<Search />}
          aria-keyshortcuts="Meta+K Control+K"
          sx={{
            color: 'text.secondary', bgcolor: 'action.hover', px: 1.5, fontWeight: 450, mr: { xs: 0, sm: 0.5 },
            ...onPhones({ '& .MuiButton-startIcon': { m: 0 }, px: 1 }),
            minWidth: { xs: 0, lg: 210 }, justifyContent: 'flex-start',
          }} // prettier-ignore
        >
          <Box component="span" sx={onPhones(visuallyHidden)}>
            {translate('shell.search')}
          </Box>
          <Box
            component="kbd"
            aria-hidden
            sx={{
              ml: 'auto',
              pl: 2,
              fontFamily: 'inherit',
              fontSize: 12,
              display: { xs: 'none', lg: 'inline' },
            }}
          >
            {modKey}
          </Box>
        </Button>
        <LanguageMenu />
        <Tooltip title={translate('shell.theme')}>
          <IconButton
            aria-label={translate('shell.theme')}
            onClick={() => setTheme(theme === 'dark' ? 'light' : 'dark')}
          >
            {theme === 'dark' ? (
              <LightModeOutlined fontSize="small" />
            ) : (
              <DarkModeOutlined fontSize="small" />
            )}
          </IconButton>
        </Tooltip>
        <Tooltip title={translate('shell.help')}>
          <IconButton
            aria-label={translate('shell.help')}
            onClick={() => setHelpOpen(true)}
            sx={onPhones({ display: 'none' })}
          >
            <HelpOutlineOutlined fontSize="small" />
          </IconButton>
        </Tooltip>
        <AccountMenu />
      </Toolbar>
      <CommandPalette open={isPaletteOpen} onClose={() => setPaletteOpen(false)} />
      <ShortcutHelp open={isHelpOpen} onClose={() => setHelpOpen(false)} />
    </AppBar>
  );
};
