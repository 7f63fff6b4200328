import type { Locale, Tier } from '@readyroom/contract';
import type { LessonOutline, VersionContent } from './stored-content.js';

type ForTiers = { tiers: readonly Tier[] | null };

/** What is limited to tiers is for those alone; what is not is for everybody. */
export const isFor = (tier: Tier, { tiers }: ForTiers): boolean => tiers === null || tiers.includes(tier);

export const lessonsFor = (version: VersionContent, tier: Tier): LessonOutline[] =>
  version.lessons.filter((lesson) => isFor(tier, lesson));

export const blocksFor = <B extends ForTiers>(lesson: { blocks: readonly B[] }, tier: Tier): B[] =>
  lesson.blocks.filter((block) => isFor(tier, block));

/** The language key of stored content. */
export const languageOf = (locale: Locale): 'zh' | 'en' => (locale === 'en' ? 'en' : 'zh');

/** Reading time in tenths of a minute; add up before rounding. */
export const tenthsOf = (lesson: Pick<LessonOutline, 'minutes'>, tier: Tier, locale: Locale): number =>
  lesson.minutes[tier][languageOf(locale)];

/** The one way from tenths to the minutes that people see: rounded up, so that no time is promised away. */
export const wholeMinutes = (tenths: number): number => Math.ceil(tenths / 10);
