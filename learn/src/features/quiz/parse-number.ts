/** A number as people type it, in either language: full-width digits, grouping commas, a point or 。 as the mark. */
export function parseNumber(text: string): number | null {
  const plain = text.normalize('NFKC').replaceAll('。', '.').replaceAll('−', '-').replace(/[\s_]/g, '');
  const ungrouped = /^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$/.test(plain) ? plain.replaceAll(',', '') : plain;
  if (!/^[+-]?(\d+\.?\d*|\.\d+)$/.test(ungrouped)) return null;
  const value = Number(ungrouped);
  return Math.abs(value) <= 1e12 ? value : null;
}
