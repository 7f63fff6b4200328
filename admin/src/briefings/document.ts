import type { BriefingDocument } from '../providers/contract.js';

export const PARTS = ['title', 'facts', 'unknown', 'act', 'say', 'avoid', 'ask'] as const;
export type Part = (typeof PARTS)[number];
/** May be left out, as long as it says what to do or what to say. */
const OPTIONAL: readonly Part[] = ['unknown', 'act', 'say'];
export const isOptional = (part: Part): boolean => OPTIONAL.includes(part);

export type Said = BriefingDocument['title'];
export type Check = BriefingDocument['checks'][number];
/** The document as the form holds it: what is left out is empty. */
export type DocumentDraft = Record<Part, Said> & { checks: Check[] };
/** What stands in the gaps of a template, by key. */
export type Filling = Readonly<Record<string, Said>>;

export const nothing = (): Said => ({ zh: '', en: '' });
export const newCheck = (): Check => ({ prompt: nothing(), options: [nothing(), nothing()], correct: 0 });
export const EMPTY: DocumentDraft = {
  title: nothing(),
  facts: nothing(),
  unknown: nothing(),
  act: nothing(),
  say: nothing(),
  avoid: nothing(),
  ask: nothing(),
  checks: [],
};

const isSaid = ({ zh, en }: Said): boolean => zh.trim() !== '' && en.trim() !== '';
const isEmpty = ({ zh, en }: Said): boolean => zh.trim() === '' && en.trim() === '';

/** Everything has both languages, and it says what to do or what to say. */
export const isWhole = (draft: DocumentDraft): boolean =>
  PARTS.every((part) => isSaid(draft[part]) || (isOptional(part) && isEmpty(draft[part]))) &&
  (isSaid(draft.act) || isSaid(draft.say)) &&
  draft.checks.every(({ prompt, options }) => isSaid(prompt) && options.every(isSaid));

export const draftOf = (document: BriefingDocument): DocumentDraft => ({
  ...document,
  unknown: document.unknown ?? nothing(),
  act: document.act ?? nothing(),
  say: document.say ?? nothing(),
});

const kept = (said: Said): Said | null => (isEmpty(said) ? null : said);
export const documentOf = (draft: DocumentDraft): BriefingDocument => ({
  ...draft,
  unknown: kept(draft.unknown),
  act: kept(draft.act),
  say: kept(draft.say),
});

/** As the contract writes them: `{{hotline}}`. */
const GAP = /\{\{\s*([a-z][a-z0-9_]*)\s*\}\}/g;

/** The gaps of all texts, each once, in the order in which they are read. */
export const gapsIn = (draft: DocumentDraft): string[] => [
  ...new Set(
    [...JSON.stringify([...PARTS.map((part) => draft[part]), draft.checks]).matchAll(GAP)].map(
      ([, key]) => key!,
    ),
  ),
];

export const isFilled = (key: string, filling: Filling): boolean =>
  filling[key] !== undefined && isSaid(filling[key]);

/** The draft with its gaps filled; what is not filled yet stays as it is. */
export function filled(draft: DocumentDraft, filling: Filling): DocumentDraft {
  const text = (value: string, language: keyof Said): string =>
    value.replace(GAP, (gap, key: string) => filling[key]?.[language].trim() || gap);
  const said = ({ zh, en }: Said): Said => ({ zh: text(zh, 'zh'), en: text(en, 'en') });
  const parts = Object.fromEntries(PARTS.map((part) => [part, said(draft[part])])) as Record<Part, Said>;
  const checks = draft.checks.map((check) => ({
    ...check,
    prompt: said(check.prompt),
    options: check.options.map(said),
  }));
  return { ...parts, checks };
}
