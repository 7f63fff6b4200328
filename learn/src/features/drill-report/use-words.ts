import { textIn, type Text } from '@readyroom/contract';
import { useI18n, type I18n } from '../../shared/i18n/i18n.js';
import { en, zh, type Words } from './words.js';

/** The words of what comes after a drill, and the reader's language of texts that have both. */
export function useWords(): I18n & { w: Words; say: (text: Text) => string } {
  const i18n = useI18n();
  return { ...i18n, w: i18n.locale === 'en' ? en : zh, say: (text) => textIn(text, i18n.locale) };
}
