import type { ThemeOptions } from '@mui/material/styles';
import { defaultTheme, type RaThemeOptions } from 'react-admin';
import { namedProgress } from './shared/loadingName.js';

/** System fonts only: nothing is loaded from elsewhere, and rare characters of names find a font of the machine. */
const FONTS =
  '"Segoe UI", system-ui, -apple-system, "PingFang SC", "HarmonyOS Sans SC", MiSans, "Microsoft YaHei", "Noto Sans CJK SC", sans-serif';

/** One accent (petrol), warm neutral greys. Contrast of text on its ground is at least 4.5:1 in both modes. */
const COLOURS = {
  light: {
    accent: { main: '#0f5c63', dark: '#0a444a', light: '#3f8288', contrastText: '#ffffff' },
    ground: '#f7f5f1',
    paper: '#ffffff',
    text: '#24211d',
    muted: '#635d54',
    line: '#e4dfd6',
    hover: 'rgba(36, 33, 29, 0.045)',
    error: '#b3261e',
    warning: '#8a5300',
    success: '#2c6a3f',
    info: '#2d5f8a',
  },
  dark: {
    accent: { main: '#74c2c8', dark: '#4fa2a9', light: '#a5dbdf', contrastText: '#0c2426' },
    ground: '#181614',
    paper: '#211f1c',
    text: '#ece7df',
    muted: '#b0a89b',
    line: '#38342f',
    hover: 'rgba(236, 231, 223, 0.06)',
    error: '#f2a49d',
    warning: '#eabf6a',
    success: '#8fcf9f',
    info: '#98c4ea',
  },
};

function themeOf(mode: 'light' | 'dark'): RaThemeOptions {
  const c = COLOURS[mode];
  const components: ThemeOptions['components'] = {
    ...defaultTheme.components,
    ...namedProgress,
    MuiCssBaseline: {
      styleOverrides: {
        body: { lineBreak: 'strict', overflowWrap: 'break-word' },
        ':focus-visible:not([tabindex="-1"])': { outline: `2px solid ${c.accent.main}`, outlineOffset: 2 },
        '@media (prefers-reduced-motion: reduce)': {
          '*, *::before, *::after': {
            animationDuration: '0.01ms !important',
            animationIterationCount: '1 !important',
            transitionDuration: '0.01ms !important',
          },
        },
      },
    },
    MuiTextField: { defaultProps: { variant: 'outlined', margin: 'dense', size: 'small', fullWidth: true } },
    MuiFormControl: {
      defaultProps: { variant: 'outlined', margin: 'dense', size: 'small', fullWidth: true },
    },
    MuiButton: {
      defaultProps: { disableElevation: true },
      styleOverrides: {
        root: { textTransform: 'none', fontWeight: 600, whiteSpace: 'nowrap' },
        sizeSmall: { minHeight: 32 },
      },
    },
    // react-admin labels the frame of a row's checkbox; the name belongs to the input.
    MuiCheckbox: {
      defaultProps: {
        slotProps: {
          input: (owner: object) => ({ 'aria-label': (owner as { 'aria-label'?: string })['aria-label'] }),
          root: { 'aria-label': undefined },
        },
      },
    },
    MuiButtonBase: { defaultProps: { disableRipple: true } },
    MuiPaper: { styleOverrides: { root: { backgroundImage: 'none' } } },
    MuiCard: {
      defaultProps: { variant: 'outlined' },
      styleOverrides: { root: { borderColor: c.line, borderRadius: 10 } },
    },
    MuiTableCell: {
      styleOverrides: {
        root: { borderColor: c.line, '&.MuiTableCell-paddingCheckbox': { padding: '0 8px' } },
        head: { color: c.muted, fontWeight: 600, fontSize: 12.5, whiteSpace: 'nowrap' },
      },
    },
    MuiChip: { styleOverrides: { root: { fontWeight: 500 }, sizeSmall: { height: 22, fontSize: 12.5 } } },
    MuiTooltip: { defaultProps: { enterDelay: 400 } },
    MuiLinearProgress: { styleOverrides: { root: { borderRadius: 3, backgroundColor: c.line } } },
    MuiTab: { styleOverrides: { root: { textTransform: 'none', fontWeight: 600, minHeight: 44 } } },
    // Words for screen readers alone are placed absolutely; they must scroll with the table, not widen the page.
    MuiTableContainer: { styleOverrides: { root: { position: 'relative' } } },
    MuiToggleButton: { styleOverrides: { root: { textTransform: 'none', color: c.muted } } },
    MuiAlert: { styleOverrides: { root: { borderRadius: 8 } } },
    MuiDialogTitle: { defaultProps: { component: 'h2' } },
    MuiListItemIcon: { styleOverrides: { root: { minWidth: 36 } } },
  };
  const reactAdmin = {
    RaList: { styleOverrides: { root: { '& .RaList-main': { minWidth: 0 } } } },
    // In the flow, not over the filters: a selection lasts, and the filters stay in reach.
    RaBulkActionsToolbar: {
      styleOverrides: {
        root: {
          '& .RaBulkActionsToolbar-toolbar': { position: 'static', transform: 'none', transition: 'none' },
        },
      },
    },
    // On a phone a table scrolls sideways; a cell never becomes a column of single characters.
    RaDataTable: {
      styleOverrides: {
        root: {
          '& .RaDataTable-tableWrapper': { overflowX: 'auto' },
          '@media (max-width: 899.95px)': {
            '& td:not(.MuiTableCell-paddingCheckbox, .MuiTableCell-alignRight)': { minWidth: '8em' },
          },
        },
      },
    },
    RaTopToolbar: {
      styleOverrides: {
        root: { alignItems: 'center', gap: 4, paddingTop: 0, paddingBottom: 4, minHeight: 44 },
      },
    },
    RaListToolbar: { styleOverrides: { root: { alignItems: 'center', paddingTop: 4 } } },
    RaFilterForm: { styleOverrides: { root: { alignItems: 'center', gap: 4, paddingBottom: 4 } } },
  };
  return {
    palette: {
      mode,
      primary: c.accent,
      secondary: c.accent,
      background: { default: c.ground, paper: c.paper },
      text: { primary: c.text, secondary: c.muted },
      divider: c.line,
      action: { hover: c.hover },
      error: { main: c.error },
      warning: { main: c.warning },
      success: { main: c.success },
      info: { main: c.info },
    },
    shape: { borderRadius: 8 },
    typography: {
      fontFamily: FONTS,
      fontSize: 13.5,
      h5: { fontSize: '1.25rem', fontWeight: 650 },
      h6: { fontSize: '1.05rem', fontWeight: 650 },
      subtitle2: { fontWeight: 650 },
      body1: { fontSize: '0.95rem' },
      body2: { lineHeight: 1.6 },
    },
    sidebar: { width: 232, closedWidth: 56 },
    components: { ...components, ...reactAdmin } as RaThemeOptions['components'],
  };
}

export const lightTheme = themeOf('light');
export const darkTheme = themeOf('dark');
