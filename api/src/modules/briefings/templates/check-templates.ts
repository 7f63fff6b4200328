import { PLACEHOLDER, placeholdersIn, type BriefingTemplate } from '@readyroom/contract';
import {
  BRIEFINGS,
  checkFolder,
  readShape,
  type ContentFile,
  type IdPlaces,
  type Path,
  type Problem,
  type YamlSource,
} from '../../content/index.js';
import { PARTS, TemplateFile, templateOf } from './template-file.js';

/** Longest texts, in characters. Somebody reads a briefing on a phone, standing, in a minute and a half. */
export const LONGEST = {
  title: { zh: 30, en: 70 },
  part: { zh: 190, en: 420 },
  whole: { zh: 520, en: 1500 },
} as const;

/** Words that mark a drill: a briefing is real, and must not look like practice. */
const DRILL = /演练|\bdrill\b|\bexercise\b/i;

interface CheckedTemplates {
  /** Null as long as there is a problem. */
  templates: BriefingTemplate[] | null;
  /** Sorted by file and line. */
  problems: Problem[];
}

/** Checks everything below `briefings/`, given the ids that the rest of the folder has taken. */
export function checkTemplates(files: readonly ContentFile[], rest: { ids: IdPlaces }): CheckedTemplates {
  const { things, problems } = checkFolder(files, BRIEFINGS, rest.ids, (source) => {
    const file = readShape(source, TemplateFile);
    if (!file) return null;
    checkTemplate(source, file);
    return templateOf(file);
  });
  return { templates: things, problems };
}

function checkTemplate(source: YamlSource, file: TemplateFile): void {
  const name = source.file.slice(BRIEFINGS.length, -'.yaml'.length);
  if (file.slug !== name) source.report(['slug'], `“slug” must equal the name of the file “${name}”`);
  checkLength(source, file);
  checkPlaceholders(source, file);
  file.checks.forEach(({ correct, options }, n) => {
    if (correct >= options.length)
      source.report(['checks', n, 'correct'], `“correct” counts from 0 and names none of the options`);
  });
}

function checkLength(source: YamlSource, file: TemplateFile): void {
  for (const language of ['zh', 'en'] as const) {
    let whole = 0;
    for (const part of PARTS) {
      const text = file[part]?.[language];
      if (text === undefined) continue;
      whole += text.length;
      const most = LONGEST[part === 'title' ? 'title' : 'part'][language];
      // The key of a gap is not what is read in its place.
      const length = text.replace(PLACEHOLDER, '').length;
      if (length > most)
        source.report([part, language], `“${part}” has ${length} characters, at most ${most} fit a briefing`);
      if (DRILL.test(text))
        source.report([part, language], 'A briefing is real: it must not carry the words of a drill');
    }
    if (whole > LONGEST.whole[language])
      source.report(
        ['title'],
        `The ${language} text has ${whole} characters, at most ${LONGEST.whole[language]} are read`,
      );
  }
}

/** Every gap is asked for, is used, and stands in both languages of each text. */
function checkPlaceholders(source: YamlSource, file: TemplateFile): void {
  const known = new Map(file.placeholders.map(({ key }, n) => [key, n]));
  const used = new Set<string>();
  if (known.size < file.placeholders.length)
    source.report(['placeholders'], 'A key stands twice: every gap has its own');
  const texts: [Path, { zh: string; en: string }][] = [
    ...PARTS.flatMap((part): [Path, { zh: string; en: string }][] =>
      file[part] ? [[[part], file[part]]] : [],
    ),
    ...file.checks.flatMap(({ prompt, options }, n): [Path, { zh: string; en: string }][] => [
      [['checks', n, 'prompt'], prompt],
      ...options.map((option, at): [Path, { zh: string; en: string }] => [
        ['checks', n, 'options', at],
        option,
      ]),
    ]),
  ];
  for (const [path, text] of texts) {
    const [zh, en] = [placeholdersIn(text.zh), placeholdersIn(text.en)];
    for (const key of [...zh, ...en]) {
      used.add(key);
      if (!known.has(key)) source.report(path, `“{{${key}}}” is no key of “placeholders”`);
      else if (!zh.includes(key) || !en.includes(key))
        source.report(path, `“{{${key}}}” stands in one language only`);
    }
    for (const language of ['zh', 'en'] as const)
      if (/\{\{|\}\}/.test(text[language].replace(PLACEHOLDER, '')))
        source.report([...path, language], 'A gap is written {{key}}, with small letters, digits and _');
  }
  for (const [key, n] of known)
    if (!used.has(key)) source.report(['placeholders', n], `“{{${key}}}” is asked for and never used`);
}
