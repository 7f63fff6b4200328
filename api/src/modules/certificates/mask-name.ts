const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** The first character of a name as a reader sees it, then always as many asterisks, so that the length tells nothing. */
export function maskName(name: string): string {
  const [first] = graphemes.segment(name.trim());
  return `${first?.segment ?? ''}**`;
}
