import { NOTICE_MAX, unknownPlaceholders, type RetentionRule, type Text } from '@readyroom/contract';
import { z } from 'zod';
import {
  PRIVACY_NOTICE,
  readShape,
  YamlSource,
  type ContentFile,
  type Problem,
} from '../../content/index.js';
import { RETENTION } from '../retention.rules.js';

const words = z.string().trim().min(1).max(NOTICE_MAX);
const NoticeFile = z.strictObject({ zh: words, en: words });
type Days = Readonly<Record<RetentionRule, number>>;

const DAYS = Object.fromEntries(Object.entries(RETENTION).map(([rule, { days }]) => [rule, days])) as Days;

/** How long things are kept, as numbers in the text. */
export const withDays = (text: string, days: Days): string =>
  Object.entries(days).reduce((filled, [rule, n]) => filled.replaceAll(`{{days.${rule}}}`, String(n)), text);

/** The notice of a content folder; undefined when it has none. What is wrong with it is a problem of its file. */
export function checkNotice(files: readonly ContentFile[]): {
  notice: Text | undefined;
  problems: Problem[];
} {
  const file = files.find(({ name }) => name === PRIVACY_NOTICE);
  if (!file) return { notice: undefined, problems: [] };
  const source = new YamlSource(file.name, file.text);
  const notice = readShape(source, NoticeFile, 'docs/PRIVACY.md');
  for (const language of ['zh', 'en'] as const)
    for (const name of unknownPlaceholders(withDays(notice?.[language] ?? '', DAYS)))
      source.report([language], `“${name}” stands for nothing: see docs/PRIVACY.md for the names in braces`);
  return { notice: source.problems.length ? undefined : notice, problems: source.problems };
}
