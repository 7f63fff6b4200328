/** A part of a notice: `## ` begins a heading, lines with `- ` are a list, everything else is a paragraph. */
export type NoticeBlock = { heading: string } | { list: string[] } | { paragraph: string };

/** The one name in braces that stays in a published notice: the organisation may be renamed. */
const ORGANISATION = '{{organisation}}';

/** Names in braces that stand for nothing, as they are written. */
export const unknownPlaceholders = (text: string): string[] =>
  (text.match(/\{\{[^{}]*\}\}/g) ?? []).filter((name) => name !== ORGANISATION);

export const withOrganisation = (text: string, organisation: string): string =>
  text.replaceAll(ORGANISATION, () => organisation);

/** Parts are divided by empty lines. Plain text without any signs is paragraphs, as it always was. */
export function noticeBlocks(text: string): NoticeBlock[] {
  return text
    .split(/\n\s*\n/)
    .map((part) => part.trim())
    .filter(Boolean)
    .map((part) => {
      const lines = part.split('\n').map((line) => line.trim());
      if (lines.length === 1 && part.startsWith('## ')) return { heading: part.slice(3) };
      if (lines.every((line) => line.startsWith('- '))) return { list: lines.map((line) => line.slice(2)) };
      return { paragraph: part };
    });
}
