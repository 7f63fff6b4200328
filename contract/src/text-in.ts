import type { Locale, Text } from './common.js';

/** In a file without schemas, so that an app which only reads texts carries no validation. */
export const textIn = (text: Text, locale: Locale): string => (locale === 'en' ? text.en : text.zh);
