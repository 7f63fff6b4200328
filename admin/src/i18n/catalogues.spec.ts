import { ERROR_CODES } from '@readyroom/contract';
import englishPack from 'ra-language-english';
import { catalogues } from './catalogues.js';
import { keysOf, type Messages } from './messages.js';

const textAt = (tree: Messages, key: string): string | undefined => keyed(tree).get(key);
const keyed = (tree: Messages, prefix = ''): Map<string, string> =>
  new Map(
    Object.entries(tree).flatMap(([key, value]): [string, string][] =>
      typeof value === 'string' ? [[prefix + key, value]] : [...keyed(value, `${prefix}${key}.`)],
    ),
  );
const placeholders = (text: string) => [...new Set(text.match(/%\{\w+\}/g))].sort();

describe('catalogues', () => {
  const en = keyed(catalogues.en);
  const zh = keyed(catalogues['zh-CN']);

  it('should hold every text of react-admin in Chinese', () => {
    const missing = keysOf(englishPack as unknown as Messages).filter((key) => !zh.has(key));
    expect(missing).toEqual([]);
  });

  it('should hold our own keys in both languages', () => {
    const own = (keys: Iterable<string>) => [...keys].filter((key) => !key.startsWith('ra.')).sort();
    expect(own(zh.keys())).toEqual(own(en.keys()));
  });

  it.each(['en', 'zh-CN'] as const)('should have a text in %s for every error code', (locale) => {
    const missing = ERROR_CODES.filter((code) => !textAt(catalogues[locale], `errors.${code}`));
    expect(missing).toEqual([]);
  });

  it('should use the same placeholders in both languages', () => {
    const differing = [...en].filter(([key, text]) => {
      const other = zh.get(key);
      return !key.startsWith('ra.') && other && String(placeholders(other)) !== String(placeholders(text));
    });
    expect(differing.map(([key]) => key)).toEqual([]);
  });

  it('should not end a Chinese sentence with Latin punctuation', () => {
    const latin = [...zh].filter(
      ([key, text]) => !key.startsWith('ra.') && /[\u4e00-\u9fff][.,;!?]/.test(text),
    );
    expect(latin).toEqual([]);
  });
});
