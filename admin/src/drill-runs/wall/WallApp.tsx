import { CssBaseline } from '@mui/material';
import { AdminContext, localStorageStore } from 'react-admin';
import { i18nProvider } from '../../providers/i18nProvider.js';
import { darkTheme, lightTheme } from '../../theme.js';
import { LinkedWallPage } from './WallPage.js';

const store = localStorageStore('1', 'readyroom');

/** The wall by its link, beside the console: it knows of no person, so nobody is asked to sign in. */
export const WallApp = () => (
  <AdminContext i18nProvider={i18nProvider} store={store} theme={lightTheme} darkTheme={darkTheme}>
    <CssBaseline />
    <LinkedWallPage />
  </AdminContext>
);
