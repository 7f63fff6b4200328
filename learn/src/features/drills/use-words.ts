import { useI18n, type I18n } from '../../shared/i18n/i18n.js';
import { en, zh, type Words } from './words.js';

/** The words of the list of drills, which come with it. */
export function useWords(): I18n & { w: Words } {
  const i18n = useI18n();
  return { ...i18n, w: i18n.locale === 'en' ? en : zh };
}
