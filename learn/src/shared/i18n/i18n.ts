import type { Locale, Text } from '@readyroom/contract';
import { createStore } from '../store.js';
import { useStore } from '../use-store.js';
import { en } from './en.js';
import { zh, type Catalogue } from './zh.js';

const KEY = 'readyroom.locale';
const CATALOGUES: Record<Locale, Catalogue> = { 'zh-CN': zh, en };

const firstLocale = (): Locale => {
  const kept = localStorage.getItem(KEY);
  if (kept === 'zh-CN' || kept === 'en') return kept;
  return navigator.languages.find((tag) => /^(zh|en)\b/.test(tag))?.startsWith('en') ? 'en' : 'zh-CN';
};

export const localeStore = createStore<Locale>(firstLocale());
const tellDocument = (locale: Locale) => {
  document.documentElement.lang = locale;
};
tellDocument(localeStore.get());

/** Changes the language of everything on screen at once and remembers it on this device. */
export function showIn(locale: Locale): void {
  localStorage.setItem(KEY, locale);
  tellDocument(locale);
  localeStore.set(locale);
}

export interface I18n {
  t: Catalogue;
  locale: Locale;
  /** The one of two languages that is wanted. */
  text: (text: Text) => string;
}

export function useI18n(): I18n {
  const locale = useStore(localeStore);
  return { t: CATALOGUES[locale], locale, text: (text) => (locale === 'en' ? text.en : text.zh) };
}
