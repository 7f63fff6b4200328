import chinesePack from '@haxqer/ra-language-chinese';
import englishPack from 'ra-language-english';
import type { Locale } from '../providers/contract.js';
import { en } from './en.js';
import { errorsEn, errorsZh } from './errors.js';
import { mergeMessages, type Messages } from './messages.js';
import { raChineseOverlay } from './ra-chinese.js';
import { screens } from './screens.js';
import { zh } from './zh.js';

/** The package is CommonJS: a bundler hands over its module object, Node and jest the messages in it. */
const chinese = ((chinesePack as { default?: unknown }).default ?? chinesePack) as unknown as Messages;

/** Everything the console says, by language. Screens add theirs in screens.ts. */
export const catalogues: Record<Locale, Messages> = {
  en: mergeMessages(
    englishPack as unknown as Messages,
    en,
    { errors: errorsEn },
    ...screens.map((texts) => texts.en),
  ),
  'zh-CN': mergeMessages(
    chinese,
    raChineseOverlay,
    zh,
    { errors: errorsZh },
    ...screens.map((texts) => texts.zh),
  ),
};
