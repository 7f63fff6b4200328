import { useI18n, type I18n } from '../i18n/i18n.js';
import { en, zh, type Words } from './words.js';

export function useWords(): I18n & { p: Words } {
  const i18n = useI18n();
  return { ...i18n, p: i18n.locale === 'en' ? en : zh };
}
