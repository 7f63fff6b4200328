import { useEffect, useRef } from 'react';
import { useSetLocale } from 'react-admin';
import { useLocale } from './useLocale.js';

/** The language follows the person, on whatever machine they sign in. */
export function useLanguageOf(personal: string | undefined): void {
  const locale = useLocale();
  const setLocale = useSetLocale();
  const applied = useRef<string>(undefined);
  useEffect(() => {
    // Only when the personal setting becomes known or changes: the switch in the bar comes first and changes both.
    if (!personal || applied.current === personal) return;
    applied.current = personal;
    if (personal !== locale) setLocale(personal);
  }, [personal, locale, setLocale]);
}
