import Translate from '@mui/icons-material/Translate';
import { Box, Button, Menu, MenuItem } from '@mui/material';
import { useState } from 'react';
import { useDataProvider, useSetLocale, useTranslate } from 'react-admin';
import type { ReadyroomDataProvider } from '../providers/dataProvider.js';
import { LOCALES } from '../providers/i18nProvider.js';
import type { Locale } from '../providers/contract.js';
import { useNotifyError } from '../shared/useErrorText.js';
import { useLocale } from '../shared/useLocale.js';
import { useMe } from '../shared/useMe.js';
import { onPhones, visuallyHidden } from '../shared/visuallyHidden.js';

/** Switches the language here and, when somebody is signed in, keeps it with the person. */
export const LanguageMenu = ({ signedOut = false }: { signedOut?: boolean }) => {
  const translate = useTranslate();
  const locale = useLocale();
  const setLocale = useSetLocale();
  const dataProvider = useDataProvider<ReadyroomDataProvider>();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const { reload } = useMe();
  const notifyError = useNotifyError();
  const change = async (wanted: Locale) => {
    setAnchor(null);
    setLocale(wanted);
    if (signedOut) return;
    await dataProvider.updateMe({ locale: wanted }).then(reload, notifyError);
  };
  return (
    <>
      <Button
        onClick={(event) => setAnchor(event.currentTarget)}
        startIcon={<Translate />}
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        sx={{
          color: 'text.secondary',
          fontWeight: 450,
          ...onPhones({ minWidth: 40, '& .MuiButton-startIcon': { m: 0 } }),
        }}
      >
        <span style={visuallyHidden}>{translate('shell.language')}: </span>
        <Box component="span" sx={onPhones(visuallyHidden)}>
          {locale === 'en' ? 'English' : '中文'}
        </Box>
      </Button>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        {LOCALES.map(({ locale: one, name }) => (
          <MenuItem key={one} lang={one} selected={one === locale} onClick={() => void change(one)}>
            {name}
          </MenuItem>
        ))}
      </Menu>
    </>
  );
};
