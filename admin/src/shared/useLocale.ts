import { useCallback } from 'react';
import { useLocale as useRaLocale } from 'react-admin';
import type { Locale, Text } from '../providers/contract.js';

export const useLocale = (): Locale => (useRaLocale() === 'en' ? 'en' : 'zh-CN');

/** Picks the language of a text that exists in both. */
export function useText(): (text: Text) => string {
  const locale = useLocale();
  return useCallback((text: Text) => (locale === 'en' ? text.en : text.zh), [locale]);
}
