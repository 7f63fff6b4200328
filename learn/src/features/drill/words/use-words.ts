import { useI18n, type I18n } from '../../../shared/i18n/i18n.js';
import { en } from './en.js';
import { zh, type Words } from './zh.js';

/** The words of the drill screens, which come with them and not with the first screen of the app. */
export function useWords(): I18n & { w: Words } {
  const i18n = useI18n();
  return { ...i18n, w: i18n.locale === 'en' ? en : zh };
}
