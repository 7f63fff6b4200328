import polyglotI18nProvider from 'ra-i18n-polyglot';
import type { I18nProvider } from 'react-admin';
import { catalogues } from '../i18n/catalogues.js';
import { nameLoading } from '../shared/loadingName.js';
import type { Locale } from './contract.js';

export const LOCALES: readonly { locale: Locale; name: string }[] = [
  { locale: 'zh-CN', name: '简体中文' },
  { locale: 'en', name: 'English' },
];
const REMEMBERED = 'readyroom.locale';

/** The language used last on this machine, else that of the browser, else Chinese. */
function firstLocale(): Locale {
  const wanted = localStorage.getItem(REMEMBERED) ?? navigator.language;
  return wanted.startsWith('en') ? 'en' : 'zh-CN';
}

function createI18nProvider(): I18nProvider {
  const initial = firstLocale();
  const polyglot = polyglotI18nProvider((locale) => catalogues[locale as Locale] as never, initial, [
    ...LOCALES,
  ]);
  const speak = (locale: string) => {
    document.documentElement.lang = locale;
    nameLoading(polyglot.translate('ra.page.loading'));
  };
  speak(initial);
  return {
    ...polyglot,
    changeLocale: async (locale: string) => {
      await polyglot.changeLocale(locale);
      speak(locale);
      localStorage.setItem(REMEMBERED, locale);
    },
  };
}

export const i18nProvider = createI18nProvider();
