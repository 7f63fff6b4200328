import type { Locale, Tier, VersionPreview } from '../../providers/contract.js';

/** What a preview shows; all of it is in the address, so that it can be sent to a colleague. */
export interface Place {
  versionId: string | null;
  tier: Tier;
  /** null = the language of the console. */
  locale: Locale | null;
  /** Id of a lesson, or `quiz`; null = from the beginning. */
  part: string | null;
}

export const QUIZ = 'quiz';
const NAMES = { versionId: 'version', tier: 'tier', locale: 'locale', part: 'part' } as const;
const TIER_NAMES: readonly string[] = ['executive', 'manager', 'frontline'] satisfies Tier[];
const LOCALE_NAMES: readonly string[] = ['zh-CN', 'en'] satisfies Locale[];

const oneOf = <T extends string>(names: readonly string[], value: string | null): T | null =>
  value !== null && names.includes(value) ? (value as T) : null;

export const readPlace = (search: URLSearchParams): Place => ({
  versionId: search.get(NAMES.versionId),
  tier: oneOf<Tier>(TIER_NAMES, search.get(NAMES.tier)) ?? 'frontline',
  locale: oneOf<Locale>(LOCALE_NAMES, search.get(NAMES.locale)),
  part: search.get(NAMES.part),
});

/** The address after a change; what is not named stays. */
export function writePlace(before: URLSearchParams, change: Partial<Place>): URLSearchParams {
  const after = new URLSearchParams(before);
  for (const [name, value] of Object.entries(change) as [keyof Place, string | null][])
    if (value === null) after.delete(NAMES[name]);
    else after.set(NAMES[name], value);
  return after;
}

export function previewLink(courseId: string, place: Partial<Place>): string {
  const search = writePlace(new URLSearchParams(), place).toString();
  return `/courses/${courseId}/preview${search ? `?${search}` : ''}`;
}

export type PreviewLesson = VersionPreview['modules'][number]['lessons'][number];
export interface Part {
  /** null = the quiz. */
  lesson: PreviewLesson | null;
  id: string;
  before: string | null;
  after: string | null;
}

/** The part asked for with its neighbours. A lesson that this tier does not get falls back to the first part. */
export function partAt({ modules }: Pick<VersionPreview, 'modules'>, asked: string | null): Part {
  const lessons = modules.flatMap((module) => module.lessons);
  const ids = [...lessons.map(({ id }) => id), QUIZ];
  const index = Math.max(0, asked === null ? 0 : ids.indexOf(asked));
  return {
    lesson: lessons[index] ?? null,
    id: ids[index]!,
    before: ids[index - 1] ?? null,
    after: ids[index + 1] ?? null,
  };
}
